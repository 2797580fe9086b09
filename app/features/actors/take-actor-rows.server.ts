import type { ActorParts, ActorPlanRow } from "~/domain/actors/import-actor";
import { relationFrom, type RelationEnds, RelationKind, saysTheSame } from "~/domain/actors/relation";
import type { AuditEvent } from "~/domain/audit";
import { findStudy } from "~/platform/acting.server";
import type { ChangeContext } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import type { TakenRows } from "~/platform/sheet-kind";
import { storedNames } from "./actor-row.server";
import { createActor } from "./add-actor.server";
import { createFact } from "./create-fact.server";
import { findChangeableActor, keepActor, keepRelation } from "./keep-actor.server";
import { rowOfRelation, toldRelation } from "./relation-row.server";

interface Where {
  assessmentId: string;
  /** The language of the texts in the spreadsheet. */
  language: string;
}

/** Takes rows over within a change: actors with their facts in the first pass, relations between them in the second. One event for each record. */
export async function takeActorRows(
  tx: Tx,
  context: ChangeContext,
  where: Where,
  rows: readonly ActorPlanRow[],
  pass: number,
): Promise<TakenRows> {
  if (pass === 2) return takeRelations(tx, context, where, rows);
  const study = await findStudy(tx, where.assessmentId);
  const events: AuditEvent[] = [];
  const made = new Map<string, { id: string; code: string }>();
  const changed = new Set<string>();
  for (const row of rows) {
    const known = row.actorId === null ? made.get(row.key) : await findChangeableActor(tx, where.assessmentId, row.actorId);
    const actor = known ?? (await addFrom(tx, context, where, row.parts, events));
    if (!known) made.set(row.key, actor);
    const before = events.length;
    if (known) await complete(tx, context, where, known.id, row.parts, events);
    for (const { field, value, text, asOf } of row.facts) {
      const { sourceId, excerptId, ownStatement } = row.marks;
      const input = { sourceId, excerptId, ownStatement, field, value, text, asOf, label: null, language: where.language };
      events.push((await createFact(tx, context, study, actor, input)).event);
    }
    if (row.actorId !== null && events.length > before) changed.add(row.actorId);
  }
  return { events, added: made.size, changed: changed.size };
}

async function addFrom(tx: Tx, context: ChangeContext, { assessmentId, language }: Where, parts: ActorParts, events: AuditEvent[]) {
  const { name, otherNames, kind, levels, focus, countries, url } = parts;
  const local = (text: string) => (text === "" ? {} : { [language]: text });
  const input = { name, otherNames, levels, countries, url, kind: local(kind), focus: local(focus), assessmentId };
  const { result, event } = await createActor(tx, context, input);
  events.push(event);
  return result;
}

/** Gives an actor what it lacks; what it has stays. */
async function complete(
  tx: Tx,
  context: ChangeContext,
  { assessmentId, language }: Where,
  id: string,
  parts: ActorParts,
  events: AuditEvent[],
) {
  const before = await findChangeableActor(tx, assessmentId, id);
  const list = (stored: string | null, more: readonly string[]) => [...(JSON.parse(stored ?? "[]") as string[]), ...more]; // a list of texts in every row
  const local = (stored: string, text: string) => JSON.stringify({ ...(JSON.parse(stored) as object), [language]: text }); // likewise a text by language
  const after = {
    ...(parts.otherNames.length > 0 && { otherNames: storedNames(list(before.otherNames, parts.otherNames), before.name) }),
    ...(parts.levels.length > 0 && { levels: JSON.stringify(list(before.levels, parts.levels)) }),
    ...(parts.countries.length > 0 && { countries: JSON.stringify(list(before.countries, parts.countries)) }),
    ...(parts.kind !== "" && { kind: local(before.kind, parts.kind) }),
    ...(parts.focus !== "" && { focus: local(before.focus, parts.focus) }),
    ...(parts.url !== null && { url: parts.url }),
  };
  const fields = (["otherNames", "levels", "countries", "kind", "focus", "url"] as const).filter((field) => field in after);
  if (fields.length === 0) return;
  const version = before.version + 1;
  await tx.actor.update({ where: { id }, data: { ...after, version } });
  await keepActor(tx, context, id);
  const told = Object.fromEntries(fields.map((field) => [field, { before: before[field], after: after[field] ?? null }]));
  events.push({ action: "actor.change", subject: { type: "actor", id, version }, label: before.code, change: told });
}

/** By now every actor is there: a relation that still names one by its name alone was left out with its row. */
async function takeRelations(
  tx: Tx,
  context: ChangeContext,
  { assessmentId, language }: Where,
  rows: readonly ActorPlanRow[],
): Promise<TakenRows> {
  const events: AuditEvent[] = [];
  const there = await tx.actorRelation.findMany({
    where: { assessmentId, archivedAt: null },
    select: { fromId: true, toId: true, kind: true },
  });
  const done: RelationEnds[] = there.map(({ fromId, toId, kind }) => ({ fromId, toId, kind: RelationKind.parse(kind) }));
  for (const { actorId, relations, marks } of rows) {
    for (const { side, other } of relations) {
      if (actorId === null || !("id" in other)) continue;
      const ends = relationFrom(side, actorId, other.id);
      if (done.some((one) => saysTheSame(one, ends))) continue;
      done.push(ends);
      const input = { ...marks, side, otherId: other.id, countries: [], note: "", language };
      const row = await rowOfRelation(tx, assessmentId, actorId, input, null);
      const id = newId(context.at);
      const number = await nextNumber(tx, assessmentId, `relation ${row.from}`);
      const code = `${row.from}:r${number}`;
      await tx.actorRelation.create({
        data: { id, assessmentId, number, code, ...row.columns, byId: context.by.id, at: context.at, version: 1 },
      });
      await keepRelation(tx, context, id);
      const subject = { type: "actor-relation", id, version: 1 } as const;
      events.push({ action: "actor.add-relation", subject, label: code, change: await toldRelation(tx, row) });
    }
  }
  return { events, added: 0, changed: 0 };
}
