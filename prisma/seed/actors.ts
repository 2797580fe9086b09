import { z } from "zod";
import { addActor } from "~/features/actors/add-actor.server";
import type { RelationSide } from "~/domain/actors/relation";
import { addFact } from "~/features/actors/add-fact.server";
import { addRelation } from "~/features/actors/add-relation.server";
import { translateFact } from "~/features/actors/translate-fact.server";
import { translateRelation } from "~/features/actors/translate-relation.server";
import { Both, recordOf, type SeededStudy } from "./study";

/** An actor as both examples tell it. */
export const ActorRecord = z.looseObject({
  id: z.string(),
  name: z.string(),
  group: Both,
  level: z.array(z.string()),
  focus: Both.optional(),
  country: z.string().optional(),
  url: z.string().optional(),
  sources: z.array(z.string()).optional(),
});
export type ActorRecord = z.infer<typeof ActorRecord>;

/** A fact about an actor: a value by the kind of answer of its field, or words in both languages. */
export interface FactPlan {
  /** Its ids in the example. */
  ids: readonly string[];
  actor: string;
  field: string;
  label?: { nl: string; en: string };
  value: unknown;
  /** Records that it refers to, by their ids in the example: they are its value then. */
  refers?: readonly string[];
  words: { nl: string; en: string } | null;
  asOf: string | null;
  source: string | null;
  ownStatement: boolean;
}

export async function makeActor(study: SeededStudy, record: ActorRecord, person: string, at: Date): Promise<void> {
  const { nl, en } = record.group;
  const { id } = await addActor(study.as(person, at), {
    assessmentId: study.id,
    name: record.name,
    kind: { nl, en },
    levels: record.level,
    focus: record.focus ? { nl: record.focus.nl, en: record.focus.en } : {},
    countries: record.country ? [record.country] : [],
    url: record.url ?? null,
  });
  study.records.set(record.id, id);
}

/** A relation between two actors of an example; `other` is the id of an actor, or a name of whom nothing else is known. */
export interface RelationPlan {
  actor: string;
  side: RelationSide;
  other: { id: string } | { name: string };
  countries?: readonly string[];
  asOf?: string | null;
  source?: string | null;
  note?: { nl: string; en: string } | null;
}

/** Records a relation through the page's own change; an actor of whom only the name is known is added with it, and kept under that name. */
export async function makeRelation(study: SeededStudy, plan: RelationPlan, person: string, at: Date): Promise<void> {
  const { other } = plan;
  const otherId = "id" in other ? recordOf(study, other.id) : (study.records.get(other.name) ?? null);
  const made = await addRelation(study.as(person, at), {
    assessmentId: study.id,
    actorId: recordOf(study, plan.actor),
    side: plan.side,
    otherId,
    otherName: otherId === null && "name" in other ? other.name : null,
    countries: plan.countries ?? [],
    asOf: plan.asOf ?? null,
    sourceId: plan.source ? (study.records.get(plan.source) ?? null) : null,
    excerptId: null,
    ownStatement: false,
    note: plan.note?.nl ?? "",
    language: "nl",
  });
  if ("name" in other) study.records.set(other.name, made.otherId);
  if (plan.note)
    await translateRelation(study.as(person, at), {
      ...{ assessmentId: study.id, id: made.id, language: "en", version: 0, text: plan.note.en },
    });
}

export async function makeFact(study: SeededStudy, plan: FactPlan, person: string, at: Date): Promise<void> {
  const actorId = study.records.get(plan.actor);
  if (!actorId) throw new Error(`There is no actor ${plan.actor}.`);
  const { id } = await addFact(study.as(person, at), {
    assessmentId: study.id,
    actorId,
    field: plan.field,
    label: plan.label ?? null,
    value: plan.refers?.map((id) => recordOf(study, id)) ?? plan.value,
    text: plan.words?.nl ?? "",
    language: "nl",
    asOf: plan.asOf,
    sourceId: plan.source === null ? null : (study.records.get(plan.source) ?? null),
    excerptId: null,
    ownStatement: plan.ownStatement,
  });
  if (plan.words)
    await translateFact(study.as(person, at), { assessmentId: study.id, id, language: "en", version: 0, text: plan.words.en });
  for (const name of plan.ids) study.evidence.set(name, { kind: "actor-fact", id });
}
