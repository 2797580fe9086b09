import { z } from "zod";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { indexText } from "~/platform/index-text.server";
import { refuse } from "~/platform/refusal.server";
import { keepVersion } from "~/platform/versions.server";

/** An actor that can be changed: of this assessment and not archived. */
export async function findChangeableActor(tx: Tx, assessmentId: string, id: string) {
  const actor = await tx.actor.findFirst({ where: { id, assessmentId } });
  if (!actor) throw refuse("not-found");
  if (actor.archivedAt) throw refuse("wrong-state", { state: "archived" });
  return actor;
}

/** A fact that can be changed, with its actor. */
export async function findChangeableFact(tx: Tx, assessmentId: string, id: string) {
  const fact = await tx.actorFact.findFirst({ where: { id, assessmentId }, include: { actor: { select: { archivedAt: true } } } });
  if (!fact) throw refuse("not-found");
  if (fact.archivedAt || fact.actor.archivedAt) throw refuse("wrong-state", { state: "archived" });
  return fact;
}

/** Keeps what the row of an actor holds now, and lets it be found by its name, kind and focus. */
export async function keepActor(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const row = await tx.actor.findUniqueOrThrow({ where: { id } });
  const { assessmentId, code, name, otherNames, kind, levels, focus, countries, url, mergedIntoId, archivedAt, version } = row;
  const body = {
    ...{ code, name, kind, levels, focus, countries, url, archivedAt: archivedAt?.toISOString() ?? null },
    ...(otherNames !== null && { otherNames }),
    ...(mergedIntoId !== null && { mergedIntoId }),
  };
  await keepVersion(tx, { assessmentId, kind: "actor", recordId: id, number: version, body, by, at });
  const { originalLanguage } = await tx.assessment.findUniqueOrThrow({ where: { id: assessmentId }, select: { originalLanguage: true } });
  const others = otherNames === null ? [] : Names.parse(JSON.parse(otherNames));
  const words = [name, ...others, ...Object.values(Texts.parse(JSON.parse(kind))), ...Object.values(Texts.parse(JSON.parse(focus)))];
  await indexText(tx, {
    assessmentId,
    kind: "actor",
    recordId: id,
    field: "name",
    language: originalLanguage,
    text: archivedAt ? "" : words.join("\n"),
  });
}

const Texts = z.record(z.string(), z.string());
const Names = z.array(z.string());

/** The languages of an assessment: in any of them a country may be named. */
export async function languagesOf(tx: Tx, assessmentId: string): Promise<string[]> {
  const { languages } = await tx.assessment.findUniqueOrThrow({ where: { id: assessmentId }, select: { languages: true } });
  return Names.parse(JSON.parse(languages));
}

const relationFields = {
  assessmentId: true,
  fromId: true,
  toId: true,
  code: true,
  kind: true,
  countries: true,
  asOf: true,
  sourceId: true,
  excerptId: true,
  ownStatement: true,
  note: true,
  language: true,
  archivedAt: true,
  version: true,
} as const;

/** Keeps what the row of a relation holds now. */
export async function keepRelation(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const row = await tx.actorRelation.findUniqueOrThrow({ where: { id }, select: relationFields });
  const { assessmentId, version, archivedAt, ...fields } = row;
  const body = { ...fields, archivedAt: archivedAt?.toISOString() ?? null };
  await keepVersion(tx, { assessmentId, kind: "actor-relation", recordId: id, number: version, body, by, at });
}

/** A relation that can be changed: of this assessment and not archived. */
export async function findChangeableRelation(tx: Tx, assessmentId: string, id: string) {
  const relation = await tx.actorRelation.findFirst({ where: { id, assessmentId } });
  if (!relation) throw refuse("not-found");
  if (relation.archivedAt) throw refuse("wrong-state", { state: "archived" });
  return relation;
}

const factFields = {
  assessmentId: true,
  actorId: true,
  code: true,
  field: true,
  label: true,
  value: true,
  text: true,
  language: true,
  asOf: true,
  sourceId: true,
  excerptId: true,
  ownStatement: true,
  protocolNumber: true,
  archivedAt: true,
  version: true,
} as const;

/** Keeps what the row of a fact holds now, and brings its words into the search index. */
export async function keepFact(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const row = await tx.actorFact.findUniqueOrThrow({ where: { id }, select: factFields });
  const { assessmentId, version, archivedAt, ...fields } = row;
  const body = { ...fields, archivedAt: archivedAt?.toISOString() ?? null };
  await keepVersion(tx, { assessmentId, kind: "actor-fact", recordId: id, number: version, body, by, at });
  await indexFact(tx, id);
}

/** Lets a fact be found by its words in each language; no longer when it is archived. */
export async function indexFact(tx: Tx, id: string): Promise<void> {
  const { assessmentId, text, language, archivedAt } = await tx.actorFact.findUniqueOrThrow({ where: { id } });
  await indexText(tx, { assessmentId, kind: "actor-fact", recordId: id, field: "text", language, text: archivedAt ? "" : text });
}

/** Refuses to take away facts that a statement or a judgement stands on. */
export async function requireUncitedFacts(tx: Tx, assessmentId: string, ids: readonly string[]): Promise<void> {
  const among = { in: [...ids] };
  const cited = await tx.link.count({ where: { assessmentId, toKind: "actor-fact", toId: among, archivedAt: null } });
  const grounds = await tx.ground.count({ where: { assessmentId, evidenceKind: "actor-fact", evidenceId: among } });
  if (cited + grounds > 0) throw refuse("wrong-state", { state: "cited" });
}
