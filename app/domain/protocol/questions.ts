import { z } from "zod";
import { LocalText } from "~/domain/local-text-schema";
import { Field } from "~/domain/protocol/fields";
import { Id, Key, Replaces } from "~/domain/protocol/parts";

/** What answers a research question beside its text: the judgements shown with it, or a form (`fields`). */
const questionAnswerKinds = [
  "narrative",
  "conclusion",
  "alignment-judgements",
  "actor-ratings",
  "effectiveness-classes",
  "option-list",
  "option-comparison",
  "fields",
] as const;
/** What answers a research question beside its text. */
export type QuestionAnswerKind = (typeof questionAnswerKinds)[number];

/** A part of a research question; `answeredBy` names the questions that lead to it. */
const QuestionPart = z.strictObject({ key: Key, text: LocalText, answeredBy: z.array(Id).optional(), replaces: Replaces.optional() });
/** A part of a research question. */
export type QuestionPart = z.infer<typeof QuestionPart>;

/** A node in the tree of research questions. A `group` is a heading and needs no answer; a `sub` has its answer in words on its parent. */
export const ResearchQuestion = z.strictObject({
  id: Id,
  replaces: Replaces.optional(),
  parent: Id.optional(),
  kind: z.enum(["main", "group", "question", "sub"]),
  text: LocalText,
  parts: z.array(QuestionPart).min(1).optional(),
  answerKind: z.enum(questionAnswerKinds).optional(),
  answerHint: LocalText.optional(),
  methods: z.array(Id).optional(),
  dependsOn: z.array(Id).optional(),
  fields: z.array(Field).min(1).optional(),
});
/** A node in the tree of research questions. */
export type ResearchQuestion = z.infer<typeof ResearchQuestion>;
