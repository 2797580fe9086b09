import { z } from "zod";
import { addActor } from "~/features/actors/add-actor.server";
import { addFact } from "~/features/actors/add-fact.server";
import { translateFact } from "~/features/actors/translate-fact.server";
import { Both, type SeededStudy } from "./study";
import { levelInWords } from "./told";

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
    levels: record.level.map(levelInWords),
    focus: record.focus ? { nl: record.focus.nl, en: record.focus.en } : {},
    countries: record.country ? [record.country] : [],
    url: record.url ?? null,
  });
  study.records.set(record.id, id);
}

export async function makeFact(study: SeededStudy, plan: FactPlan, person: string, at: Date): Promise<void> {
  const actorId = study.records.get(plan.actor);
  if (!actorId) throw new Error(`There is no actor ${plan.actor}.`);
  const { id } = await addFact(study.as(person, at), {
    assessmentId: study.id,
    actorId,
    field: plan.field,
    label: plan.label ?? null,
    value: plan.value,
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
