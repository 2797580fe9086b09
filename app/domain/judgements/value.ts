import { scaleValueSchema } from "~/domain/forms/answer-schema";
import { extraValuesOf, isExtraValue, type Scale, type ScaleValue } from "~/domain/protocol/scales";

/** What was judged: a level of the scale, or the key of an answer without one; both null = not judged yet. */
export interface Judged {
  level: ScaleValue | null;
  without: string | null;
}

/** A judgement as a rater fills it in. */
export interface JudgementContent {
  value: ScaleValue | null;
  justification: string;
  ownExpertise: boolean;
}

/** What stands in the way of keeping a judgement; each is a key of the locale namespace `problems`. */
export interface JudgementProblem {
  field: "value" | "justification" | "ownExpertise";
  problem: "choose" | "not-on-scale" | "required" | "not-allowed";
}

/** The parts of a value on a scale; null where nothing was chosen. */
export function judgedOf(scale: Scale, value: ScaleValue | null): Judged {
  if (value === null) return { level: null, without: null };
  return isExtraValue(scale, value) ? { level: null, without: String(value) } : { level: value, without: null };
}

/** The value that a judgement holds: its level, or the key of its answer without a level. */
export function valueOf({ level, without }: Judged): ScaleValue | null {
  return without ?? level;
}

/** A level as it is stored: JSON, since on a numeric scale it is a number. */
export function storedLevel(level: ScaleValue | null): string | null {
  return level === null ? null : JSON.stringify(level);
}

/** A level as stored, read again; a bare key, as older rows have it, is taken as it is. */
export function levelFromStored(stored: string | null): ScaleValue | null {
  if (stored === null) return null;
  const number = Number(stored);
  if (stored.trim() !== "" && Number.isFinite(number)) return number;
  const quoted = /^"(.*)"$/u.exec(stored);
  return quoted?.[1] ?? stored;
}

/**
 * What a rating form posts for a value: a key of the scale, or on a numeric scale a number or an answer without a level by its name in any
 * language; null for an empty field, as typed what is neither.
 */
export function typedValue(scale: Scale, typed: string | null, readNumber: (text: string) => number | null): ScaleValue | null {
  const text = typed?.trim() ?? "";
  if (text === "") return null;
  if (scale.kind !== "numeric" || isExtraValue(scale, text)) return text;
  const named = extraValuesOf(scale).find(({ label }) => Object.values(label).some((word) => isSameWord(word, text)));
  return named?.key ?? readNumber(text) ?? text;
}

/** Whether two words are the same but for capitals and spaces around them. */
export function isSameWord(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/**
 * What stands in the way of keeping this. A draft may lack value or justification, a judgement may not; a value that the scale
 * does not have and own expertise where the protocol does not allow it are refused in both.
 */
export function judgementProblems(
  content: JudgementContent,
  { scale, mayUseOwnExpertise, draft }: { scale: Scale; mayUseOwnExpertise: boolean; draft: boolean },
): JudgementProblem[] {
  const { value, justification, ownExpertise } = content;
  const onScale = value === null || scaleValueSchema(scale).safeParse(value).success;
  return [
    ...(value === null && !draft ? [{ field: "value", problem: "choose" } as const] : []),
    ...(onScale ? [] : [{ field: "value", problem: "not-on-scale" } as const]),
    ...(justification.trim() === "" && !draft ? [{ field: "justification", problem: "required" } as const] : []),
    ...(ownExpertise && !mayUseOwnExpertise ? [{ field: "ownExpertise", problem: "not-allowed" } as const] : []),
  ];
}

/** What sending a judgement takes: a value, a justification, and a ground where the value is a level. */
export const judgementParts = ["value", "justification", "ground"] as const;
/** What sending a judgement takes. */
export type JudgementPart = (typeof judgementParts)[number];

/** A judgement as far as it may be sent; `grounds` counts the evidence that it rests on. */
export type SendableJudgement = Judged & { justification: string; grounds: number; ownExpertise: boolean };

/**
 * What a judgement still lacks to be sent, in the order of its form. A level needs evidence or the declared ground *own expertise*; an answer
 * without a level (`cannot judge`) needs a reason, which is its justification, and no evidence: often there is none, and that is the reason.
 */
export function missingOf({ level, without, justification, grounds, ownExpertise }: SendableJudgement): JudgementPart[] {
  const lacks: Record<JudgementPart, boolean> = {
    value: level === null && without === null,
    justification: justification.trim() === "",
    ground: without === null && grounds === 0 && !ownExpertise,
  };
  return judgementParts.filter((part) => lacks[part]);
}

/** Whether two judgements are the same: the same level, or the same answer without one. */
export function isSameJudged(one: Judged, other: Judged): boolean {
  return one.level === other.level && one.without === other.without;
}
