import { originsOf, type CountedEvidence } from "~/domain/coverage/counted";
import { evidenceKinds, type EvidenceKind } from "~/domain/evidence/kinds";
import type { LocalText } from "~/domain/local-text";
import { extraValuesOf, levelsOf, numberOnScale, type Scale, type ScaleValue } from "~/domain/protocol/scales";
import type { Judged } from "~/domain/judgements/value";

/** How much stands under something: pieces by kind, all pieces, and independent origins. Each piece counts once. */
export interface EvidenceWeight {
  byKind: Readonly<Record<EvidenceKind, number>>;
  pieces: number;
  origins: number;
}

/** Why a subject stands in no class: nobody judged it, its round is not open, its raters still differ. */
export type Unclassed = "unrated" | "blind" | "differs";

/** A subject as it stands on one criterion: what counts, or why nothing does, and what that rests on. */
export interface ClassedSubject {
  id: string;
  judged: Judged | null;
  unclassed: Unclassed | null;
  grounds: readonly CountedEvidence[];
}

/** The subjects of one class, or with one answer without a level, and what stands under their judgements together. */
export interface EffectClass {
  value: ScaleValue;
  label: LocalText | null;
  subjects: string[];
  evidence: EvidenceWeight;
}

/** Subjects by class, in the order of the protocol; apart from them, and never counted with them, the answers without a level and what stands in no class. */
export interface Classification {
  classes: EffectClass[];
  without: EffectClass[];
  unclassed: Record<Unclassed, string[]>;
  /** How many stand in a class. */
  classed: number;
}

/** How much evidence there is; one without a known origin counts as an origin of its own. */
export function weightOf(evidence: readonly CountedEvidence[]): EvidenceWeight {
  const once = [...new Map(evidence.map((one) => [`${one.kind}/${one.id}`, one])).values()];
  const byKind = Object.fromEntries(evidenceKinds.map((kind) => [kind, once.filter((one) => one.kind === kind).length]));
  return { byKind: { ...none, ...byKind }, pieces: once.length, origins: originsOf(once) };
}

const none: Record<EvidenceKind, number> = { excerpt: 0, "interview-answer": 0, "actor-fact": 0, judgement: 0, alignment: 0 };

/** Subjects by the class that they were given; on a numeric scale a class is a number that was given, the best first. */
export function classify(scale: Scale, subjects: readonly ClassedSubject[]): Classification {
  const counting = subjects.filter(({ unclassed }) => unclassed === null);
  const classOf = (value: ScaleValue, label: LocalText | null, members: readonly ClassedSubject[]): EffectClass => ({
    value,
    label,
    subjects: members.map(({ id }) => id),
    evidence: weightOf(members.flatMap(({ grounds }) => grounds)),
  });
  const classes = classesOf(scale, counting).map(({ value, label }) =>
    classOf(
      value,
      label,
      counting.filter(({ judged }) => judged?.level === value),
    ),
  );
  const without = extraValuesOf(scale).map(({ key, label }) =>
    classOf(
      key,
      label,
      counting.filter(({ judged }) => judged?.without === key),
    ),
  );
  const placed = new Set([...classes, ...without].flatMap((each) => each.subjects));
  const why = (reason: Unclassed) => subjects.filter((one) => one.unclassed === reason).map(({ id }) => id);
  const astray = counting.filter(({ id }) => !placed.has(id)).map(({ id }) => id);
  return {
    classes,
    without,
    unclassed: { unrated: [...why("unrated"), ...astray], blind: why("blind"), differs: why("differs") },
    classed: classes.reduce((sum, each) => sum + each.subjects.length, 0),
  };
}

function classesOf(scale: Scale, subjects: readonly ClassedSubject[]): { value: ScaleValue; label: LocalText | null }[] {
  if (scale.kind !== "numeric") return levelsOf(scale).map(({ key, label }) => ({ value: key, label }));
  const isLowBetter = scale.direction === "lower-is-better";
  const given = new Set(subjects.flatMap(({ judged }) => (judged?.level == null ? [] : [judged.level])));
  const worth = (value: ScaleValue) => (numberOnScale(scale, value) ?? 0) * (isLowBetter ? -1 : 1);
  return [...given].toSorted((one, other) => worth(other) - worth(one)).map((value) => ({ value, label: null }));
}
