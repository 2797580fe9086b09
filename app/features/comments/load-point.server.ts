import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { visibleTo } from "~/platform/comments.server";
import { listBlockRows } from "~/platform/evidence-graph.server";
import type { Viewer } from "~/platform/guard.server";
import { citableLinks } from "~/platform/read-text.server";
import { refuse } from "~/platform/refusal.server";
import { isShown, numberOf, type ThreadView } from "./comment-view";
import { listThreads } from "./list-threads.server";
import { loadComments } from "./load-comments.server";
import { marksOf } from "./passage-marks";

/** The page of one point: its thread, its passage in the text as it is now, and the open points before and after it. An answer leads to its point. */
export async function loadPoint(
  db: Db,
  user: Viewer,
  assessment: AssessmentRow,
  code: string | undefined,
  n: string | undefined,
  at: Date,
) {
  const view = await loadComments(db, user, assessment, code, { query: new URLSearchParams({ points: "all" }), at });
  const section = await db.section.findFirst({ where: { assessmentId: assessment.id, code: view.heading.code }, select: { id: true } });
  const number = numberOf(n);
  const row =
    section && number !== null
      ? await db.comment.findFirst({
          where: { sectionId: section.id, number, ...visibleTo(user.id) },
          select: { id: true, threadId: true },
        })
      : null;
  if (!row || !section) throw refuse("not-found");
  const blocks = await listBlockRows(db, { assessmentId: assessment.id, sectionIds: [section.id] });
  const { threads, places } = await listThreads(db, { assessmentId: assessment.id, sectionId: section.id, viewerId: user.id, blocks });
  const thread = threads.find(({ id }) => id === (row.threadId ?? row.id));
  if (!thread) throw refuse("not-found");
  const open = threads.filter((one) => isShown(one, "unresolved") && !one.draft);
  const place = open.findIndex(({ id }) => id === thread.id);
  const before = place < 0 ? open.filter((one) => Number(one.at) < Number(thread.at)).at(-1) : open[place - 1];
  const after = place < 0 ? open.find((one) => Number(one.at) > Number(thread.at)) : open[place + 1];
  return {
    view: { ...view, threads: [], marks: {} },
    thread,
    text: textOf(blocks, thread),
    cited: thread.blockId === null ? [] : await citableLinks(db, assessment.id, thread.blockId),
    marks: marksOf([thread], places, thread),
    previous: before?.at ?? null,
    next: after?.at ?? null,
  };
}

/** A point as its page shows it. */
export type PointView = Awaited<ReturnType<typeof loadPoint>>;

function textOf(blocks: Awaited<ReturnType<typeof listBlockRows>>, { blockId, language }: ThreadView) {
  const block = blocks.find(({ id }) => id === blockId);
  if (!block) return null;
  const translation = block.translations.find((one) => one.language === language);
  const shown = translation
    ? { document: translation.body, language: translation.language }
    : { document: block.document, language: block.language };
  return { blockId: block.id, ...shown };
}
