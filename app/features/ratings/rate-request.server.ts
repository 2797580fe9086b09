import { data } from "@remix-run/node";
import type { JudgedSubject } from "~/domain/protocol/criteria";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, type Viewer } from "~/platform/guard.server";
import type { RoundRow } from "~/platform/judgements.server";
import { parseForm } from "~/platform/parse-form.server";
import { actOnRating } from "./act-on-rating.server";
import { findRatingRound, findSubjectOfRound, readRatePage } from "./read-rate-page.server";
import { roundAsked } from "./round-asked";
import { rateForms } from "./schema";

/** A subject to judge: by itself, in the round that the address asks for; or by its code in a round. */
export type SubjectAsked = { kind: JudgedSubject; id: string } | { round: number; code: string | undefined };

/** The page on which one subject is judged, as its address asks for it. */
export async function loadRating(request: Request, viewer: Viewer, assessment: AssessmentRow, asked: SubjectAsked) {
  const { study, round, subjectId } = await findAsked(request, viewer, assessment, asked);
  const find = new URL(request.url).searchParams.get("q") ?? "";
  return {
    page: await readRatePage(db, study, round.subjectKind, subjectId, round, find),
    base: `/assessments/${assessment.slug}`,
  };
}

/** Keeps what a rater posted; only who was assigned to the round may. */
export async function answerRating(request: Request, viewer: Viewer, assessment: AssessmentRow, asked: SubjectAsked) {
  const { round, subjectId } = await findAsked(request, viewer, assessment, asked);
  authorize(viewer, "round.rate", { assessmentId: assessment.id, raterIds: round.raters.map(({ id }) => id) });
  const form = await parseForm(request, rateForms);
  if (!form.ok) return data({ problem: form.problem }, { status: 422 });
  const { pathname, search } = new URL(request.url);
  const place = {
    assessmentId: assessment.id,
    round,
    subjectId,
    path: pathname.replace(/\.data$/u, "") + search,
    draft: request.headers.has("x-autosave"),
  };
  return actOnRating(changeContext(viewer, request, assessment), place, form.value);
}

async function findAsked(request: Request, viewer: Viewer, assessment: AssessmentRow, asked: SubjectAsked) {
  const study = { assessment, protocol: await protocolOf(assessment), viewer, language: viewer.language };
  if ("code" in asked) return { study, ...(await findSubjectOfRound(db, study, asked.round, asked.code)) };
  const number = roundAsked(new URL(request.url).searchParams);
  const round: RoundRow = await findRatingRound(db, study, asked.kind, asked.id, number);
  return { study, round, subjectId: asked.id };
}
