import { answerAsText, type PrintingSetting } from "~/domain/forms/answer-as-text";
import { answerSchema } from "~/domain/forms/answer-schema";
import { formFields } from "~/domain/forms/form-field";
import { levelFromStored } from "~/domain/judgements/value";
import { type LocalText, textIn } from "~/domain/local-text";
import type { Answer } from "~/domain/protocol/fields";
import { askedItems, findFramework, findOption, findPolicyNode, findScale, formOf, guideQuestions } from "~/domain/protocol/readers";
import { labelOnScale, type Scale } from "~/domain/protocol/scales";
import { reasonOfCount } from "~/domain/screening/counts";
import { wordsOfReason } from "~/domain/screening/steps";
import type { Protocol } from "~/domain/protocol/schema";
import { wordAppraisal } from "~/domain/trail/word-appraisal";

/** What the words of a study's protocol are made with: the protocol, the reader's language, and how an answer is printed. */
export interface ProtocolWords {
  protocol: Protocol;
  printing: PrintingSetting;
}

/** What an event is about, as far as the words of its fields depend on it. */
export interface AboutEvent {
  subjectType: string;
  label: string | null;
  /** The named fields of its change as they are stored. */
  change: Readonly<Record<string, unknown>>;
}

type Word = (stored: string, about: AboutEvent, words: ProtocolWords) => string | null;

const inWords = (text: LocalText | null | undefined, { printing }: ProtocolWords): string | null =>
  textIn(text, printing.language, printing.fallbackOrder) || null;

const onScale =
  (scaleFor: (about: AboutEvent, protocol: Protocol) => Scale | null): Word =>
  (stored, about, words) => {
    const value = levelFromStored(stored);
    const scale = scaleFor(about, words.protocol);
    if (value === null || !scale) return null;
    return inWords(labelOnScale(scale, value), words) ?? (scale.kind === "numeric" ? numberOn(scale, value, words) : null);
  };

function numberOn(scale: Extract<Scale, { kind: "numeric" }>, value: string | number, words: ProtocolWords): string {
  return [String(value), inWords(scale.unit, words)].filter(Boolean).join(" ");
}

/** The criterion that the label of a judgement ends with (`O7:K2`). */
export function criterionOfLabel(protocol: Protocol, label: string | null) {
  const code = label?.split(":")[1];
  return protocol.criteria?.find((criterion) => criterion.code === code) ?? null;
}

const ofCriterion = onScale(({ label }, protocol) => {
  const criterion = criterionOfLabel(protocol, label);
  return criterion && findScale(protocol, criterion.scale);
});

const ofFramework = onScale(({ change, label }, protocol) => {
  const named = typeof change["framework"] === "string" ? findFramework(protocol, change["framework"]) : null;
  const framework = named ?? protocol.frameworks?.find(({ code }) => label?.startsWith(`${code} `)) ?? null;
  return framework && findScale(protocol, framework.scale);
});

const ofConfidence = onScale((_, protocol) => (protocol.rules.confidence ? findScale(protocol, protocol.rules.confidence.scale) : null));

const titled =
  (list: (protocol: Protocol) => readonly { id: string; code?: string; title: LocalText }[] | undefined): Word =>
  (stored, _, words) => {
    const found = list(words.protocol)?.find(({ id, code }) => id === stored || code === stored);
    return found ? [found.code, inWords(found.title, words)].filter(Boolean).join(" ") : null;
  };

const criterion = titled(({ criteria }) => criteria);

const policyNode: Word = (stored, _, words) => {
  const found = findPolicyNode(words.protocol, stored);
  return found && inWords(found.node.title, words);
};

const reason: Word = (stored, _, words) => {
  const { guide } = words.protocol;
  const known = [...(guide?.noAnswerReasons ?? []), ...(guide?.notAskedReasons ?? [])].find(({ key }) => key === stored);
  return known ? inWords(known.label, words) : null;
};

