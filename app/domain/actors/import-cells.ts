import { AsOf } from "~/domain/actors/fact";
import { relationSides } from "~/domain/actors/relation";
import { answerSchema } from "~/domain/forms/answer-schema";
import { textIn } from "~/domain/local-text";
import type { AnswerValue } from "~/domain/forms/values";
import { isWordsOnly } from "~/domain/protocol/fields";
import { type Cell, cellText, isEmptyCell } from "~/domain/sheets/cell";
import type { MappedColumn, SheetMapping } from "~/domain/sheets/mapping";
import { formatOf } from "~/domain/sheets/numbers";
import type { CellProblem } from "~/domain/sheets/planned";
import { cellReader, type CellSetting, partsOf, type ReadCell, yesOrNo } from "~/domain/sheets/read-cell";
import type { FactTarget } from "./import-columns";
import type { ReadLevels } from "./levels";
import type { ActorParts, ImportedFact, RowMarks } from "./import-actor";

/** What reading the cells of a spreadsheet of actors takes. */
export interface ActorCellSetting extends Omit<CellSetting, "numbers" | "currency" | "language"> {
  facts: readonly FactTarget[];
  /** The source or passage of that code or title; null when there is none. */
  findSource: (typed: string) => { sourceId: string | null; excerptId: string | null } | null;
  /** Levels as they are kept. */
  readLevels: ReadLevels;
  /** Countries as they are kept. */
  readCountries: (typed: readonly string[]) => string[];
}

/** What the cells of a row say, and what is wrong with some of them: those say nothing. */
export interface ActorCells {
  parts: ActorParts;
  facts: (ImportedFact & { column: number })[];
  relations: { side: (typeof relationSides)[number]; name: string; column: number }[];
  marks: RowMarks;
  problems: CellProblem[];
}

/** Makes the reader of the rows of a sheet that is mapped so. */
export function actorRowReader(mapping: SheetMapping, setting: ActorCellSetting): (cells: readonly Cell[]) => ActorCells {
  const mapped = mapping.columns.map((column, at) => ({ ...column, at })).filter(({ target }) => target !== "");
  const columnOf = (target: string) => mapped.find((one) => one.target === target)?.at ?? -1;
  const facts = factReaders(mapped, mapping, setting);
  return (cells) => {
    const problems: CellProblem[] = [];
    const text = (target: string) => cellText(cells[columnOf(target)]);
    const marks = readMarks(cells, columnOf, setting, problems);
    const parts = readParts(text, setting);
    for (const part of ["name", "kind", "url"] as const) {
      const message = partProblem(part, parts);
      if (message !== null) problems.push({ column: columnOf(part) < 0 ? null : columnOf(part), message });
    }
    if (problems.some(({ message }) => message === "noAddress")) parts.url = null;
    const relations = mapped.flatMap(({ target, at }) => {
      const side = relationSides.find((one) => target === `relation:${one}`);
      return side ? partsOf(cellText(cells[at])).map((name) => ({ side, name, column: at })) : [];
    });
    const currency = text("currency") || null;
    return { parts, relations, marks, problems, facts: facts(cells, { asOf: marks.asOf, currency }, problems) };
  };
}

function readParts(text: (target: string) => string, { readCountries, readLevels }: ActorCellSetting): ActorParts {
  const name = text("name")
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu, "")
    .replace(/\s+/gu, " ");
  return {
    name,
    otherNames: partsOf(text("otherNames")).map((one) => one.slice(0, 300)),
    kind: text("kind").replace(/\s+/gu, " "),
    levels: readLevels(partsOf(text("levels"))),
    focus: text("focus").replace(/\s*\n\s*/gu, " "),
    countries: readCountries(partsOf(text("countries"))),
    url: text("url") === "" ? null : text("url").replace(/^www\./u, "https://www."),
  };
}

function partProblem(part: "name" | "kind" | "url", { name, kind, url }: ActorParts): string | null {
  if (part === "name") return name === "" ? "noName" : name.length > 300 ? "tooLong" : null;
  if (part === "kind") return kind.length > 1000 ? "tooLong" : null;
  return url === null || (/^https?:\/\/\S+$/u.test(url) && url.length <= 500) ? null : "noAddress";
}

