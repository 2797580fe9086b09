import { compareStatementCodes } from "~/domain/evidence/codes";
import { isContradicted, isUnsupported } from "~/domain/evidence/gaps";
import { statementKinds } from "~/domain/evidence/kinds";
import { statementsOn } from "~/domain/evidence/graph";
import { textIn } from "~/domain/local-text";
import { numberSections } from "~/domain/sections/numbering";
import { textOfDoc } from "~/domain/text/text-of-doc";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { StudyDocument } from "~/platform/evidence-graph.server";
import { readKeptDocument } from "~/platform/kept-document.server";
import { readingOf, shownDocument } from "~/platform/evidence-view.server";
import type { Viewer } from "~/platform/guard.server";

/** What narrows the list: a kind, what lacks a ground or is contradicted, and the section. */
export interface StatementFilter {
  kind: string;
  ground: string;
  section: string;
}

/** The statements of an assessment along the chain, each with its words, its links by kind, where it stands and what stands on it. */
export async function listStatements(db: Db, user: Viewer, assessment: AssessmentRow, filter: StatementFilter) {
  const document = await readKeptDocument(db, assessment.id);
  const reading = readingOf(user.language, assessment);
  const numbers = new Map(numberSections(document.sections).map(({ section, number }) => [section.id, number]));
  const rows = [...document.graph.statements.values()].flatMap((statement) => {
    const block = document.blocks.get(statement.blockId);
    const section = document.sections.find(({ id }) => id === statement.sectionId);
    if (!block || !section) return [];
    const { document: words, language, state } = shownDocument(block, { language: section.language ?? reading.language });
    return [
      {
        code: statement.code,
        kind: statement.kind,
        text: textOfDoc(words),
        language,
        state,
        links: (document.graph.linksOfBlock.get(block.id) ?? []).map(({ kind }) => kind),
        unsupported: isUnsupported(document.graph, statement),
        contradicted: isContradicted(document.graph, statement),
        section: {
          code: section.code,
          number: numbers.get(section.id) ?? null,
          heading: textIn(section.heading, reading.language, reading.fallback),
        },
        citedBy: citing(document, statement.id),
      },
    ];
  });
  const sorted = rows.toSorted((one, other) => compareStatementCodes(one.code, other.code));
  return {
    rows: sorted.filter((row) => fits(row, filter)),
    total: rows.length,
    withoutGround: rows.filter(({ unsupported }) => unsupported).length,
  };
}

function citing({ graph }: StudyDocument, id: string): string[] {
  return statementsOn(graph, { kind: "statement", id })
    .map(({ statement }) => statement.code)
    .toSorted(compareStatementCodes);
}

/** A line of the list. */
export type StatementLine = Awaited<ReturnType<typeof listStatements>>["rows"][number];

function fits(
  row: { kind: string; unsupported: boolean; contradicted: boolean; section: { code: string } },
  { kind, ground, section }: StatementFilter,
): boolean {
  const known = statementKinds.some((each) => each === kind);
  return (
    (!known || row.kind === kind) &&
    (ground !== "none" || row.unsupported) &&
    (ground !== "contradicted" || row.contradicted) &&
    (section === "" || row.section.code === section)
  );
}
