import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { documentOf } from "~/platform/evidence-graph.server";
import { authorize, type Viewer } from "~/platform/guard.server";
import { citableLinks } from "~/platform/read-text.server";
import { refuse } from "~/platform/refusal.server";
import { findSuggestedSection } from "./find-suggested.server";

/** The block of an address, named by the code of its statement or by its id, as it is written now. */
export async function findSuggestedBlock(db: Db, assessmentId: string, sectionId: string, name: string | undefined) {
  const here = { sectionId, assessmentId, archivedAt: null, repeats: null, data: null };
  const block = await db.block.findFirst({
    where: { ...here, OR: [{ id: name ?? "" }, { statement: { code: name ?? "" } }] },
    include: { statement: { select: { code: true } } },
  });
  if (!block) throw refuse("not-found");
  return block;
}

/** The page on which another wording of a block is suggested. A writer is refused: she writes it. */
export async function loadSuggest(db: Db, user: Viewer, assessment: AssessmentRow, code: string | undefined, name: string | undefined) {
  const { section, people, heading, base, path, reviews } = await findSuggestedSection(db, user, assessment, code);
  const block = await findSuggestedBlock(db, assessment.id, section.id, name);
  authorize(user, "suggestion.make", people);
  return {
    heading,
    base,
    path,
    reviews,
    block: {
      id: block.id,
      code: block.statement?.code ?? null,
      language: block.language,
      version: block.version,
      document: documentOf(block.document),
      citable: await citableLinks(db, assessment.id, block.id),
    },
  };
}

/** That page. */
export type SuggestView = Awaited<ReturnType<typeof loadSuggest>>;
