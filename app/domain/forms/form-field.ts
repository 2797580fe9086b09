import type { LocalText } from "~/domain/local-text";
import type { Answer, Condition, Field } from "~/domain/protocol/fields";
import type { GuideQuestion } from "~/domain/protocol/guide";
import { askedItems } from "~/domain/protocol/readers";

/** The tests of a condition, and the name of the field that they look at. */
export type FieldCondition = { name: string; tests: Omit<Condition, "question" | "part" | "field"> };

/**
 * One field of a form, made from a guide question, a part of one, a field of a research question or an actor fact. `name` is
 * unique in the form and the stem of its entry names; `wording` is what a stored answer keeps.
 */
export type FormField = {
  name: string;
  code: string | null;
  label: LocalText;
  part: LocalText | null;
  wording: LocalText;
  help: LocalText | null;
  probes: readonly LocalText[];
  required: boolean;
  onlyIf: FieldCondition | null;
  answer: Answer;
};

/** The name of the form field for a guide question, or for a part of it. */
export function guideFieldName(questionId: string, part?: string | null): string {
  return part === undefined || part === null ? questionId : `${questionId}:${part}`;
}

/** The form fields of a research question or of an actor's facts. */
export function formFields(fields: readonly Field[]): FormField[] {
  return fields.map((field) => ({
    name: field.key,
    code: null,
    label: field.label,
    part: null,
    wording: field.label,
    help: field.help ?? null,
    probes: [],
    required: field.required ?? false,
    onlyIf: conditionOf(field.onlyIf),
    answer: field.answer,
  }));
}

/** The form fields of guide questions: one for each, or one for each of its parts. */
export function guideFields(questions: readonly GuideQuestion[]): FormField[] {
  return questions.flatMap((question) => askedItems(question).map((item) => guideField(question, item)));
}

function guideField(question: GuideQuestion, item: ReturnType<typeof askedItems>[number]): FormField {
  const part = question.parts?.find((each) => each.key === item.part)?.text ?? null;
  return {
    name: guideFieldName(question.id, item.part),
    code: item.code,
    label: question.text,
    part,
    wording: part ? joined(question.text, part) : question.text,
    help: question.help ?? null,
    probes: question.probes ?? [],
    required: question.required ?? false,
    onlyIf: conditionOf(question.onlyIf),
    answer: item.answer,
  };
}

function conditionOf(condition: Condition | undefined): FieldCondition | null {
  if (!condition) return null;
  const { question, part, field, ...tests } = condition;
  return { name: field ?? guideFieldName(question ?? "", part), tests };
}

function joined(text: LocalText, part: LocalText): LocalText {
  const languages = Object.keys(text).filter((language) => Object.hasOwn(part, language));
  if (languages.length === 0) return text;
  return Object.fromEntries(languages.map((language) => [language, `${text[language]} (${part[language]})`]));
}