/** An answer as it is printed; null for one that is no longer what its field asks. */
function printed(answer: Answer | undefined, stored: string, words: ProtocolWords): string | null {
  if (!answer) return null;
  try {
    const value = answerSchema(answer, words.printing).safeParse(JSON.parse(stored));
    return value.success ? answerAsText(answer, value.data, words.printing) : null; // the schema of this answer has read it
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The question of the guide, its part or a follow-up to it, that the label of an interview answer ends with (`I7:22b`, `I7:22+1`). */
export function askedOfLabel(protocol: Protocol, label: string | null) {
  const code = label?.split(":")[1];
  const [number, followUp] = code?.split("+") ?? [];
  if (followUp !== undefined) {
    const question = guideQuestions(protocol).find((each) => String(each.number) === number);
    return question ? { question, part: `+${followUp}`, code: code ?? "", answer: { kind: "long-text" } as Answer } : null;
  }
  return (
    guideQuestions(protocol)
      .flatMap(askedItems)
      .find((item) => item.code === code) ?? null
  );
}

/** The field of a research question's form that a label names (`6a: plan`). */
export function fieldOfLabel(protocol: Protocol, label: string | null) {
  const [question = "", name] = label?.split(": ") ?? [];
  return formFields(formOf(protocol, question)).find((field) => field.name === name) ?? null;
}

const components: Word = (stored, _, words) => {
  const { rules } = words.protocol;
  const scale = rules.confidence ? findScale(words.protocol, rules.confidence.scale) : null;
  if (scale?.kind !== "ordinal") return null;
  const entries = Object.entries(JSON.parse(stored) as Record<string, string>); // canonical JSON that the change wrote
  const word = (list: readonly { key: string; label: LocalText }[] | undefined, wanted: string) =>
    inWords(list?.find(({ key }) => key === wanted)?.label, words) ?? wanted;
  return entries.map(([key, level]) => `${word(scale.components, key)}: ${word(scale.componentLevels, level)}`).join("; ");
};

/** For each kind of record the fields that hold keys of the protocol. */
const tables: Readonly<Record<string, Readonly<Record<string, Word>>>> = {
  screening: { exclusionReason: (stored, _, words) => wordsOfReason(stored) ?? exclusionReason(stored, words) },
  "screening-count": { kind: (stored, _, words) => exclusionReason(reasonOfCount(stored), words) },
  source: { appraisal: (stored, _, words) => wordAppraisal(stored, words.protocol, (text) => inWords(text, words)) },
  judgement: { level: ofCriterion, without: ofCriterion },
  alignment: { framework: titled(({ frameworks }) => frameworks), node: policyNode, level: ofFramework, without: ofFramework },
  "option-point": { option: (stored, _, words) => optionWords(stored, words), criterion },
  "interview-answer": {
    reason,
    value: (stored, { label }, words) => printed(askedOfLabel(words.protocol, label)?.answer, stored, words),
  },
  "field-answer": { value: (stored, { label }, words) => printed(fieldOfLabel(words.protocol, label)?.answer, stored, words) },
  interview: { perspective: titled(({ perspectives }) => perspectives) },
  interviewee: { kind: titled(({ guide }) => guide?.intervieweeKinds) },
  "actor-fact": {
    field: (stored, _, words) => inWords(words.protocol.actorFacts?.find(({ key }) => key === stored)?.label, words),
    value: (stored, { change }, words) =>
      printed(words.protocol.actorFacts?.find(({ key }) => key === change["field"])?.answer, stored, words),
  },
  round: { criteria: criterion, subjects: (stored, _, words) => optionWords(stored, words) },
  block: { level: ofConfidence, components },
};

function exclusionReason(key: string | null, words: ProtocolWords): string | null {
  const found = words.protocol.screening?.exclusionReasons.find((reason) => reason.key === key);
  return found ? inWords(found.label, words) : null;
}

function optionWords(stored: string, words: ProtocolWords): string | null {
  const option = findOption(words.protocol, stored) ?? words.protocol.options?.find(({ code }) => code === stored);
  return option ? [option.code, inWords(option.title, words)].filter(Boolean).join(" ") : null;
}

/** The words of the protocol for what a field of an event holds; null for a field that holds no key of the protocol, or one it no longer has. */
export function wordOfProtocol(name: string, stored: string, about: AboutEvent, words: ProtocolWords): string | null {
  return tables[about.subjectType]?.[name]?.(stored, about, words) ?? null;
}
