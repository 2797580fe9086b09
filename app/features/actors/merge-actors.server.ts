import type { AuditEvent } from "~/domain/audit";
import { type ChoiceField, mergedActor, mergeHindrance, type MergeSide, roundsThatMove } from "~/domain/actors/merging";
import { requireMay } from "~/platform/acting.server";
import { asEvents, change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { moveInterviewees } from "~/platform/move-interviewees.server";
import { moveJudgements } from "~/platform/move-judgements.server";
import { refuse } from "~/platform/refusal.server";
import { rowOfActor } from "./actor-row.server";
import { findChangeableActor, keepActor, languagesOf } from "./keep-actor.server";
import { mergeableOf } from "./mergeable.server";
import { moveFacts, moveRelations } from "./move-records.server";
import { roundsOfActors } from "./rounds-of-actors.server";

/** Two actors that are the same: the one that stays, the one that is merged into it, and whose value is taken of each field. */
export interface MergeActors {
  assessmentId: string;
  stays: { id: string; version: number };
  goes: { id: string; version: number };
  choices: Readonly<Record<ChoiceField, MergeSide>>;
  reason: string;
}

const fields = ["name", "otherNames", "kind", "levels", "focus", "countries", "url"] as const;

/**
 * Merges one actor into another. Its facts, relations, countries, names, judgements and interviewees become those of the one that stays, under the codes
 * that they have, so that whatever stands on them goes on standing. Refused while a round under way rates the one that goes, and where both
 * were judged in one round.
 */
export async function mergeActors(context: ChangeContext, input: MergeActors): Promise<{ code: string }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, reason } = input;
    requireMay(context, assessmentId, "actor.write", "actor.read");
    const stays = await findChangeableActor(tx, assessmentId, input.stays.id);
    const goes = await findChangeableActor(tx, assessmentId, input.goes.id);
    if (stays.id === goes.id) throw refuse("invalid", { field: "other", problem: "relation-itself" });
    const rounds = await roundsOfActors(tx, assessmentId);
    const hindrance = mergeHindrance(rounds, stays.id, goes.id);
    if (hindrance) throw refuse("wrong-state", { state: hindrance.why });
    const told = await takeOver(tx, context, input, { stays, goes });
    await takeAway(tx, context, input);
    const events: AuditEvent[] = [
      {
        action: "actor.merge",
        subject: { type: "actor", id: stays.id, version: stays.version + 1 },
        label: stays.code,
        change: { ...told, merged: goes.code, mergedName: goes.name, reason },
      },
      {
        action: "actor.merge-away",
        subject: { type: "actor", id: goes.id, version: goes.version + 1 },
        label: goes.code,
        change: { into: stays.code, intoName: stays.name, reason },
      },
      ...(await moveFacts(tx, context, stays, goes)),
      ...(await moveRelations(tx, context, stays, goes)),
      ...(await moveInterviewees(tx, context, { assessmentId, fromId: goes.id, toId: stays.id })),
    ];
    const ends = { fromId: goes.id, toId: stays.id, rounds: roundsThatMove(rounds, goes.id) };
    await moveJudgements(tx, context, { assessmentId, subjectKind: "actor", ...ends });
    return { result: { code: stays.code }, event: asEvents(events) };
  });
}

type ActorRow = Awaited<ReturnType<typeof findChangeableActor>>;

/** Gives the actor that stays what was chosen; tells which of its fields changed. */
async function takeOver(tx: Tx, context: ChangeContext, input: MergeActors, { stays, goes }: { stays: ActorRow; goes: ActorRow }) {
  const { id, version } = input.stays;
  const merged = mergedActor(mergeableOf(stays), mergeableOf(goes), input.choices);
  const after = { otherNames: stays.otherNames, ...rowOfActor(merged, await languagesOf(tx, input.assessmentId)) };
  const { count } = await tx.actor.updateMany({ where: { id, version }, data: { ...after, version: version + 1 } });
  if (count === 0) throw refuse("conflict", { version: stays.version });
  await keepActor(tx, context, id);
  const changed = fields.filter((field) => stays[field] !== after[field]);
  return Object.fromEntries(changed.map((field) => [field, { before: stays[field], after: after[field] }]));
}

/** Takes the other one off the list; its page leads to the one that stays from now on. */
async function takeAway(tx: Tx, context: ChangeContext, { stays, goes }: MergeActors): Promise<void> {
  const { id, version } = goes;
  const data = { archivedAt: context.at, mergedIntoId: stays.id, version: version + 1 };
  const { count } = await tx.actor.updateMany({ where: { id, version }, data });
  if (count === 0) throw refuse("conflict", { version });
  await keepActor(tx, context, id);
}
