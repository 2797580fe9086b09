import { z } from "zod";
import { LocalText } from "~/domain/local-text-schema";
import { Code, Id } from "~/domain/protocol/parts";

/** What can be judged on a criterion. */
export const judgedSubjects = ["actor", "intervention", "policy-node", "option", "source"] as const;
/** What can be judged on a criterion. */
export type JudgedSubject = (typeof judgedSubjects)[number];

/** What a subject is judged on. Weights are shares of the criteria of one subject (their sum is free); a weight of 0 is shown and not counted. */
export const Criterion = z.strictObject({
  id: Id,
  code: Code,
  subject: z.enum(judgedSubjects),
  title: LocalText,
  description: LocalText.optional(),
  scale: Id,
  weight: z.number().min(0).max(1000).optional(),
  direction: z.enum(["higher-is-better", "lower-is-better"]).optional(),
  informs: z.array(Id).optional(),
});
/** What a subject is judged on. */
export type Criterion = z.infer<typeof Criterion>;

/** What is looked at without a score: the quality of a source, the inclusion of an actor, the choice of an interviewee. */
export const Consideration = z.strictObject({
  id: Id,
  title: LocalText,
  description: LocalText.optional(),
  appliesIf: LocalText.optional(),
  scale: Id.optional(),
});
/** What is looked at without a score. */
export type Consideration = z.infer<typeof Consideration>;
