import { placesOf } from "./check-references";
import type { EditionDocument } from "./model";
import { homeStatements } from "./provenance";
import type { ReturnedFile, ReturnedStatement } from "./returned-file";
import { statementText } from "./statement-text";

/** What a file that was just written holds when it is opened again: its places, where its links lead, and its statements where they can be read. */
export interface ReopenedFile {
  places: readonly string[];
  targets: readonly string[];
  statements: readonly ReturnedStatement[] | null;
}

/** The same of a file whose reader tells more. */
export function reopened({ places, statements }: ReturnedFile): ReopenedFile {
  return { places, statements, targets: statements.flatMap(({ grounds }) => grounds) };
}

/** What is wrong with a file that was written from a document: links that lead nowhere, and statements that it lacks or words otherwise. Empty when all is there. */
export function problemsOfFile(document: EditionDocument, file: ReopenedFile): string[] {
  const places = new Set(file.places);
  const lost = [...new Set(file.targets)].filter((target) => !places.has(target)).map((target) => `leads to ${target}`);
  const absent = placesOf(document).filter((place) => !places.has(place));
  return [...lost, ...absent.map((place) => `has no ${place}`), ...(file.statements ? reworded(document, file.statements) : [])];
}

function reworded(document: EditionDocument, statements: readonly ReturnedStatement[]): string[] {
  const found = new Map(statements.map(({ anchor, text }) => [anchor, text]));
  return homeStatements(document)
    .filter((statement) => found.get(statement.anchor) !== statementText(statement, document.words))
    .map(({ anchor }) => `tells ${anchor} otherwise`);
}
