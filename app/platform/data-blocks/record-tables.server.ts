import { z } from "zod";
import { countryName } from "~/domain/actors/countries";
import { answerAsText } from "~/domain/forms/answer-as-text";
import { answerSchema } from "~/domain/forms/answer-schema";
import type { DataTable, DataWords } from "~/domain/evidence/data-table";
import { formOf } from "~/domain/protocol/readers";
import type { CellAnswer } from "~/domain/protocol/fields";
import type { Protocol } from "~/domain/protocol/schema";
import type { DataReference } from "~/domain/sections/data-reference";
import { languageIfAny } from "~/domain/tool-language";
import { listDocumentInterviewees } from "../answer-attribution.server";
import { citableOf } from "../citable.server";
import { citeSources } from "../citations.server";
import type { Db } from "../db.server";
import { translator } from "../i18n.server";
import { listNamedOnly } from "../named-actors.server";
import { column, plainWords, storedWords, textWords, toolWords, unboundColumn } from "./words";

/** The actors that are assessed; those that others only name in a relation are left out. */
export async function actorsTable(db: Db, assessmentId: string, languages: readonly string[]): Promise<DataTable> {
  const named = await listNamedOnly(db, assessmentId);
  const listed = await db.actor.findMany({ where: { assessmentId, archivedAt: null }, orderBy: { number: "asc" } });
  const actors = listed.filter(({ id }) => !named.has(id));
  return {
    block: "actors",
    caption: toolWords("actors"),
    columns: [column("code"), column("actor"), column("kind"), column("focus"), column("countries")],
    rows: actors.map((actor) => ({
      id: actor.id,
      depth: 0,
      cells: [
        plainWords(actor.code),
        plainWords(actor.name),
        storedWords(actor.kind),
        storedWords(actor.focus),
        countriesIn(Names.parse(JSON.parse(actor.countries)), languages),
      ],
    })),
    notes: [],
  };
}

const Names = z.array(z.string());

/** Countries by their names in each language of the study; nothing where there are none. */
function countriesIn(countries: readonly string[], languages: readonly string[]): DataWords | null {
  if (countries.length === 0) return null;
  const inLanguage = (language: string) => countries.map((country) => countryName(country, language)).join(", ");
  return { text: Object.fromEntries(languages.map((language) => [language, inLanguage(language)])) };
}

/** The interviewees at the level of attribution that each agreed to; who they are is shown and not bound. */
export async function intervieweesTable(db: Db, assessmentId: string, protocol: Protocol): Promise<DataTable> {
  const { listed: interviewees } = await listDocumentInterviewees(db, protocol, assessmentId);
  return {
    block: "interviewees",
    caption: toolWords("interviewees"),
    columns: [
      column("interview"),
      unboundColumn("name"),
      unboundColumn("role"),
      unboundColumn("organisation"),
      unboundColumn("kind"),
      column("held"),
    ],
    rows: interviewees.map(({ shown, interview, held }, at) => ({
      id: String(at + 1),
      depth: 0,
      cells: [
        plainWords(interview),
        plainWords(shown.name),
        textWords(shown.role),
        textWords(shown.organisation),
        textWords(shown.kind?.title),
        toolWords(held ? "yes" : "no"),
      ],
    })),
    notes: [],
  };
}

/** The sources by code, each as a reference in APA; what is bibliographic is shown and not bound. */
export async function sourcesTable(db: Db, assessmentId: string): Promise<DataTable> {
  const sources = await db.source.findMany({
    where: { assessmentId, archivedAt: null },
    select: {
      id: true,
      code: true,
      type: true,
      title: true,
      titleKind: true,
      authors: true,
      issued: true,
      language: true,
      bibliography: true,
    },
    orderBy: { number: "asc" },
  });
  const references = await citeSources(sources.map(citableOf));
  return {
    block: "sources",
    caption: toolWords("sources"),
    columns: [column("code"), unboundColumn("reference")],
    rows: sources.map(({ id, code }, at) => ({ id, depth: 0, cells: [plainWords(code), { runs: references[at] ?? {} }] })),
    notes: [],
  };
}

/** The rows of a table that was filled in for a research question. */
export async function answeredTable(db: Db, assessmentId: string, protocol: Protocol, { table }: DataReference): Promise<DataTable[]> {
  const field = table && formOf(protocol, table.question).find(({ key }) => key === table.field);
  if (!table || !field || field.answer.kind !== "table") return [];
  const stored = await db.fieldAnswer.findUnique({
    where: { assessmentId_question_field: { assessmentId, question: table.question, field: table.field } },
    select: { value: true },
  });
  const value: unknown = stored?.value ? JSON.parse(stored.value) : [];
  if (!answerSchema(field.answer, { scales: protocol.scales ?? [] }).safeParse(value).success) return [];
  const rows = Rows.parse(value);
  const { columns, rows: fixed } = field.answer;
  const first = fixed ? [column("row")] : [];
  return [
    {
      block: "table",
      caption: { text: field.label },
      columns: [
        ...first,
        ...columns.map(({ key, label, answer }) => ({
          id: key,
          label: { text: label },
          bound: true,
          numeric: answer.kind === "number" || answer.kind === "money",
        })),
      ],
      rows: rows.map((row, at) => ({
        id: row.row ?? String(at + 1),
        depth: 0,
        cells: [
          ...(fixed ? [textWords(fixed.find(({ key }) => key === row.row)?.label)] : []),
          ...columns.map(({ key, answer }) => cellWords(protocol, answer, row.cells[key])),
        ],
      })),
      notes: [],
    },
  ];
}

const Rows = z.array(z.looseObject({ row: z.string().optional(), cells: z.record(z.string(), z.json()) }));

function cellWords(protocol: Protocol, answer: CellAnswer, value: unknown): DataWords | null {
  const parsed = answerSchema(answer, { scales: protocol.scales ?? [] }).safeParse(value);
  if (!parsed.success) return null;
  const inLanguage = (language: string) => {
    const word = translator(languageIfAny(language) ?? "en", "evidence");
    const words = { yes: word("data.yes"), no: word("data.no"), unknown: word("data.unknown") };
    return answerAsText(answer, parsed.data, {
      language,
      fallbackOrder: protocol.languages,
      scales: protocol.scales ?? [],
      words,
      nameOf: (_target, id) => id,
    });
  };
  return { text: Object.fromEntries(protocol.languages.map((language) => [language, inLanguage(language)])) };
}
