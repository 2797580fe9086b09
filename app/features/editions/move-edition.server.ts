import { editionMoveNow, EditionState, type EditionMove } from "~/domain/moves/edition";
import { requireMay } from "~/platform/acting.server";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { keepVersion } from "~/platform/versions.server";
import { listPlaced } from "./prepare-edition.server";

/** Names one edition at the version it was read at. */
export interface NamedEdition {
  assessmentId: string;
  id: string;
  version: number;
}

/** Moves an edition within a change, with what else the move sets; refuses one that is gone, overtaken, in another state or changed since. */
export async function moveEdition(
  tx: Tx,
  context: ChangeContext,
  { assessmentId, id, version }: NamedEdition,
  name: EditionMove,
  set: { releasedAt?: Date; releasedById?: string; withdrawnAt?: Date; reason?: string },
) {
  requireMay(context, assessmentId, "edition.release", "edition.list");
  const edition = await tx.edition.findFirst({ where: { id, assessmentId }, omit: { blocks: true } });
  if (!edition) throw refuse("not-found");
  const state = EditionState.parse(edition.state);
  const move = editionMoveNow({ ...edition, state }, await listPlaced(tx, assessmentId), name);
  if (!move) throw refuse("wrong-state", { state });
  const { count } = await tx.edition.updateMany({ where: { id, version }, data: { ...set, state: move.to, version: version + 1 } });
  if (count === 0) throw refuse("conflict", { version: edition.version });
  const body = { number: edition.number, draft: edition.draft, state: move.to, hash: edition.hash, reason: set.reason ?? null };
  await keepVersion(tx, { assessmentId, kind: "edition", recordId: id, number: version + 1, body, by: context.by, at: context.at });
  return { ...edition, version: version + 1 };
}
