import { canonical } from "~/domain/canonical";
import { boundTable, tablesToBind, type DataTable } from "~/domain/evidence/data-table";
import { boundLinks, boundStatement, documentsCovered, type StatementFields } from "~/domain/evidence/digest-fields";
import type { EvidenceEntry, Sha256 } from "~/domain/evidence/evidence-list";
import { compare } from "~/domain/evidence/graph";
import { figuresCovered } from "~/domain/figures/bound";
import type { LocalText } from "~/domain/local-text";
import { isBound } from "~/domain/protocol/outline";

/** A block of a section with what a sign-off binds of it. */
export type BoundBlock =
  | ({ kind: "text"; sort: string } & Pick<StatementFields, "documents" | "original" | "links" | "figures">)
  | { kind: "statement"; sort: string; statement: StatementFields }
  | { kind: "repeat"; sort: string; code: string };

/** A section with everything that its content digest covers; `tables` are the values of its data block as shown. */
export interface SectionParts {
  heading: LocalText;
  language: string | null;
  blocks: readonly BoundBlock[];
  tables: readonly DataTable[];
}

/** The languages that a sign-off of a section can cover: its own where it is written in one only, else those of the assessment. */
export function languagesOf(section: { language: string | null }, languages: readonly string[]): readonly string[] {
  return section.language === null ? languages : [section.language];
}

/**
 * The canonical JSON that a sign-off of a section digests: heading, blocks in order, statements (number, kind, text, confidence),
 * links sorted, what the figures in its texts are now, and the bound values of its data blocks, in the languages covered. Data blocks that no sign-off binds are left out.
 */
export function sectionContent(section: SectionParts, languages: readonly string[]): string {
  const heading = Object.entries(section.heading).filter(([language]) => languages.includes(language));
  return canonical({
    heading: Object.fromEntries(heading.length > 0 ? heading : Object.entries(section.heading)),
    language: section.language,
    blocks: section.blocks.toSorted((one, other) => compare(one.sort, other.sort)).map((block) => boundBlock(block, languages)),
    data: tablesToBind(section.tables.filter(({ block }) => isBound(block))).map((table) => boundTable(table, languages)),
  });
}

/** The canonical JSON of a list of evidence; its SHA-256 is the evidence digest. */
export function evidenceContent(entries: readonly EvidenceEntry[]): string {
  return canonical(entries.map(({ kind, id, digest }) => ({ kind, id, digest })));
}

/** The two digests that a sign-off stores. */
export interface SectionDigests {
  content: string;
  evidence: string;
}

/** The digests of a section's content and evidence, as canonical JSON each. */
export function sectionDigests(content: string, evidence: string, sha256: Sha256): SectionDigests {
  return { content: sha256(content), evidence: sha256(evidence) };
}

function boundBlock(block: BoundBlock, languages: readonly string[]): object {
  switch (block.kind) {
    case "text": {
      const text = documentsCovered(block, languages);
      return { kind: "text", text, ...figuresCovered(block.figures, text), links: boundLinks(block.links) };
    }
    case "statement":
      return { kind: "statement", statement: boundStatement(block.statement, languages) };
    case "repeat":
      return { kind: "repeat", code: block.code };
  }
}
