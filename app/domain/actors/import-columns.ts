import { factFields } from "~/domain/actors/fact";
import { type RelationSide, relationSides } from "~/domain/actors/relation";
import type { FormField } from "~/domain/forms/form-field";
import { type LocalText, textIn } from "~/domain/local-text";
import type { CellAnswer } from "~/domain/protocol/fields";
import type { Protocol } from "~/domain/protocol/schema";
import type { ColumnTarget } from "~/domain/sheets/columns";

/** What of an actor itself a column can hold. */
const actorParts = ["name", "otherNames", "kind", "levels", "focus", "countries", "url"] as const;
/** What of an actor itself a column can hold. */
export type ActorPart = (typeof actorParts)[number];

/** What a column can say of all facts and relations of its row. */
const factMarks = ["asOf", "source", "ownStatement", "currency"] as const;

/** A name of something that a column can hold, by which its words are found: a relation as `relation-funds`. */
export type ColumnWord = ActorPart | (typeof factMarks)[number] | `relation-${RelationSide}`;

/** The words for what columns can hold: its label, the heads by which it is recognised in any language, and the names of the groups. */
export interface ColumnWords {
  label(word: ColumnWord): string;
  heads(word: ColumnWord): readonly string[];
  group(group: "actor" | "facts" | "marks" | "relations"): string;
  /** The language of the page, and those of the study. */
  language: string;
  languages: readonly string[];
}

/** A fact, or one column of a fact that is a table, as a column of a spreadsheet holds it. */
export interface FactTarget {
  key: string;
  field: FormField;
  /** Key of the column of a table; null where the fact is no table. */
  column: string | null;
  answer: CellAnswer;
  label: LocalText;
}

/** The facts that the protocol asks for, as columns of a spreadsheet can hold them; a table has one for each of its columns. */
export function factTargets(protocol: Protocol): FactTarget[] {
  return factFields(protocol).flatMap((field): FactTarget[] => {
    const { answer, name, label } = field;
    if (answer.kind !== "table") return [{ key: `fact:${name}`, field, column: null, answer, label }];
    // A row of a spreadsheet gives a table one row; which of fixed rows it would be, nothing says.
    if (answer.rows) return [];
    return answer.columns.map((column) => ({
      key: `fact:${name}:${column.key}`,
      field,
      column: column.key,
      answer: column.answer,
      label: joined(label, column.label),
    }));
  });
}

function joined(one: LocalText, other: LocalText): LocalText {
  return Object.fromEntries(
    Object.keys(one).map((language) => [language, `${one[language]}: ${other[language] ?? textIn(other, language)}`]),
  );
}

/** Everything that a column of a spreadsheet of actors can hold. */
export function actorTargets(protocol: Protocol, words: ColumnWords): ColumnTarget[] {
  const plain = (word: ColumnWord, key: string, group: Parameters<ColumnWords["group"]>[0]): ColumnTarget => ({
    key,
    label: words.label(word),
    group: words.group(group),
    heads: words.heads(word),
  });
  return [
    ...actorParts.map((part) => plain(part, part, "actor")),
    ...factTargets(protocol).map(({ key, field, column, answer, label }) => ({
      key,
      label: textIn(label, words.language, words.languages),
      group: words.group("facts"),
      heads: [...Object.values(label), ...(column === null ? [field.name, ...Object.values(field.label)] : [])],
      many: column === null,
      numeric: answer.kind === "number" || answer.kind === "money" || answer.kind === "scale",
      whole: answer.kind === "number" && answer.decimals === 0,
      currencies: answer.kind === "money" ? answer.currencies : undefined,
      dated: true,
    })),
    ...factMarks.map((mark) => plain(mark, mark, "marks")),
    ...relationSides.map((side) => ({ ...plain(`relation-${side}`, `relation:${side}`, "relations"), many: true })),
  ];
}