function readMarks(
  cells: readonly Cell[],
  columnOf: (target: string) => number,
  setting: ActorCellSetting,
  problems: CellProblem[],
): RowMarks {
  const [dated, sourced, own] = (["asOf", "source", "ownStatement"] as const).map(columnOf) as [number, number, number]; // one for each
  const marks: RowMarks = { asOf: null, sourceId: null, excerptId: null, ownStatement: false, said: "" };
  const asOf = AsOf.safeParse(cellText(cells[dated]));
  if (asOf.success) marks.asOf = asOf.data;
  else problems.push({ column: dated, message: "notADate" });
  if (!isEmptyCell(cells[sourced])) {
    const found = setting.findSource(cellText(cells[sourced]));
    if (found) Object.assign(marks, found, { said: cellText(cells[sourced]) });
    else problems.push({ column: sourced, message: "unknownSource" });
  }
  if (!isEmptyCell(cells[own])) {
    const answer = yesOrNo(cells[own] ?? null, setting.words);
    if (answer === null) problems.push({ column: own, message: "notYesOrNo" });
    marks.ownStatement = answer === "yes";
  }
  return marks;
}

type PlacedColumn = MappedColumn & { at: number };
type RowOfFacts = (
  cells: readonly Cell[],
  row: { asOf: string | null; currency: string | null },
  problems: CellProblem[],
) => ActorCells["facts"];

/** A reader for each fact that columns hold, made once for all rows; the columns of one table together. */
function factReaders(mapped: readonly PlacedColumn[], mapping: SheetMapping, setting: ActorCellSetting): RowOfFacts {
  const placed = mapped.flatMap((column) => {
    const fact = setting.facts.find(({ key }) => key === column.target);
    if (!fact) return [];
    const numbers = column.numbers ?? formatOf(mapping.language);
    const read = cellReader(fact.answer, { ...setting, language: mapping.language, numbers, currency: column.currency });
    return [{ ...column, fact, read }];
  });
  const tables = new Map(placed.filter(({ fact }) => fact.column !== null).map(({ fact }) => [fact.field.name, fact.field] as const));
  const schemas = new Map([...tables].map(([name, field]) => [name, answerSchema(field.answer, setting)]));
  return (cells, row, problems) => {
    const readAt = ({ at, read }: (typeof placed)[number]) => noteProblem(read(cells[at] ?? null, row.currency), at, problems);
    const filled = placed.filter(({ at }) => !isEmptyCell(cells[at]));
    const single = filled
      .filter(({ fact }) => fact.column === null)
      .flatMap((one) => {
        const read = readAt(one);
        if (!read.ok) return [];
        const words = isWordsOnly(one.fact.answer);
        const value = words ? null : (read.value as AnswerValue); // has passed the schema of its answer
        const text = words ? cellText(cells[one.at]) : "";
        return [{ field: one.fact.field.name, value, text, asOf: row.asOf ?? one.asOf, column: one.at }];
      });
    const whole = [...tables.keys()].flatMap((name) => {
      const own = filled.filter(({ fact }) => fact.field.name === name);
      const read = own.map((one) => [one.fact.column ?? "", readAt(one)] as const);
      const [first] = own;
      if (!first || read.some(([, cell]) => !cell.ok)) return [];
      const table = [{ cells: Object.fromEntries(read.flatMap(([key, cell]) => (cell.ok ? [[key, cell.value]] : []))) }];
      const parsed = schemas.get(name)?.safeParse(table);
      if (!parsed?.success) {
        problems.push(
          lackOf(
            first,
            read.map(([key]) => key),
            mapping.language,
          ),
        );
        return [];
      }
      return [{ field: name, value: parsed.data, text: "", asOf: row.asOf ?? first.asOf, column: first.at }];
    });
    return [...single, ...whole];
  };
}

/** What a table needs and the row does not say. */
function lackOf({ at, fact }: PlacedColumn & { fact: FactTarget }, filled: readonly string[], language: string): CellProblem {
  const columns = fact.field.answer.kind === "table" ? fact.field.answer.columns : [];
  const lacking = columns.filter(({ key, required }) => required && !filled.includes(key)).map(({ label }) => textIn(label, language));
  return lacking.length === 0
    ? { column: at, message: "notAnAnswer" }
    : { column: at, message: "tableLacks", values: { lacking: lacking.join(", ") } };
}

function noteProblem(read: ReadCell, column: number, problems: CellProblem[]): ReadCell {
  if (!read.ok) problems.push({ column, message: read.message, values: read.values });
  return read;
}
