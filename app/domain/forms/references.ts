import type { Answer, ReferenceTarget } from "~/domain/protocol/fields";
import type { AnswerValue, CellValue, RowValue } from "./values";

/** What an answer refers to: the kind of record and its id. */
export interface Reference {
  to: ReferenceTarget;
  id: string;
}

/** Everything that a value of this kind of answer refers to, in its columns too; nothing where the value is of another shape. */
export function referencesIn(answer: Answer, value: unknown): Reference[] {
  const found: Reference[] = [];
  withReferences(answer, value as AnswerValue, (reference) => {
    found.push(reference);
    return reference.id;
  });
  return found;
}

/** The value with each reference replaced, one that then stands there twice once. A value that is not of the kind of the answer comes back as it is. */
export function withReferences(answer: Answer, value: AnswerValue, replace: (reference: Reference) => string): AnswerValue {
  if (!Array.isArray(value)) return value;
  if (answer.kind === "reference") return [...new Set((value as string[]).map((id) => replace({ to: answer.to, id })))];
  if (answer.kind !== "table") return value;
  return (value as RowValue[]).map((row) => ({ ...row, cells: cellsWith(answer, row.cells, replace) }));
}

function cellsWith(
  { columns }: Extract<Answer, { kind: "table" }>,
  cells: RowValue["cells"],
  replace: (reference: Reference) => string,
): RowValue["cells"] {
  const replaced = columns.flatMap(({ key, answer }) => {
    const cell = cells[key];
    // A cell is never a table itself, so what comes back is a value of a cell.
    return cell === undefined ? [] : [[key, withReferences(answer, cell, replace) as CellValue] as const];
  });
  return { ...cells, ...Object.fromEntries(replaced) };
}
