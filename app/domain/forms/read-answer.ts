import type { LocalText } from "~/domain/local-text";
import { answerSchema, type FieldSetting } from "~/domain/forms/answer-schema";
import { pieceEntry, textEntry } from "~/domain/forms/entry-names";
import { readDate } from "~/domain/forms/read-date";
import { readNumber } from "~/domain/forms/read-number";
import { type AnswerValue, type FieldMessage, fieldMessages } from "~/domain/forms/values";
import type { Answer, AnswerOf, CellAnswer } from "~/domain/protocol/fields";

export { pieceEntry, textEntry };

/** The entries of a posted form: a `FormData` or a `URLSearchParams`. */
export type Entries = { getAll(name: string): readonly unknown[]; keys(): IterableIterator<string> };

/** What reading needs: the scales, the language in which numbers are typed, and the languages of the texts. */
export type ReadingSetting = FieldSetting & { language: string; languages: readonly string[] };

/** One thing wrong: the name of the entry that it stands at, and the key of its message. */
export type FieldProblem = { name: string; message: FieldMessage };

/** The value that was posted, undefined when the field was left empty; with problems there is none. */
export type ReadAnswer = { value?: AnswerValue | undefined; problems: FieldProblem[] };

/**
 * Reads the answer to a field from posted entries by its name. Empty entries are no answer (never 0); numbers and dates are read
 * forgivingly. Entry names: texts `name@nl`, money `name.amount` and `name.currency`, yes/no `name` and `name.explanation@nl`,
 * lists `name.0@nl`, cells `name.row.column` with the key of a fixed row or an index; all others `name`, repeated for several.
 */
export function readAnswer(name: string, answer: Answer, entries: Entries, setting: ReadingSetting): ReadAnswer {
  const typed = answer.kind === "table" ? readTable(name, answer, entries, setting) : readCell(name, answer, entries, setting);
  if (typed === undefined) return { problems: [] };
  const parsed = answerSchema(answer, setting).safeParse(typed);
  if (parsed.success) return { value: parsed.data, problems: [] };
  const problems = parsed.error.issues.map((issue) => ({
    name: entryAt(name, answer, issue.path, entries, setting),
    message: fieldMessages.find((message) => message === issue.message) ?? "notAnAnswer",
  }));
  return { problems };
}

function words(entries: Entries, name: string): string[] {
  return entries.getAll(name).filter((entry): entry is string => typeof entry === "string" && entry.trim() !== "");
}

function only(entries: Entries, name: string): string | undefined {
  return words(entries, name)[0]?.trim();
}

function readText(name: string, entries: Entries, setting: ReadingSetting): LocalText | undefined {
  const texts: [string, string][] = [];
  for (const language of setting.languages) {
    const text = words(entries, textEntry(name, language))[0];
    if (text !== undefined) texts.push([language, text.replace(/\r\n?/g, "\n").trim()]);
  }
  return texts.length === 0 ? undefined : Object.fromEntries(texts);
}

function readCell(name: string, answer: CellAnswer, entries: Entries, setting: ReadingSetting): unknown {
  switch (answer.kind) {
    case "short-text":
    case "long-text":
      return readText(name, entries, setting);
    case "number":
      return numberFrom(only(entries, name), setting);
    case "money":
      return readMoney(name, answer, entries, setting);
    case "date":
      return mapped(only(entries, name), (text) => readDate(text) ?? text);
    case "yes-no-unknown":
      return readYesNo(name, entries, setting);
    case "scale":
      return readScale(answer, only(entries, name), setting);
    case "single-choice":
      return only(entries, name);
    case "multiple-choice":
      return inOrder(
        words(entries, name),
        answer.choices.map((choice) => choice.key),
      );
    case "reference":
      return filled([...new Set(words(entries, name))]);
    case "text-list":
      return filled(listItems(name, entries, setting).map(([, text]) => text));
  }
}

function mapped<T>(text: string | undefined, map: (text: string) => T): T | undefined {
  return text === undefined ? undefined : map(text);
}

function filled<T>(list: T[]): T[] | undefined {
  return list.length === 0 ? undefined : list;
}

function numberFrom(text: string | undefined, setting: ReadingSetting): number | string | undefined {
  return mapped(text, (typed) => readNumber(typed, setting.language) ?? typed);
}

function inOrder(keys: string[], order: readonly string[]): string[] | undefined {
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return filled([...new Set(keys)].sort((a, b) => place(a) - place(b)));
}

