import type { AuditEvent } from "~/domain/audit";
import { notesAfter } from "~/domain/codes/moving";
import { requireMay } from "~/platform/acting.server";
import { asEvents, change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { keepCoding, requireCode } from "./keep-coding.server";
import { type MovePlan, planMove, type WhichMarks } from "./plan-move.server";

/** Merging takes all marks of a code to another, splitting those that were chosen one by one. */
export type MoveAct = "merge" | "split";

export interface MoveCodings extends WhichMarks {
  /** Of the plan that was read: what happens is what was shown. */
  digest: string;
  reason: string;
}

/** Gives all marks of a code another code, for they are one; the codebook stays as it is. Refuses when they are no longer as they were shown. */
export async function mergeCode(context: ChangeContext, input: Omit<MoveCodings, "chosen">): Promise<{ moved: number }> {
  return moveCodings(context, { ...input, chosen: null }, "coding.merge");
}

/** Gives the chosen marks of a code another code. Refuses when they are no longer as they were shown. */
export async function splitCode(context: ChangeContext, input: MoveCodings & { chosen: readonly string[] }): Promise<{ moved: number }> {
  return moveCodings(context, input, "coding.split");
}

async function moveCodings(context: ChangeContext, input: MoveCodings, action: `coding.${MoveAct}`): Promise<{ moved: number }> {
  const { assessmentId, from, to, digest } = input;
  return change({ ...context, chain: assessmentId }, async (tx) => {
    requireMay(context, assessmentId, "coding.write", "coding.read");
    if (to === from) throw refuse("invalid", { field: "to", problem: "other-code" });
    await requireCode(tx, assessmentId, to, "to");
    const plan = await planMove(tx, input);
    if (plan.digest !== digest || plan.moves.length === 0) throw refuse("conflict");
    const notes = notesAfter(plan.moves);
    const events: AuditEvent[] = [];
    for (const one of plan.moves) events.push(await moveOne(tx, context, one, notes, { ...input, action }));
    for (const twin of standingWith(plan, notes)) events.push(await noteOne(tx, context, twin, notes.get(twin.id) ?? ""));
    return { result: { moved: plan.moves.length }, event: asEvents(events) };
  });
}

type Move = MovePlan["moves"][number];
type How = Pick<MoveCodings, "from" | "to" | "reason"> & { action: `coding.${MoveAct}` };

async function moveOne(tx: Tx, context: ChangeContext, { mark, twin }: Move, notes: ReadonlyMap<string, string>, how: How) {
  const { id, version } = mark;
  const { from: code, to, reason, action } = how;
  await write(tx, context, mark, twin ? { archivedAt: context.at } : { code: to, note: notes.get(id) ?? mark.note });
  const subject = { type: "coding", id, version: version + 1 } as const;
  const told = { code, to, ...(twin && { already: true as const }), reason };
  return { action, subject, label: mark.textCode || code, change: told };
}

/** The marks that stood at the other code before, whose note changes. */
function standingWith({ moves }: MovePlan, notes: ReadonlyMap<string, string>): Move["mark"][] {
  const moving = new Set(moves.map(({ mark }) => mark.id));
  const twins = moves.flatMap(({ twin }) => (twin && notes.has(twin.id) && !moving.has(twin.id) ? [twin] : []));
  return [...new Map(twins.map((twin) => [twin.id, twin])).values()];
}

async function noteOne(tx: Tx, context: ChangeContext, mark: Move["mark"], note: string): Promise<AuditEvent> {
  await write(tx, context, mark, { note });
  const subject = { type: "coding", id: mark.id, version: mark.version + 1 } as const;
  return { action: "coding.change", subject, label: mark.textCode || mark.code, change: { changed: ["note"] } };
}

async function write(
  tx: Tx,
  context: ChangeContext,
  { id, version }: { id: string; version: number },
  data: { code?: string; note?: string; archivedAt?: Date },
): Promise<void> {
  const { count } = await tx.coding.updateMany({ where: { id, version }, data: { ...data, version: version + 1 } });
  if (count === 0) throw refuse("conflict");
  await keepCoding(tx, context, id);
}
