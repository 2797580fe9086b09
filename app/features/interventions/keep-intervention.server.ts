import { findStudy } from "~/platform/acting.server";
import type { LocalText } from "~/domain/local-text";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { indexText } from "~/platform/index-text.server";
import { refuse } from "~/platform/refusal.server";
import { keepVersion } from "~/platform/versions.server";

/** An intervention as filled in: under a set of the protocol by its id, or under a group of its own title. */
export interface InterventionInput {
  groupKey: string | null;
  groupTitle: LocalText | null;
  title: string;
  description: string;
  language: string;
  sourceId: string | null;
}

/** The columns of an intervention; refuses a set and a source that are not there, and a group without a title. */
export async function rowOfIntervention(
  tx: Tx,
  assessmentId: string,
  { groupKey, groupTitle, title, description, language, sourceId }: InterventionInput,
) {
  const { protocol } = await findStudy(tx, assessmentId);
  const set = protocol.interventionSets?.find(({ id }) => id === groupKey);
  if (groupKey !== null && !set) throw refuse("invalid", { field: "group", problem: "unknown" });
  const group = set?.title ?? groupTitle;
  if (!group) throw refuse("invalid", { field: "groupTitle", problem: "required" });
  if (sourceId !== null && (await tx.source.count({ where: { id: sourceId, assessmentId, archivedAt: null } })) === 0)
    throw refuse("invalid", { field: "source", problem: "unknown" });
  return { groupKey, groupTitle: JSON.stringify(group), title, description, language, sourceId };
}

/** An intervention that can be changed: of this assessment and not archived. */
export async function findChangeableIntervention(tx: Tx, assessmentId: string, id: string) {
  const row = await tx.intervention.findFirst({ where: { id, assessmentId } });
  if (!row) throw refuse("not-found");
  if (row.archivedAt) throw refuse("wrong-state", { state: "archived" });
  return row;
}

/** Keeps what the row of an intervention holds now, and lets it be found by its words. */
export async function keepIntervention(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const { assessmentId, code, groupKey, groupTitle, title, description, language, sourceId, archivedAt, version } =
    await tx.intervention.findUniqueOrThrow({ where: { id } });
  const body = { code, groupKey, groupTitle, title, description, language, sourceId, archivedAt: archivedAt?.toISOString() ?? null };
  await keepVersion(tx, { assessmentId, kind: "intervention", recordId: id, number: version, body, by, at });
  await indexIntervention(tx, id);
}

/** Lets an intervention be found by title and description; no longer when it is archived. */
export async function indexIntervention(tx: Tx, id: string): Promise<void> {
  const { assessmentId, title, description, language, archivedAt } = await tx.intervention.findUniqueOrThrow({ where: { id } });
  await indexText(tx, {
    assessmentId,
    kind: "intervention",
    recordId: id,
    field: "title",
    language,
    text: archivedAt ? "" : `${title}\n${description}`,
  });
}
