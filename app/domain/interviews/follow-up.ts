import { type FormField, guideFieldName } from "~/domain/forms/form-field";
import type { LocalText } from "~/domain/local-text";
import type { GuideQuestion } from "~/domain/protocol/guide";

const followUp = /^\+[1-9]\d{0,2}$/u;

/** Says whether the part of an answer is that of a follow-up question (`+1`): asked in the interviewer's words, and not in the guide. */
export function isFollowUp(part: string): boolean {
  return followUp.test(part);
}

/** The part of the next follow-up to a question, given the parts that were ever used; a number is not given again. */
export function nextFollowUp(parts: readonly string[]): string {
  const numbers = parts.filter(isFollowUp).map(Number);
  return `+${Math.max(0, ...numbers) + 1}`;
}

/** A follow-up as a field of the form of an interview: it is answered in words, and its wording is what was asked. */
export function followUpField(question: GuideQuestion, part: string, wording: LocalText = question.text): FormField {
  return {
    name: guideFieldName(question.id, part),
    code: `${question.number}${part}`,
    label: wording,
    part: wording,
    wording,
    help: null,
    probes: [],
    required: false,
    onlyIf: null,
    answer: { kind: "long-text" },
  };
}
