import { z } from "zod";
import { action, text, was } from "./action";

const actor = {
  name: was(text).optional(),
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

  "intervention.add": action("intervention", z.strictObject({ title: text, group: text })),
  "intervention.change": action("intervention", z.strictObject(intervention)),
  "intervention.translate": action("intervention", z.strictObject({ language: text, field: text, text: was(text) })),
  "intervention.archive": action("intervention", z.strictObject({})),
} as const;