function readMoney(name: string, answer: AnswerOf<"money">, entries: Entries, setting: ReadingSetting): unknown {
  const amount = numberFrom(only(entries, pieceEntry(name, "amount")), setting);
  if (amount === undefined) return undefined; // a currency alone is what the list shows before anything is typed
  const fallback = answer.currencies.length === 1 ? answer.currencies[0] : undefined;
  return { amount, currency: only(entries, pieceEntry(name, "currency")) ?? fallback };
}

function readYesNo(name: string, entries: Entries, setting: ReadingSetting): unknown {
  const value = only(entries, name);
  const explanation = readText(pieceEntry(name, "explanation"), entries, setting);
  if (value === undefined && explanation === undefined) return undefined;
  return explanation === undefined ? { value } : { value, explanation };
}

function readScale(answer: AnswerOf<"scale">, text: string | undefined, setting: ReadingSetting): unknown {
  const scale = setting.scales.find((each) => each.id === answer.scale);
  if (text === undefined || scale?.kind !== "numeric") return text;
  if (scale.extraValues?.some((extra) => extra.key === text)) return text;
  return numberFrom(text, setting);
}

/** The numbers that follow the name in the entries, in order: `name.0@nl`, `name.3.column`. */
function indexes(name: string, entries: Entries): number[] {
  const found = new Set<number>();
  for (const key of entries.keys()) {
    const index = key.startsWith(`${name}.`) ? /^(\d{1,4})[.@]/.exec(key.slice(name.length + 1))?.[1] : undefined;
    if (index !== undefined) found.add(Number(index));
  }
  return [...found].sort((a, b) => a - b);
}

/** The texts of a list that aren't empty, each with its index among the entries. */
function listItems(name: string, entries: Entries, setting: ReadingSetting): [string, LocalText][] {
  return indexes(name, entries).flatMap((index): [string, LocalText][] => {
    const text = readText(pieceEntry(name, index), entries, setting);
    return text === undefined ? [] : [[String(index), text]];
  });
}

type Cells = Record<string, unknown>;

/** The rows of a table that aren't empty, each with its key or its index among the entries. */
function tableRows(name: string, answer: AnswerOf<"table">, entries: Entries, setting: ReadingSetting): [string, Cells][] {
  const keys = answer.rows ? answer.rows.map((row) => row.key) : indexes(name, entries).map(String);
  return keys
    .map((key): [string, Cells] => [key, readRow(pieceEntry(name, key), answer, entries, setting)])
    .filter(([, cells]) => Object.keys(cells).length > 0);
}

function readTable(name: string, answer: AnswerOf<"table">, entries: Entries, setting: ReadingSetting): unknown {
  const rows = tableRows(name, answer, entries, setting);
  return filled(rows.map(([row, cells]) => (answer.rows ? { row, cells } : { cells })));
}

function readRow(name: string, answer: AnswerOf<"table">, entries: Entries, setting: ReadingSetting): Cells {
  const cells = answer.columns.map(
    (column) => [column.key, readCell(pieceEntry(name, column.key), column.answer, entries, setting)] as const,
  );
  return Object.fromEntries(cells.filter(([, value]) => value !== undefined));
}

/** The entry at which a problem is shown: the cell, the piece of a field, or the field itself. */
function entryAt(name: string, answer: Answer, path: readonly PropertyKey[], entries: Entries, setting: ReadingSetting): string {
  if (answer.kind !== "table") return pieceAt(name, answer, path, entries, setting);
  const [index, , columnKey, ...rest] = path;
  const column = answer.columns.find((each) => each.key === columnKey);
  const row = typeof index === "number" ? tableRows(name, answer, entries, setting)[index]?.[0] : undefined;
  if (row === undefined || !column) return name;
  return pieceAt(pieceEntry(name, row, column.key), column.answer, rest, entries, setting);
}

function pieceAt(name: string, answer: CellAnswer, path: readonly PropertyKey[], entries: Entries, setting: ReadingSetting): string {
  const first = setting.languages[0] ?? setting.language;
  const [piece, next] = path;
  switch (answer.kind) {
    case "money":
      return pieceEntry(name, String(piece ?? "amount"));
    case "yes-no-unknown":
      return piece === "explanation" ? textEntry(pieceEntry(name, piece), String(next ?? first)) : name;
    case "short-text":
    case "long-text":
      return textEntry(name, String(piece ?? first));
    case "text-list": {
      const item = typeof piece === "number" ? listItems(name, entries, setting)[piece]?.[0] : undefined;
      return textEntry(pieceEntry(name, item ?? 0), String(next ?? first));
    }
    default:
      return name;
  }
}
