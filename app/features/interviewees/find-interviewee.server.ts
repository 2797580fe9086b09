import type { SerializeFrom } from "@remix-run/node";
import { can } from "~/domain/permissions";
import type { Protocol } from "~/domain/protocol/schema";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { findIdentityIfAny, listInterviewees } from "~/platform/listed-interviewees.server";
import { refuse } from "~/platform/refusal.server";

/** An interviewee of an address as this person may see her. Organisation, role and identity can be changed by those who see them. */
export async function findInterviewee(db: Db, user: Viewer, assessment: AssessmentRow, protocol: Protocol, code: string | undefined) {
  const [interviewee] = await listInterviewees(db, user, protocol, assessment.id, { code: code ?? "" });
  if (!interviewee) throw refuse("not-found");
  const seesAll = interviewee.viewer === "identity";
  const actorId = seesAll ? (await db.interviewee.findUnique({ where: { id: interviewee.id }, select: { actorId: true } }))?.actorId : null;
  return {
    interviewee,
    actorId: actorId ?? null,
    identity: await findIdentityIfAny(db, interviewee.viewer, interviewee.id),
    ...(await intervieweeOptions(db, assessment, protocol)),
    may: { write: can(user, "interviewee.write", assessment) && seesAll && !interviewee.archived },
  };
}

/** What the form of an interviewee offers: kinds of the protocol, and the actors. */
export async function intervieweeOptions(db: Db, assessment: AssessmentRow, protocol: Protocol) {
  const actors = await db.actor.findMany({
    where: { assessmentId: assessment.id, archivedAt: null },
    select: { id: true, code: true, name: true },
    orderBy: { number: "asc" },
  });
  return {
    kinds: (protocol.guide?.intervieweeKinds ?? []).map(({ id, title }) => ({ id, title })),
    actors,
    languages: assessment.languages,
  };
}

/** What the page of an interviewee gets. */
export type IntervieweePage = SerializeFrom<typeof findInterviewee>;
/** What the form of an interviewee offers. */
export type IntervieweeOptions = SerializeFrom<typeof intervieweeOptions>;
