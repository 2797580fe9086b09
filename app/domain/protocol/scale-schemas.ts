import { z } from "zod";
import { LocalText } from "~/domain/local-text-schema";
import { Choice, Id } from "~/domain/protocol/parts";

/** An answer without a level (`cannot judge`, `left open`): may be cited, is never counted, averaged or compared. */
export const ExtraValue = z.strictObject({ key: Id, label: LocalText, anchor: LocalText.optional() });
/** An answer without a level. */
export type ExtraValue = z.infer<typeof ExtraValue>;

const Level = z.strictObject({ value: z.number(), key: Id, label: LocalText, anchor: LocalText.optional() });
const NominalClass = z.strictObject({ value: z.number().optional(), key: Id, label: LocalText, anchor: LocalText.optional() });
const YesNoLevel = z.strictObject({ label: LocalText, anchor: LocalText.optional() });
const NumericAnchor = z.strictObject({ at: z.number(), text: LocalText });

const common = { id: Id, title: LocalText, description: LocalText.optional(), extraValues: z.array(ExtraValue).optional() };

/** Levels with an order; `components` and `componentLevels` are judged first where a level rests on several considerations (GRADE-CERQual). */
export const OrdinalScale = z.strictObject({
  ...common,
  kind: z.literal("ordinal"),
  levels: z.array(Level).min(2),
  direction: z.enum(["higher-is-better", "lower-is-better"]).optional(),
  components: z.array(Choice).min(1).optional(),
  componentLevels: z.array(Choice).min(2).optional(),
});
/** Classes without order or average; `value` only says in which order they are listed. */
export const NominalScale = z.strictObject({ ...common, kind: z.literal("nominal"), classes: z.array(NominalClass).min(2) });
/** A number between `min` and `max` in steps of `step`, with what some of the numbers mean. */
export const NumericScale = z.strictObject({
  ...common,
  kind: z.literal("numeric"),
  min: z.number(),
  max: z.number(),
  step: z.number().positive(),
  unit: LocalText.optional(),
  direction: z.enum(["higher-is-better", "lower-is-better"]),
  anchors: z.array(NumericAnchor).optional(),
});
/** Yes or no, each with what it takes. */
export const YesNoScale = z.strictObject({ ...common, kind: z.literal("yes-no"), yes: YesNoLevel, no: YesNoLevel });

/** A scale on which something is judged. */
export const Scale = z.discriminatedUnion("kind", [OrdinalScale, NominalScale, NumericScale, YesNoScale]);
/** A scale on which something is judged. */
export type Scale = z.infer<typeof Scale>;
