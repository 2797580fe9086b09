import { contentsLine } from "~/domain/document/assemble-document";
import type { EditionDocument, Inline, StatementShown } from "~/domain/document/model";

/** A statement of an edition, in the section where it has its home. */
export interface StatementPlace {
  code: string;
  sectionCode: string;
  text: string;
}

/** What a remark on an edition can be about, in the order of the document. */
export interface RemarkPlaces {
  sections: { code: string; title: string }[];
  statements: StatementPlace[];
}

/** The sections and statements of an edition that a remark can be about; a statement that is repeated stands at its home. */
export function placesOf(document: Pick<EditionDocument, "sections">): RemarkPlaces {
  return {
    sections: document.sections.map((section) => ({ code: section.code, title: contentsLine(section) })),
    statements: document.sections.flatMap(({ code: sectionCode, blocks }) =>
      blocks
        .filter((block): block is StatementShown => block.kind === "statement" && block.repeats === undefined)
        .map(({ code, paragraphs }) => ({ code, sectionCode, text: paragraphs.map(textOfInline).join(" ") })),
    ),
  };
}

/** What a remark is about: a statement in its section, a section, or the whole edition. */
export interface RemarkPlace {
  sectionCode: string | null;
  statementCode: string | null;
}

/** What a choice in the form is about (`edition`, `section:3.1`, `statement:C2`); null when the edition has no such place. */
export function placeOfChoice(choice: string, places: RemarkPlaces): RemarkPlace | null {
  if (choice === "edition") return { sectionCode: null, statementCode: null };
  const [kind, code] = [choice.slice(0, choice.indexOf(":")), choice.slice(choice.indexOf(":") + 1)];
  if (kind === "section") return places.sections.some((one) => one.code === code) ? { sectionCode: code, statementCode: null } : null;
  const statement = kind === "statement" ? places.statements.find((one) => one.code === code) : undefined;
  return statement ? { sectionCode: statement.sectionCode, statementCode: code } : null;
}

/** The choice in the form that names what a remark is about. */
export function choiceOfPlace({ sectionCode, statementCode }: RemarkPlace): string {
  if (statementCode !== null) return `statement:${statementCode}`;
  return sectionCode === null ? "edition" : `section:${sectionCode}`;
}

/** The words of a line, without notes and marks of grounds. */
function textOfInline(line: readonly Inline[]): string {
  return line.map((part) => (part.kind === "text" || part.kind === "reference" ? part.text : part.kind === "break" ? " " : "")).join("");
}
