import { relationFrom, type RelationEnds, type RelationSide, saysTheSame } from "~/domain/actors/relation";
import { readCountries } from "~/domain/actors/countries";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { codeOfSource, sourceOf } from "./fact-source.server";
import { languagesOf } from "./keep-actor.server";

/** What is recorded of a relation beside who relates to whom; countries are names or codes, a passage brings its source along. */
export interface RelationDetails {
  countries: readonly string[];
  asOf: string | null;
  sourceId: string | null;
  excerptId: string | null;
  ownStatement: boolean;
  note: string;
  language: string;
}

/** How an actor stands to another, as it is filled in on the page of the first. */
export interface RelationInput extends RelationDetails {
  side: RelationSide;
  otherId: string;
}

/** The columns of a relation as it is filled in. Refuses an actor of another study or an archived one, one that relates to itself, and a relation that is there already. */
export async function rowOfRelation(tx: Tx, assessmentId: string, actorId: string, input: RelationInput, ownId: string | null) {
  const ends = relationFrom(input.side, actorId, input.otherId);
  if (ends.fromId === ends.toId) throw refuse("invalid", { field: "other", problem: "relation-itself" });
  const actors = await tx.actor.findMany({ where: { assessmentId, id: { in: [ends.fromId, ends.toId] }, archivedAt: null } });
  const [from, to] = [actors.find(({ id }) => id === ends.fromId), actors.find(({ id }) => id === ends.toId)];
  if (!from || !to) throw refuse("invalid", { field: "other", problem: "unknown" });
  await requireNew(tx, assessmentId, ends, ownId);
  const { asOf, ownStatement, note, language } = input;
  const languages = await languagesOf(tx, assessmentId);
  if (!languages.includes(language)) throw refuse("invalid", { field: "language", problem: "unknown" });
  const columns = {
    ...ends,
    countries: JSON.stringify(readCountries(input.countries, languages)),
    ...{ asOf, ownStatement, note: note.trim(), language },
    ...(await sourceOf(tx, assessmentId, input)),
  };
  return { columns, from: from.code, to: to.code };
}

async function requireNew(tx: Tx, assessmentId: string, ends: RelationEnds, ownId: string | null): Promise<void> {
  const { fromId, toId, kind } = ends;
  const rows = await tx.actorRelation.findMany({
    where: { assessmentId, kind, archivedAt: null, fromId: { in: [fromId, toId] }, toId: { in: [fromId, toId] } },
    select: { id: true, fromId: true, toId: true },
  });
  if (rows.some(({ id, ...row }) => id !== ownId && saysTheSame({ ...row, kind }, ends)))
    throw refuse("invalid", { field: "other", problem: "relation-twice" });
}

/** What the trail tells of a relation. */
export async function toldRelation(tx: Tx, { columns, from, to }: Awaited<ReturnType<typeof rowOfRelation>>) {
  const { kind, countries, asOf, ownStatement, note } = columns;
  return { actor: from, kind, other: to, countries, asOf, source: await codeOfSource(tx, columns), ownStatement, note };
}
