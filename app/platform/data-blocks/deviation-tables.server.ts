import { dayAt } from "~/domain/day";
import type { DataTable, DataWords } from "~/domain/evidence/data-table";
import { dateFormat } from "~/domain/formats";
import type { LocalText } from "~/domain/local-text";
import { type Affected, countAffected } from "~/domain/protocol/affected";
import { changeSentence, countSentence } from "~/domain/protocol/change-words";
import type { ProtocolChange } from "~/domain/protocol/protocol-changes";
import type { Protocol } from "~/domain/protocol/schema";
import { languageIfAny } from "~/domain/tool-language";
import type { Db } from "../db.server";
import { translator } from "../i18n.server";
import { column, plainWords, textWords, toolWords } from "./words";

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

/** The deviations from the protocol in their order; a sentence where there are none. */
export async function deviationsTable(db: Db, assessmentId: string, protocol: Protocol): Promise<DataTable> {
  const rows = await rowsOf(db, assessmentId);
  const columns = ["deviationNumber", "date", "deviationWhat", "reasons", "deviationApproved", "deviationEffect", "deviationAffected"];
  return {
    block: "deviations",
    caption: toolWords("deviations"),
    columns: columns.map((id) => column(id)),
    rows: rows.map((row) => ({ id: row.id, depth: 0, cells: cellsOf(row, protocol.languages) })),
    notes: rows.length === 0 ? [toolWords("noDeviations")] : [],
    widths: [5, 11, 22, 18, 14, 18, 12],
    binds: { block: "deviations", columns: columns.map((id) => column(id)), rows: rows.map(boundRow) },
  };
}

/** The deviations at the end of a section on the method, where the document shows them nowhere else; none while there are none. */
export async function deviationsInMethod(db: Db, assessmentId: string, protocol: Protocol): Promise<DataTable[]> {
  if (protocol.outline.some(({ data }) => data === "deviations")) return [];
  const placed = await db.block.count({ where: { assessmentId, archivedAt: null, data: { contains: '"deviations"' } } });
  const table = placed > 0 ? null : await deviationsTable(db, assessmentId, protocol);
  return table && table.rows.length > 0 ? [table] : [];
}

function rowsOf(db: Db, assessmentId: string) {
  return db.deviation.findMany({
    where: { assessmentId },
    select: {
      id: true,
      number: true,
      reason: true,
      effect: true,
      approvedBy: true,
      approvedOn: true,
      changes: true,
      affected: true,
      at: true,
    },
    orderBy: { number: "asc" },
  });
}

const texts = (stored: string) => JSON.parse(stored) as LocalText; // was read by LocalText when it was kept
const changesOf = (row: Row) => JSON.parse(row.changes) as ProtocolChange[]; // written when the deviation was
const countsOf = (row: Row) => countAffected(JSON.parse(row.affected) as Affected[]); // likewise

function cellsOf(row: Row, languages: readonly string[]): (DataWords | null)[] {
  const { number, reason, effect, approvedBy, approvedOn, at } = row;
  return [
    plainWords(number),
    dated(languages, (day) => day(dayAt(at))),
    worded(languages, (say) =>
      changesOf(row)
        .map((change) => changeSentence(change, say))
        .join("; "),
    ),
    textWords(texts(reason)),
    dated(languages, (day) => `${approvedBy}, ${day(approvedOn)}`),
    textWords(texts(effect)),
    worded(languages, (say) => countSentence(countsOf(row), say)),
  ];
}

/** What a sign-off binds of a deviation: what it says, and not in which words of the tool. */
function boundRow(row: Row) {
  const { id, number, reason, effect, approvedBy, approvedOn, at, changes } = row;
  const affected = countsOf(row).map(({ kind, count }) => `${kind} ${count}`);
  const cells = [
    plainWords(number),
    plainWords(dayAt(at)),
    plainWords(changes),
    textWords(texts(reason)),
    plainWords(`${approvedBy} ${approvedOn}`),
    textWords(texts(effect)),
    plainWords(affected.join(", ")),
  ];
  return { id, depth: 0, cells };
}

/** Words of the tool that are put together, in each language of the study; nothing where they are empty. */
function worded(languages: readonly string[], make: (say: Parameters<typeof changeSentence>[1]) => string): DataWords | null {
  const made = languages.map((language) => [language, make(translator(languageIfAny(language) ?? "en", "deviations"))] as const);
  return made.every(([, text]) => text === "") ? null : { text: Object.fromEntries(made) };
}

/** Days as each language of the study writes them. */
function dated(languages: readonly string[], make: (day: (iso: string) => string) => string): DataWords {
  const inLanguage = (language: string) => {
    const locale = languageIfAny(language) === "nl" ? "nl" : "en-GB";
    const format = dateFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "Europe/Amsterdam" });
    return make((iso) => format.format(new Date(`${iso}T12:00:00.000Z`)));
  };
  return { text: Object.fromEntries(languages.map((language) => [language, inLanguage(language)])) };
}
