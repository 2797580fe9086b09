import { dateFormat } from "~/domain/formats";
import { plainInline } from "~/domain/document/inline";
import type { Block, Inline } from "~/domain/document/model";
import { textWithLanguage } from "~/domain/local-text";
import { mayBeAnswered } from "~/domain/remarks/remark";
import type { ShownRemark } from "./queries.server";

/** The words of the table in its language. */
export interface TableWords {
  language: string;
  /** A word of the locale namespace `remarks`. */
  say: (key: "wholeEdition" | "late" | "passage" | `stances.${NonNullable<ShownRemark["stance"]>}` | `table.${TableHead}`) => string;
  /** The word of a state. */
  state: (remark: ShownRemark) => string;
}

type TableHead = "code" | "by" | "about" | "said" | "stance" | "state" | "response" | "changed";

interface Row {
  code: string;
  by: string;
  day: string;
  late: string;
  about: string;
  passage: string;
  text: { text: string; language: string };
  stance: string;
  state: string;
  response: { text: string; language: string };
  changed: { text: string; language: string };
  statements: string;
}

function rowOf(remark: ShownRemark, { language, say, state }: TableWords): Row {
  const { code, by, sentAt, at, isLate, statementCode, section, passage, stance, statements } = remark;
  const day = dateFormat(language === "nl" ? "nl" : "en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "Europe/Amsterdam",
  });
  const none = { text: "", language };
  return {
    ...{ code, by, passage, day: day.format(sentAt ?? at), late: isLate ? say("late") : "" },
    about: [statementCode, section ?? say("wholeEdition")].filter(Boolean).join(", "),
    text: { text: remark.text, language: remark.language },
    stance: stance === null ? "" : say(`stances.${stance}`),
    state: state(remark),
    response: textWithLanguage(remark.response, language) ?? none,
    changed: textWithLanguage(remark.changed, language) ?? none,
    statements: statements.join(", "),
  };
}

/** The remarks that count in a table: sent and not taken back. */
const counted = (remarks: readonly ShownRemark[]) => remarks.filter(mayBeAnswered);

/** The table of responses for a spreadsheet: its head, and a row for each remark. */
export function spreadsheetRows(remarks: readonly ShownRemark[], words: TableWords): string[][] {
  const { say } = words;
  const head = [
    ...[say("table.code"), say("table.by"), "", say("table.about"), say("passage"), say("table.said")],
    ...[say("table.state"), say("table.stance"), say("table.response"), say("table.changed"), ""],
  ];
  const rows = counted(remarks)
    .map((remark) => rowOf(remark, words))
    .map(({ code, by, day, late, about, passage, text, state, stance, response, changed, statements }) => [
      ...[code, by, [day, late].filter(Boolean).join(", "), about, passage, text.text],
      ...[state, stance, response.text, changed.text, statements],
    ]);
  return [head, ...rows];
}

/** The table of responses as a block of a document. */
export function tableBlock(remarks: readonly ShownRemark[], words: TableWords): Extract<Block, { kind: "table" }> {
  const { language, say } = words;
  const line = (text: string, in_: string = language, strong = false): Inline[] =>
    plainInline(text).map((part) => ({
      ...part,
      ...(part.kind === "text" && in_ !== language && { language: in_ }),
      ...(part.kind === "text" && strong && { strong: true as const }),
    }));
  const cell = (...lines: Inline[][]) => ({ lines: lines.filter((one) => one.length > 0) });
  const head = (["code", "about", "said", "response", "changed"] as const).map((key) => ({
    ...cell(line(say(`table.${key}`))),
    header: true as const,
  }));
  const rows = counted(remarks)
    .map((remark) => rowOf(remark, words))
    .map((row) => [
      { ...cell(line(row.code), line([row.by, row.day, row.late].filter(Boolean).join(", "))), header: true as const },
      cell(line(row.about), row.passage === "" ? [] : line(`“${row.passage}”`)),
      cell(line(row.text.text, row.text.language)),
      cell(line(row.stance, language, true), line(row.response.text, row.response.language)),
      cell(line(row.changed.text, row.changed.language), line(row.statements)),
    ]);
  return { kind: "table", language, caption: null, widths: [13, 17, 26, 26, 18], head, rows };
}
