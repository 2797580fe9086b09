import { z } from "zod";
import { LocalText } from "~/domain/local-text-schema";
import { Answer, Condition } from "~/domain/protocol/fields";
import { Choice, Id, Key, Replaces, Titled } from "~/domain/protocol/parts";

/** A lettered part of a guide question (22b); without an `answer` of its own it has that of its question. */
const GuidePart = z.strictObject({ key: Key, text: LocalText, answer: Answer.optional(), replaces: Replaces.optional() });
/** A lettered part of a guide question. */
export type GuidePart = z.infer<typeof GuidePart>;

/** A question of the interview guide. `askedOf` names kinds of interviewee, and is left out when all are asked. */
export const GuideQuestion = z.strictObject({
  id: Id,
  replaces: Replaces.optional(),
  number: z.int().min(1).max(999),
  text: LocalText,
  help: LocalText.optional(),
  parts: z.array(GuidePart).min(2).max(26).optional(),
  answer: Answer,
  probes: z.array(LocalText).optional(),
  informs: z.array(Id).optional(),
  askedOf: z.array(Id).min(1).optional(),
  required: z.boolean().optional(),
  onlyIf: Condition.optional(),
});
/** A question of the interview guide. */
export type GuideQuestion = z.infer<typeof GuideQuestion>;

/** A block of the guide, with its questions in the order in which they are asked. */
export const GuideBlock = z.strictObject({
  id: Id,
  title: LocalText,
  introduction: LocalText.optional(),
  questions: z.array(GuideQuestion).min(1),
});
/** A block of the guide. */
export type GuideBlock = z.infer<typeof GuideBlock>;

/** The interview guide: who is interviewed, what is asked, and the reasons for what was not asked or not answered. */
export const Guide = z.strictObject({
  introduction: LocalText.optional(),
  intervieweeKinds: z.array(Titled).min(1),
  blocks: z.array(GuideBlock).min(1),
  notAskedReasons: z.array(Choice).min(1),
  noAnswerReasons: z.array(Choice).min(1),
});
/** The interview guide. */
export type Guide = z.infer<typeof Guide>;
