import type { SerializeFrom } from "@remix-run/node";
import { fileKinds } from "~/domain/files/kinds";
import { can } from "~/domain/permissions";
import type { AssessmentRow } from "~/platform/assessment.server";
import { findAttachment } from "~/platform/attachments.server";
import type { Db } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import type { Viewer } from "~/platform/viewer.server";
import { findSource } from "./queries.server";

/** A PDF of a source and what an excerpt of it needs. Not found when the file is of something else, is no PDF, or is not this person's to read. */
export async function loadReadPdf(
  db: Db,
  user: Viewer,
  assessment: AssessmentRow,
  at: { code: string | undefined; file: string | undefined },
) {
  const { id, code, printed, language, archivedAt } = await findSource(db, assessment.id, at.code);
  const file = await findAttachment(db, user, assessment.id, at.file);
  const isOfSource = file.holder.kind === "source" && file.holder.id === id;
  if (!isOfSource || file.type !== fileKinds.pdf.type) throw refuse("not-found");
  return {
    base: `/assessments/${assessment.slug}`,
    source: { id, code, printed, language },
    file: { id: file.id, name: file.name },
    excerpts: await db.excerpt.count({ where: { sourceId: id, archivedAt: null } }),
    languages: assessment.languages,
    mayWrite: can(user, "source.write", assessment) && archivedAt === null,
  };
}

/** What the page for reading a PDF gets. */
export type ReadPdf = SerializeFrom<typeof loadReadPdf>;
