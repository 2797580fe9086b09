import { commonWords } from "./common-words";

/** A stretch that stayed when a text changed: where it stood before and stands after, in UTF-16 units. */
export interface KeptRun {
  before: number;
  after: number;
  length: number;
}

const inWord = /[\p{L}\p{M}\p{N}]/u;

/**
 * What stayed of a text when it became another, in order. Compared by word, and within a word where at least half of it stayed; a word or two
 * that a new wording happens to share with the old one did not stay.
 */
export function keptRuns(before: string, after: string): KeptRun[] {
  if (before === after) return joined([{ before: 0, after: 0, length: before.length }]);
  const head = wholeHead(before, after);
  const tail = wholeTail(before, after, head);
  const between = changedRuns(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return withoutChance(
    joined([
      { before: 0, after: 0, length: head },
      ...between.map((run) => ({ ...run, before: run.before + head, after: run.after + head })),
      { before: before.length - tail, after: after.length - tail, length: tail },
    ]),
    before.length,
    after.length,
  );
}

/** How much is the same from the start, up to the beginning of a word. */
function wholeHead(before: string, after: string): number {
  let length = sameHead(before, after);
  while (length > 0 && inWord.test(before.charAt(length - 1))) length -= 1;
  return length;
}

/** How much of the rest is the same up to the end, from the end of a word on. */
function wholeTail(before: string, after: string, head: number): number {
  let length = sameTail(before, after, head);
  while (length > 0 && inWord.test(before.charAt(before.length - length))) length -= 1;
  return length;
}

interface Word {
  at: number;
  text: string;
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ index, 0: found }) => ({ at: index, text: found }));

function changedRuns(before: string, after: string): KeptRun[] {
  const [olds, news] = [wordsOf(before), wordsOf(after)];
  const pairs = commonWords(
    olds.map(({ text }) => text),
    news.map(({ text }) => text),
  );
  const runs: KeptRun[] = [];
  let [from, to] = [0, 0];
  for (const [one, other] of pairs) {
    const [word, same] = [olds[one], news[other]];
    if (!word || !same) continue;
    runs.push(...rewritten(before.slice(from, word.at), after.slice(to, same.at), from, to));
    runs.push({ before: word.at, after: same.at, length: word.text.length });
    [from, to] = [word.at + word.text.length, same.at + same.text.length];
  }
  return [...runs, ...rewritten(before.slice(from), after.slice(to), from, to)];
}

/** What stayed of a piece without a word in common: its beginning and end, of which letters count only where at least half stayed. */
function rewritten(before: string, after: string, from: number, to: number): KeptRun[] {
  let head = sameHead(before, after);
  let tail = sameTail(before, after, head);
  if ((head + tail) * 2 < Math.min(before.length, after.length)) {
    head = leading(before.slice(0, head));
    tail = trailing(before.slice(before.length - tail));
  }
  return [
    { before: from, after: to, length: head },
    { before: from + before.length - tail, after: to + after.length - tail, length: tail },
  ];
}

/** How many characters stand before the first letter. */
const leading = (text: string) => /^[^\p{L}\p{M}\p{N}]*/u.exec(text)?.[0].length ?? 0;

/** How many characters stand after the last letter. */
function trailing(text: string): number {
  let length = 0;
  while (length < text.length && !inWord.test(text.charAt(text.length - 1 - length))) length += 1;
  return length;
}

function sameHead(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let length = 0;
  while (length < most && before.charCodeAt(length) === after.charCodeAt(length)) length += 1;
  return length > 0 && isHigh(before.charCodeAt(length - 1)) ? length - 1 : length;
}

function sameTail(before: string, after: string, head: number): number {
  const most = Math.min(before.length, after.length) - head;
  let length = 0;
  while (length < most && before.charCodeAt(before.length - 1 - length) === after.charCodeAt(after.length - 1 - length)) length += 1;
  return length > 0 && isLow(before.charCodeAt(before.length - length)) ? length - 1 : length;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** Neighbouring runs as one; empty ones are gone. */
function joined(runs: readonly KeptRun[]): KeptRun[] {
  const list: KeptRun[] = [];
  for (const run of runs) {
    const last = list.at(-1);
    if (run.length === 0) continue;
    const touches = last && last.before + last.length === run.before && last.after + last.length === run.after;
    if (touches) list[list.length - 1] = { ...last, length: last.length + run.length };
    else list.push(run);
  }
  return list;
}

/** Without the runs that are shorter than what was written over on both sides of them. */
function withoutChance(runs: readonly KeptRun[], before: number, after: number): KeptRun[] {
  const ends = (run: KeptRun | undefined) =>
    run ? { before: run.before + run.length, after: run.after + run.length } : { before: 0, after: 0 };
  const overwritten = (left: KeptRun | undefined, right: { before: number; after: number }) =>
    Math.min(right.before - ends(left).before, right.after - ends(left).after);
  return runs.filter((run, at) => {
    const next = runs[at + 1] ?? { before, after };
    return run.length >= overwritten(runs[at - 1], run) || run.length >= overwritten(run, next);
  });
}
