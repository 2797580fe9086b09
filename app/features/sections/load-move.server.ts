import { redirect } from "@remix-run/node";
import { dayAt } from "~/domain/day";
import { gapsOfSection } from "~/domain/evidence/gaps";
import { readDate } from "~/domain/forms/read-date";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import type { Db } from "~/platform/db.server";
import { readEvidence, whichOf } from "~/platform/evidence.server";
import { fieldProblem, type FormProblem } from "~/platform/form-problem";
import type { Viewer } from "~/platform/guard.server";
import { namesOfUsers } from "~/platform/names-of-users.server";
import { catchRefusal, refuse } from "~/platform/refusal.server";
import { recallSection } from "./recall-section.server";
import { reopenSection } from "./reopen-section.server";
import { findSectionStudy, type SectionStudy } from "./section-study.server";
import { sectionHead } from "./section-view.server";
import { countTextProblems } from "./text-names.server";
import { sendToReview } from "./send-to-review.server";

/** The moves that have a page of their own to confirm them. */
export type ConfirmedMove = "send-to-review" | "recall" | "reopen";

/** What the page that confirms a move says. Refused (409) where the state does not have the move. */
export async function loadMove(db: Db, user: Viewer, assessment: AssessmentRow, code: string | undefined, name: ConfirmedMove) {
  const study = await findSectionStudy(db, user, assessment, code);
  const move = study.moves.find((one) => one.name === name);
  if (!move) throw refuse("wrong-state", { state: study.section.state, back: sectionHead(study, new Map()).path });
  const { people } = study.standing;
  const names = await namesOfUsers(db, [...people.writerIds, ...people.reviewerIds]);
  const gaps = gapsOfSection(study.document.graph, study.section.id);
  const head = sectionHead(study, names);
  return {
    head,
    move: name,
    hindrance: move.hindrance,
    reviewers: head.reviewers,
    reviewersWhoWrote: people.reviewerIds.flatMap((id) => (study.people.authorIds.includes(id) ? [names.get(id) ?? ""] : [])),
    withoutGround: gaps.unsupported.map((statement) => statement.code),
    contradictionOpen: gaps.contradictionOpen.map((statement) => statement.code),
    texts: name === "send-to-review" ? await countTextProblems(db, study) : { changed: 0, broken: 0 },
    leftOut: name === "send-to-review" ? await listLeftOutGrounds(db, study) : [],
  };
}

/** The codes of what the blocks of a section cite although the screening left its source out. */
async function listLeftOutGrounds(db: Db, { assessment, protocol, user, document, section }: SectionStudy): Promise<string[]> {
  const { graph } = document;
  const cited = (graph.blocksOfSection.get(section.id) ?? []).flatMap(({ id }) => (graph.linksOfBlock.get(id) ?? []).map(({ to }) => to));
  const evidence = await readEvidence(db, { assessment, protocol, viewer: user, which: whichOf(cited) });
  return [...evidence.values()].flatMap(({ leftOut, code }) => (leftOut ? [code] : [])).toSorted();
}

/** Makes a confirmed move, and leads back to the section; a version that was overtaken comes back as a problem (409). */
export async function confirmMove(
  context: ChangeContext,
  { assessment, section }: SectionStudy,
  name: ConfirmedMove,
  form: { version: number; reason?: string; dueOn?: string; note?: string | null },
): Promise<Response | { problem: FormProblem; status: number }> {
  const dueOn = readDay(form.dueOn ?? "");
  if (dueOn === undefined) return { problem: fieldProblem(form, "dueOn", "date"), status: 422 };
  if (dueOn !== null && dueOn < dayAt(context.at)) return { problem: fieldProblem(form, "dueOn", "in-past"), status: 422 };
  const input = { assessmentId: assessment.id, id: section.id, version: form.version };
  const moves = {
    "send-to-review": () => sendToReview(context, { ...input, dueOn, note: form.note ?? "" }),
    recall: () => recallSection(context, input),
    reopen: () => reopenSection(context, { ...input, reason: form.reason ?? "" }),
  } satisfies Record<ConfirmedMove, () => Promise<unknown>>;
  const done = await catchRefusal<unknown>(moves[name], "conflict");
  if (!done.ok)
    return { problem: { ...fieldProblem(form, "version", "changed-meanwhile"), form: ["changed-meanwhile"], fields: {} }, status: 409 };
  return redirect(`/assessments/${assessment.slug}/sections/${section.code}`);
}

/** The day that was typed; null where nothing was, undefined for what is no day. */
function readDay(typed: string): string | null | undefined {
  if (typed.trim() === "") return null;
  const date = readDate(typed);
  return date !== null && /^\d{4}-\d{2}-\d{2}$/u.test(date) ? date : undefined;
}
