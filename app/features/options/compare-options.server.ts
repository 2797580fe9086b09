import { comparePairs, neededCriteria, type PairComparison } from "~/domain/options/dominance";
import { leftOutWords, pairWords } from "~/domain/options/dominance-words";
import { heldOptions } from "~/domain/options/conditions";
import { valueWords } from "~/domain/judgements/tally-words";
import { valueOf } from "~/domain/judgements/value";
import { textWithLanguage } from "~/domain/local-text";
import { pictureWords, type PictureWords } from "~/domain/pictures/words";
import type { Option } from "~/domain/protocol/options";
import type { Scale } from "~/domain/protocol/scales";
import type { Db } from "~/platform/db.server";
import { documentWords } from "~/platform/document-words.server";
import {
  judgedOptions,
  optionMatrices,
  readOptionComparison,
  type OptionCellRow,
  type OptionComparison,
} from "~/platform/option-comparison.server";
import { refuse } from "~/platform/refusal.server";
import { showEvidence } from "~/platform/shown-evidence.server";
import type { OptionStudy } from "./queries.server";

/** The options by kind, each kind beside each other, and whether one dominates another. */
export async function compareOptions(db: Db, study: OptionStudy) {
  const comparison = await readOptionComparison(db, study);
  const words = wordsOf(study);
  const pairs = comparePairs(judgedOptions(comparison), comparison.criteria);
  const kinds = optionMatrices(comparison).map((matrix) => {
    const own = pairs.filter(({ first }) => matrix.options.some(({ id }) => id === first));
    return {
      kind: matrix.options[0]?.kind ?? ("alternative" as const),
      matrix: { kind: "options" as const, ...matrix },
      options: matrix.options.map((option) => showOption(option, comparison, words)),
      criteria: matrix.criteria.map(({ criterion, scale }) => ({
        id: criterion.id,
        code: criterion.code,
        title: words.text(criterion.title),
        cells: matrix.options.map(({ id }) => ({ option: id, ...showCell(comparison.cell(id, criterion.id), scale, study, words) })),
      })),
      pairs: own.map((pair) => showPair(pair, comparison, words)),
    };
  });
  return { kinds, needed: neededCriteria(comparison.criteria) };
}

/** Options as the page that compares them shows them. */
export type ComparedOptions = Awaited<ReturnType<typeof compareOptions>>;

/** Two options beside each other; refuses a code that the protocol does not have. Without a second one it only says which there are. */
export async function compareTwo(db: Db, study: OptionStudy, code: string | undefined, other: string | null) {
  const comparison = await readOptionComparison(db, study);
  const words = wordsOf(study);
  const first = comparison.options.find((option) => option.code === code);
  if (!first) throw refuse("not-found");
  const second = comparison.options.find((option) => option.code === other && option.id !== first.id) ?? null;
  const choices = comparison.options
    .filter(({ id }) => id !== first.id)
    .toSorted((one, two) => Number(two.kind === first.kind) - Number(one.kind === first.kind))
    .map((option) => ({ value: option.code, label: `${option.code} ${words.text(option.title)}` }));
  const shown = { first: showOption(first, comparison, words), choices };
  if (!second) return { ...shown, second: null, pair: null, criteria: [] };
  const pair = comparePairs(judgedOptions({ ...comparison, options: [first, second] }), comparison.criteria)[0] ?? null;
  const criteria = comparison.criteria.map(({ criterion, scale }) => ({
    id: criterion.id,
    title: words.text(criterion.title),
    description: words.text(criterion.description),
    side: pair && sideOf(pair, criterion.id),
    cells: [first, second].map(({ id }) => ({ option: id, ...showCell(comparison.cell(id, criterion.id), scale, study, words) })),
  }));
  return {
    ...shown,
    second: showOption(second, comparison, words),
    pair: pair && showPair(pair, comparison, words),
    criteria: criteria.filter(({ cells }) =>
      cells.some(({ level, points, state }) => level !== null || points.length > 0 || state !== null),
    ),
  };
}

/** Two options as the page that compares them shows them. */
export type ComparedTwo = Awaited<ReturnType<typeof compareTwo>>;

const wordsOf = ({ assessment, language }: OptionStudy) => pictureWords(documentWords(language), language, assessment.languages);

function sideOf({ firstBetter, secondBetter, same, leftOut }: PairComparison, criterion: string) {
  if (firstBetter.includes(criterion)) return "first" as const;
  if (secondBetter.includes(criterion)) return "second" as const;
  if (same.includes(criterion)) return "same" as const;
  return leftOut.find((one) => one.criterion === criterion)?.why ?? ("both-without" as const);
}

function showOption(option: Option, { options }: OptionComparison, words: PictureWords) {
  const held = heldOptions(option, options);
  return {
    id: option.id,
    code: option.code,
    kind: option.kind,
    title: words.text(option.title),
    description: words.text(option.description),
    holdsFor: option.kind === "condition" ? (held ?? []).map(({ code }) => code) : null,
  };
}

function showPair(pair: PairComparison, comparison: OptionComparison, words: PictureWords) {
  const codeOf = (id: string) => comparison.options.find((option) => option.id === id)?.code ?? id;
  return {
    first: codeOf(pair.first),
    second: codeOf(pair.second),
    verdict: pair.verdict,
    words: pairWords(pair, comparison, words),
    leftOut: leftOutWords(pair, comparison, words),
  };
}

/** How two options compare, as pages tell it. */
export type ShownPair = ReturnType<typeof showPair>;

function showCell(
  { standing, points, grounds, citedIn }: OptionCellRow,
  scale: Scale,
  { language, assessment }: OptionStudy,
  words: PictureWords,
) {
  const value = standing?.judged ? valueOf(standing.judged) : null;
  const evidence = [...grounds, ...points.flatMap((point) => point.grounds)];
  const once = [...new Map(evidence.map((one) => [one.id, one])).values()];
  const told = standing?.state === "blind" || standing?.state === "differs" ? standing.state : null;
  return {
    level: value === null ? null : valueWords(scale, value, words),
    counted: standing?.judged?.without === null,
    state: told,
    sent: told === "blind" ? `${standing?.sent ?? 0}/${standing?.raters ?? 0}` : "",
    citedIn,
    points: points.map(({ id, side, text, language: original }) => ({ id, side, said: textWithLanguage(text, language, [original]) })),
    grounds: once.map((one) => showEvidence(one, language, assessment.languages)),
  };
}

/** One option on one criterion, as pages show it. */
export type ComparedCell = ReturnType<typeof showCell>;
