import type { LocalText } from "~/domain/local-text";
import { rolesWith } from "~/domain/permissions";
import type { JudgedSubject } from "~/domain/protocol/criteria";
import { criteriaFor } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { findStudy, requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { listJudgedThings } from "~/platform/judgement-subjects.server";
import { keepRound } from "~/platform/keep-judgement.server";
import { refuse } from "~/platform/refusal.server";
import { requireDue } from "./set-due.server";

/** Who judges what on which criteria; ids of subjects are those of records, or of the protocol for options and policy nodes. */
export interface OpenRound {
  assessmentId: string;
  title: LocalText;
  subjectKind: JudgedSubject;
  subjectIds: readonly string[];
  criteria: readonly string[];
  raterIds: readonly string[];
  /** The day by which they are asked to send, as `2026-03-03`; none unless given. */
  dueOn?: string | null | undefined;
}

/** Begins a round: blind until every rater has sent. */
export async function openRound(context: ChangeContext, input: OpenRound): Promise<{ id: string; number: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, title, subjectKind, dueOn = null } = input;
    requireMay(context, assessmentId, "round.manage", "round.read");
    requireDue(context, dueOn);
    const { assessment, protocol } = await findStudy(tx, assessmentId);
    const criteria = requireCriteria(protocol, subjectKind, input.criteria);
    const subjects = await requireSubjects(tx, protocol, input);
    const raters = await requireRaters(tx, assessmentId, input.raterIds);
    const id = newId(context.at);
    const number = await nextNumber(tx, assessmentId, "round");
    const lists = { subjects: JSON.stringify(subjects.map((one) => one.id)), criteria: JSON.stringify(criteria.map((one) => one.id)) };
    await tx.round.create({
      data: {
        id,
        assessmentId,
        number,
        title: JSON.stringify(title),
        subjectKind,
        ...lists,
        blind: true,
        dueOn,
        protocolNumber: assessment.protocolNumber,
        createdAt: context.at,
        version: 1,
      },
    });
    for (const [place, { id: userId }] of raters.entries()) {
      const inOrder = new Date(context.at.getTime() + place); // ids of one moment have no order; these say who is rater A, B, C
      await tx.roundRater.create({ data: { id: newId(inOrder), assessmentId, roundId: id, userId, version: 1 } });
    }
    await keepRound(tx, context, id);
    const told = {
      subjectKind,
      subjects: subjects.map(({ code }) => code),
      criteria: criteria.map(({ code }) => code),
      raters: raters.map(({ name }) => name),
      ...(dueOn !== null && { dueOn }),
    };
    return {
      result: { id, number },
      event: { action: "round.open", subject: { type: "round", id, version: 1 }, label: String(number), change: told },
    };
  });
}

/** The criteria in the order of the protocol; refuses none, one twice and one of another kind of subject. */
function requireCriteria(protocol: Protocol, kind: JudgedSubject, ids: readonly string[]) {
  const found = criteriaFor(protocol, kind).filter(({ id }) => ids.includes(id));
  if (found.length === 0) throw refuse("invalid", { field: "criteria", problem: "choose" });
  if (found.length !== ids.length) throw refuse("invalid", { field: "criteria", problem: "unknown" });
  return found;
}

async function requireSubjects(tx: Tx, protocol: Protocol, { assessmentId, subjectKind, subjectIds }: OpenRound) {
  const found = (await listJudgedThings(tx, assessmentId, protocol, subjectKind)).filter(({ id }) => subjectIds.includes(id));
  if (found.length === 0) throw refuse("invalid", { field: "subjects", problem: "choose" });
  if (found.length !== subjectIds.length) throw refuse("invalid", { field: "subjects", problem: "unknown" });
  return found;
}

/** The people of these ids who may rate in this assessment today, in the order given. */
export async function requireRaters(tx: Tx, assessmentId: string, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) throw refuse("invalid", { field: "raters", problem: "choose" });
  const members = await tx.member.findMany({
    where: { assessmentId, userId: { in: [...ids] }, removedAt: null, role: { in: rolesWith("round.rate") } },
    select: { userId: true },
  });
  const users = await tx.user.findMany({
    where: { id: { in: members.map(({ userId }) => userId) }, deactivatedAt: null },
    select: { id: true, name: true },
  });
  const found = ids.flatMap((id) => users.filter((user) => user.id === id));
  if (found.length !== ids.length || users.length !== ids.length) throw refuse("invalid", { field: "raters", problem: "unknown" });
  return found;
}
