import type { RatedCell, RatedCriterion, RatedSubject } from "~/domain/judgements/rated";
import type { Judged } from "~/domain/judgements/value";
import { pictureWords } from "~/domain/pictures/words";
import type { Scale } from "~/domain/protocol/scales";
import { keys } from "./edition-content";

const text = (nl: string, en: string) => ({ nl, en });
const cannotJudge = { key: "cannot-judge", label: text("Niet te beoordelen", "Cannot judge") };

/** A scale of each kind. */
export const scales = {
  level: {
    id: "scale-level",
    kind: "ordinal",
    title: text("Niveau", "Level"),
    levels: [
      { value: 0, key: "absent", label: text("Afwezig", "Absent") },
      { value: 1, key: "limited", label: text("Beperkt", "Limited") },
      { value: 2, key: "partial", label: text("Gedeeltelijk", "Partial") },
      { value: 3, key: "strong", label: text("Sterk", "Strong") },
      { value: 4, key: "leading", label: text("Toonaangevend", "Leading") },
    ],
    extraValues: [cannotJudge],
  },
  ten: {
    id: "scale-ten",
    kind: "numeric",
    title: text("Cijfer", "Mark"),
    min: 1,
    max: 10,
    step: 1,
    unit: text("punten", "points"),
    direction: "higher-is-better",
    extraValues: [cannotJudge],
  },
  fit: {
    id: "scale-fit",
    kind: "nominal",
    title: text("Soort samenhang", "Kind of coherence"),
    classes: [
      { key: "complementary", label: text("Aanvullend", "Complementary") },
      { key: "overlapping", label: text("Overlappend", "Overlapping") },
      { key: "conflicting", label: text("Strijdig", "Conflicting") },
    ],
    extraValues: [cannotJudge],
  },
  network: {
    id: "scale-yes",
    kind: "yes-no",
    title: text("Netwerk", "Network"),
    yes: { label: text("Ja", "Yes") },
    no: { label: text("Nee", "No") },
  },
} as const satisfies Record<string, Scale>;

/** A criterion on each of them: K1 to K4. */
export const criteria: readonly RatedCriterion[] = [
  { id: "reach", code: "K1", title: text("Bereik", "Reach"), scale: scales.level },
  { id: "effect", code: "K2", title: text("Effect", "Effect"), scale: scales.ten },
  { id: "fit", code: "K3", title: text("Samenhang", "Coherence"), scale: scales.fit },
  { id: "network", code: "K4", title: text("Netwerk", "Network"), scale: scales.network },
];

/** A level of a scale. */
export const level = (value: string | number): Judged => ({ level: value, without: null });
/** The answer without a level that the scales have. */
export const without: Judged = { level: null, without: "cannot-judge" };

/** What raters A, B, C … gave. */
export const given = (...values: readonly Judged[]) => values.map((judged, at) => ({ letter: String.fromCharCode(65 + at), ...judged }));

/** All raters gave the same. */
export const agreed = (value: Judged): RatedCell => ({ state: "agreed", value, given: given(value, value) });
/** Agreed on after raters differed. */
export const reconciled = (value: Judged, ...values: readonly Judged[]): RatedCell => ({
  state: "reconciled",
  value,
  given: given(...values),
});
/** Raters differ still. */
export const differs = (...values: readonly Judged[]): RatedCell => ({ state: "differs", given: given(...values) });
/** Nothing can be seen yet. */
export const blind: RatedCell = { state: "blind", sent: 1, raters: 2 };
/** Nothing was judged. */
export const unrated: RatedCell = { state: "unrated" };

/** A subject of which the four cells are known. */
export function subject(code: string, name: string, ...cells: readonly RatedCell[]): RatedSubject {
  return { code, name: { und: name }, cells, mean: null };
}

/**
 * Five subjects: one agreed on throughout, one with differences that were settled, one with differences that were not and an answer without a
 * level, one that is blind, and one that was never rated.
 */
export const rows: readonly RatedSubject[] = [
  subject("O1", "Zeewacht", agreed(level("strong")), agreed(level(8)), agreed(level("complementary")), agreed(level("yes"))),
  subject(
    "O2",
    "Anker",
    reconciled(level("partial"), level("partial"), level("leading")),
    reconciled(level(5), level(4), level(6)),
    reconciled(level("overlapping"), level("overlapping"), level("conflicting")),
    reconciled(level("no"), level("yes"), level("no")),
  ),
  subject("O3", "Boei", differs(level("limited"), level("strong")), agreed(without), differs(level("complementary"), without), unrated),
  subject("O4", "Dok", blind, blind, blind, blind),
  subject("O5", "Baken", unrated, unrated, unrated, unrated),
];

/** Words of pictures as their keys, and texts in Dutch or in English. */
export const wordsIn = (language: "nl" | "en") => pictureWords(keys, language, ["nl"]);
