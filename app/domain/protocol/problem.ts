/** The way to a place in the protocol: keys and positions in lists. */
export type Path = readonly (string | number)[];

/** What can be wrong in a protocol; each is a key in the locale namespace `protocol-check` that says what would be right. */
export const problemCodes = [
  "unknown-key",
  "missing-key",
  "empty",
  "wrong-type",
  "number-as-text",
  "texts-expected",
  "unknown-value",
  "bad-id",
  "bad-day",
  "bad-language",
  "bad-currency",
  "number-too-small",
  "number-too-big",
  "not-whole",
  "list-too-short",
  "list-too-long",
  "text-too-long",
  "duplicate",
  "unknown-reference",
  "cycle",
  "reserved-code",
  "scale-without-anchors",
  "anchor-out-of-range",
  "min-above-max",
  "step-does-not-fit",
  "period-reversed",
  "language-not-listed",
  "original-not-listed",
  "condition-without-subject",
  "condition-without-test",
  "condition-part-missing",
  "condition-value",
  "table-missing",
  "table-without-data",
  "table-not-a-table",
  "of-without-data",
  "k-missing",
  "days-missing",
  "rule-of-both",
  "rule-of-statements",
  "rule-of-recommendations",
  "rule-without-scale",
  "more-perspectives",
  "sub-without-parent",
  "fields-missing",
  "group-with-answer",
  "components-incomplete",
  "confidence-without-components",
  "confidence-not-ordinal",
  "weight-on-classes",
  "translation-language",
  "replaces-present",
  "replaces-twice",
  "replaces-unknown",
  "number-taken",
  "kept-missing",
  "kept-changed",
  "too-many-problems",
] as const;
/** The code of a problem: nothing is made from a file that has one. */
export type ProblemCode = (typeof problemCodes)[number];

/** What is worth saying about a protocol that can be used as it is. */
export const remarkCodes = [
  "missing-translation",
  "informs-nothing",
  "question-without-section",
  "section-without-writer",
  "rule-asks-nothing",
] as const;
/** The code of a remark. */
export type RemarkCode = (typeof remarkCodes)[number];

/** The arguments of a sentence. */
export type Details = Readonly<Record<string, string | number>>;

/**
 * One thing found in a protocol and where. `atKey` points at the key instead of its value; `related` is a second place, whose
 * line the sentence names as `relatedLine`.
 */
export type Finding<C extends string = ProblemCode | RemarkCode> = {
  code: C;
  path: Path;
  details: Details;
  atKey?: true;
  related?: Path;
};

/** What a reference in a protocol can be to; each has a word in the sentence about a reference to nothing. */
export type ReferenceKind =
  | "question"
  | "method"
  | "guide-question"
  | "interviewee-kind"
  | "scale"
  | "criterion"
  | "framework"
  | "policy-node"
  | "option"
  | "intervention-set"
  | "section"
  | "field"
  | "code";

/** What an assessment can have records of, so that a new protocol has to keep it. */
export const recordedKinds = [
  "question",
  "field",
  "guide-question",
  "interviewee-kind",
  "criterion",
  "scale-level",
  "policy-node",
  "option",
  "intervention-set",
  "section",
  "actor-fact",
  "screening",
  "exclusion-reason",
  "code",
] as const;
/** A kind of thing that records hang on. */
export type RecordedKind = (typeof recordedKinds)[number];

/** A kind as an argument of a sentence: ICU takes no hyphen in the words that it chooses by. */
export function kindWord(kind: ReferenceKind | RecordedKind | "block" | "perspective" | "consideration"): string {
  return kind.replaceAll("-", "_");
}
