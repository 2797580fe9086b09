import { z } from "zod";
import { action, text, was } from "./action";

const actor = {
  name: was(text).optional(),
  otherNames: was(text).optional(),
  kind: was(text).optional(),
  levels: was(text).optional(),
  focus: was(text).optional(),
  countries: was(text).optional(),
  url: was(text).optional(),
};
const fact = {
  text: was(text).optional(),
  value: was(text).optional(),
  language: was(text).optional(),
  label: was(text).optional(),
  asOf: was(text).optional(),
  source: was(text).optional(),
  ownStatement: was(z.boolean()).optional(),
};
const relation = {
  countries: was(text).optional(),
  asOf: was(text).optional(),
  source: was(text).optional(),
  ownStatement: was(z.boolean()).optional(),
  note: was(text).optional(),
  language: was(text).optional(),
};
const moved = z.strictObject({ actor: was(text) });
const intervention = {
  title: was(text).optional(),
  description: was(text).optional(),
  language: was(text).optional(),
  group: was(text).optional(),
  source: was(text).optional(),
};

/** Actions on actors, on the facts recorded of them and on interventions. */
export const actorActions = {
  "actor.add": action("actor", z.strictObject({ name: text })),
  "actor.change": action("actor", z.strictObject(actor)),
  "actor.archive": action("actor", z.strictObject({})),
  "actor.add-fact": action(
    "actor-fact",
    z.strictObject({
      field: text,
      text: text,
      value: text.nullable(),
      asOf: text.nullable(),
      source: text.nullable(),
      ownStatement: z.boolean(),
    }),
  ),
  "actor.change-fact": action("actor-fact", z.strictObject(fact)),
  "actor.translate-fact": action("actor-fact", z.strictObject({ language: text, text: was(text) })),
  "actor.archive-fact": action("actor-fact", z.strictObject({})),
  "actor.add-relation": action(
    "actor-relation",
    z.strictObject({
      actor: text,
      kind: text,
      other: text,
      countries: text,
      asOf: text.nullable(),
      source: text.nullable(),
      ownStatement: z.boolean(),
      note: text,
    }),
  ),
  "actor.change-relation": action("actor-relation", z.strictObject(relation)),
  "actor.translate-relation": action("actor-relation", z.strictObject({ language: text, text: was(text) })),
  "actor.archive-relation": action("actor-relation", z.strictObject({})),
  "actor.merge": action("actor", z.strictObject({ ...actor, merged: text, mergedName: text, reason: text })),
  "actor.merge-away": action("actor", z.strictObject({ into: text, intoName: text, reason: text })),
  "actor.move-fact": action("actor-fact", moved),
  "actor.move-relation": action("actor-relation", z.strictObject({ actor: was(text).optional(), other: was(text).optional() })),

  "intervention.add": action("intervention", z.strictObject({ title: text, group: text })),
  "intervention.change": action("intervention", z.strictObject(intervention)),
  "intervention.translate": action("intervention", z.strictObject({ language: text, field: text, text: was(text) })),
  "intervention.archive": action("intervention", z.strictObject({})),
} as const;
