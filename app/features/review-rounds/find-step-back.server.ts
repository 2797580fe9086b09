import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { keepVersion } from "~/platform/versions.server";

/** A step-back of the assessment that holds, at the version that the form was read at. */
export async function findStepBack(tx: Tx, { assessmentId, id, version }: { assessmentId: string; id: string; version: number }) {
  const found = await tx.stepBack.findFirst({ where: { id, assessmentId } });
  if (!found) throw refuse("not-found");
  if (found.endedAt !== null) throw refuse("wrong-state", { state: "ended" });
  if (found.version !== version) throw refuse("conflict", { theirs: { version: found.version } });
  return found;
}

/** Keeps what a step-back holds now, its reason too: that version is read by nobody but the lead and her whom it is about. */
export async function keepStepBack(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const { assessmentId, version, at: since, endedAt, ...fields } = await tx.stepBack.findUniqueOrThrow({ where: { id } });
  const body = { ...fields, at: since.toISOString(), endedAt: endedAt?.toISOString() ?? null };
  await keepVersion(tx, { assessmentId, kind: "step-back", recordId: id, number: version, body, by, at });
}

/** The name of a user as it is now. */
export async function nameOf(tx: Tx, id: string): Promise<string> {
  return (await tx.user.findUniqueOrThrow({ where: { id }, select: { name: true } })).name;
}
