import { canonical } from "~/domain/canonical";
import { findFactField, hasValue, labelOf, otherField } from "~/domain/actors/fact";
import { answerAsText } from "~/domain/forms/answer-as-text";
import { answerSchema } from "~/domain/forms/answer-schema";
import type { FormField } from "~/domain/forms/form-field";
import type { AnswerValue } from "~/domain/forms/values";
import type { LocalText } from "~/domain/local-text";
import { languageIfAny } from "~/domain/tool-language";
import type { Study } from "~/platform/acting.server";
import type { Tx } from "~/platform/db.server";
import { translator } from "~/platform/i18n.server";
import { listReferences, resolveReferences } from "~/platform/references.server";
import { refuse } from "~/platform/refusal.server";
import { sourceOf } from "./fact-source.server";

/**
 * A fact as filled in: `field` is a key of the protocol's actor facts or `other` with a label of its own; `value` is by the kind of answer
 * (null where the words are the answer); an empty `text` is made from the value, in every language.
 */
export interface FactInput {
  field: string;
  label: LocalText | null;
  value: unknown;
  text: string;
  language: string;
  asOf: string | null;
  sourceId: string | null;
  excerptId: string | null;
  ownStatement: boolean;
}

/** What a fact held before, where it is changed. */
export interface FactBefore {
  field: string;
  label: string;
  value: string | null;
  protocolNumber: number;
}

/** The columns of a fact, and its words in the other languages where they are made from the value. */
export async function rowOfFact(tx: Tx, study: Study, input: FactInput, before: FactBefore | null) {
  const field = findFactField(study.protocol, input.field);
  const kept = before?.field === input.field && (before.field !== otherField || input.label === null) ? before : null;
  const label = kept && !field ? kept.label : storedLabel(labelOf(field, input.label), kept);
  const value = await valueOf(tx, field, study, input.value);
  const made = value === null || !hasValue(field) ? null : await textsOf(tx, study, field, value);
  const own = input.text.trim() === "" || input.text === (await madeBefore(tx, study, field, before, input.language)) ? null : input.text;
  const text = own ?? made?.[input.language];
  if (text === undefined) throw refuse("invalid", { field: "text", problem: hasValue(field) ? "value-or-words" : "required" });
  const { language, asOf, ownStatement } = input;
  const columns = {
    field: input.field,
    label,
    value: value === null ? null : canonical(value),
    text,
    language,
    asOf,
    ownStatement,
    ...(await sourceOf(tx, study.assessment.id, input)),
  };
  const others = own === null && made ? Object.entries(made).filter(([code]) => code !== language) : [];
  return { columns, others, protocolNumber: kept?.label === label ? kept.protocolNumber : study.assessment.protocolNumber };
}

function storedLabel(label: LocalText | null, kept: FactBefore | null): string {
  if (label === null && kept === null) throw refuse("invalid", { field: "label", problem: "required" });
  return label === null ? (kept?.label ?? "{}") : JSON.stringify(label);
}

async function valueOf(tx: Tx, field: FormField | null, { assessment, protocol }: Study, value: unknown): Promise<AnswerValue | null> {
  if (value === null || value === undefined) return null;
  if (!hasValue(field)) throw refuse("invalid", { field: "value", problem: "not-allowed" });
  const parsed = answerSchema(field.answer, { scales: protocol.scales ?? [] }).safeParse(value);
  const found = parsed.success ? await resolveReferences(tx, assessment.id, protocol, field.answer, parsed.data) : null;
  if (found === null) throw refuse("invalid", { field: "value", problem: "fill-in" });
  return found;
}

/** A value in words, in each language of the assessment. */
async function textsOf(tx: Tx, { assessment, protocol }: Study, field: FormField, value: AnswerValue): Promise<Record<string, string>> {
  const { references } = await listReferences(tx, assessment.id, protocol, [{ answer: field.answer, value }]);
  const inLanguage = (language: string) => {
    const word = translator(languageIfAny(language) ?? "en", "evidence");
    return answerAsText(field.answer, value, {
      language,
      fallbackOrder: assessment.languages,
      scales: protocol.scales ?? [],
      words: { yes: word("data.yes"), no: word("data.no"), unknown: word("data.unknown") },
      nameOf: (target, id) => references[target]?.find((one) => one.value === id)?.label ?? id,
    });
  };
  return Object.fromEntries(assessment.languages.map((language) => [language, inLanguage(language)]));
}

/** The words that were made from the value before: typed again unchanged they are made anew from the new value. */
async function madeBefore(
  tx: Tx,
  study: Study,
  field: FormField | null,
  before: FactBefore | null,
  language: string,
): Promise<string | null> {
  if (!before?.value || !hasValue(field)) return null;
  const parsed = answerSchema(field.answer, { scales: study.protocol.scales ?? [] }).safeParse(JSON.parse(before.value));
  return parsed.success ? ((await textsOf(tx, study, field, parsed.data))[language] ?? null) : null;
}
