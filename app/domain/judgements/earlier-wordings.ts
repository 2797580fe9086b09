import { codeRanges } from "~/domain/evidence/code-ranges";
import { compareCodes } from "~/domain/evidence/codes";
import type { PictureWords } from "~/domain/pictures/words";
import { findCriterion, scaleOf } from "~/domain/protocol/readers";
import { extraValuesOf, levelsOf, type Scale } from "~/domain/protocol/scales";
import type { Protocol } from "~/domain/protocol/schema";
import { isReworded, isScaleReworded } from "./wording";

/** Something that was judged on a criterion, by its code, and the protocol by which that was done. */
export interface JudgedOn {
  code: string;
  criterion: string;
  judgedBy: Protocol;
}

/** What was judged on one wording of a criterion that is no longer that of the protocol; `judgedBy` has that wording. */
export interface EarlierWording {
  criterion: string;
  /** The codes of what was judged on it, in order. */
  codes: string[];
  judgedBy: Protocol;
}

/** What was judged on an earlier wording than that of now: each wording of each criterion once, in the order in which they come. */
export function earlierWordings(judged: readonly JudgedOn[], now: Protocol): EarlierWording[] {
  const found: EarlierWording[] = [];
  for (const { code, criterion, judgedBy } of judged) {
    if (!isReworded(judgedBy, now, criterion)) continue;
    const same = found.find((one) => one.criterion === criterion && !isReworded(one.judgedBy, judgedBy, criterion));
    if (same) same.codes.push(code);
    else found.push({ criterion, codes: [code], judgedBy });
  }
  return found.map((one) => ({ ...one, codes: one.codes.toSorted(compareCodes) }));
}

/** One of them as a sentence, with the wording: the title and what it asks, and its scale where that was another too. */
export function earlierWordingWords({ criterion: id, codes, judgedBy }: EarlierWording, now: Protocol, words: PictureWords): string {
  const criterion = findCriterion(judgedBy, id);
  const scale = isScaleReworded(judgedBy, now, id) ? scaleOf(judgedBy, id) : null;
  const wording = [words.text(criterion?.title), words.text(criterion?.description), scale ? scaleWords(scale, words) : ""];
  return words.say("data.rated.earlier", {
    criterion: findCriterion(now, id)?.code ?? criterion?.code ?? id,
    codes: codeRanges(codes).join(", "),
    wording: wording.filter((part) => part !== "").join(" – "),
  });
}

/** The levels of a scale with what they mean, or its range of numbers. */
function scaleWords(scale: Scale, { text, number }: PictureWords): string {
  const range = scale.kind === "numeric" ? [`${number(scale.min)}–${number(scale.max)} ${text(scale.unit)}`.trim()] : [];
  const levels = [...levelsOf(scale), ...extraValuesOf(scale).map((extra) => ({ ...extra, value: null }))];
  return [
    ...range,
    ...levels.map(({ value, label, anchor }) => {
      const name = [value === null ? "" : number(value), text(label)].filter((part) => part !== "").join(" ");
      return anchor ? `${name}: ${text(anchor)}` : name;
    }),
  ].join("; ");
}
