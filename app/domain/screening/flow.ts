import type { LocalText } from "~/domain/local-text";
import { channelOf, flowChannels, columnOf, type FlowChannel, type FlowColumn } from "~/domain/screening/channels";
import { fullTextCount } from "~/domain/screening/counts";
import { isLeftOut, standingOf, stepsFor, stepStanding, type KnownDecision } from "~/domain/screening/standing";
import { goesOn, isOwnWords, ownReason, type ScreeningStep } from "~/domain/screening/steps";

/** A publication as the flow counts it. */
export interface CountedSource {
  code: string;
  channel: string | null;
  isImported: boolean;
  /** Taken off the list of sources. */
  isArchived: boolean;
  decisions: readonly KnownDecision[];
}

/** A file of references that was taken over: how many records it held, how many were there already, how many became sources. */
export interface CountedImport {
  channel: string;
  identified: number;
  duplicates: number;
  added: number;
}

/** Everything that the flow is counted from. `counts` are given by hand, by kind, for what no record stands for. */
export interface FlowRecords {
  sources: readonly CountedSource[];
  imports: readonly CountedImport[];
  counts: ReadonlyMap<string, number>;
  screeners: number;
  reasons: readonly { key: string }[];
}

/** What was left out in full text for one reason; `key` is one of the protocol, or `ownReason` for own words. */
export interface ReasonCount {
  key: string;
  count: number;
}

/** One column of the flow. What has not been decided yet is in no box: `waiting` says at which step how many wait. */
export interface FlowCounts {
  identified: readonly { channel: FlowChannel; count: number }[];
  removed: { duplicates: number; automation: number; other: number };
  screened: number;
  excluded: number;
  sought: number;
  notRetrieved: number;
  assessed: number;
  excludedInFull: readonly ReasonCount[];
  included: number;
  waiting: Readonly<Record<ScreeningStep, number>>;
  /** Identified and not removed before screening. */
  entered: number;
  /** Publications that the column holds, and those that are counted by hand further on. Differs from `entered` where counts do not agree. */
  accounted: number;
}

/** The flow of publications through a study. */
export interface PrismaFlow {
  searched: FlowCounts;
  other: FlowCounts;
  included: number;
  /** Codes of the publications of which nobody recorded how they were found. */
  withoutChannel: readonly string[];
}

/** A flow to draw, with the words of its reasons. */
export interface ShownFlow {
  flow: PrismaFlow;
  reasons: readonly { key: string; label: LocalText }[];
}

/**
 * What is off the list stays counted where the screening left it out before. Else a record of an import counts as removed, and what was added by hand
 * counts nowhere.
 */
function offTheList({ sources, screeners }: FlowRecords) {
  const leftOut = sources.filter(({ decisions, channel }) => isLeftOut(standingOf(decisions, channelOf(channel), screeners)));
  const counted = sources.filter((source) => !source.isArchived || leftOut.includes(source));
  return { counted, removed: sources.filter((source) => source.isImported && !counted.includes(source)) };
}

/**
 * The flow of publications in the boxes of the PRISMA 2020 flow diagram for new reviews with searches of databases, registers and other
 * sources (Page MJ, McKenzie JE, Bossuyt PM, et al. The PRISMA 2020 statement. BMJ 2021;372:n71, figure 1).
 */
export function prismaFlow(given: FlowRecords): PrismaFlow {
  const { counted, removed } = offTheList(given);
  const records = { ...given, sources: counted };
  const searched = columnCounts(records, "searched", removed);
  const other = columnCounts(records, "other", []);
  return {
    searched,
    other,
    included: searched.included + other.included,
    withoutChannel: records.sources.flatMap(({ code, channel }) => (channelOf(channel) === "unknown" ? [code] : [])),
  };
}

/** Whether the numbers of a column agree with each other. */
export function agrees({ entered, accounted }: FlowCounts): boolean {
  return entered === accounted;
}

/** Whether anything was found in a column. */
export function isEmptyColumn(column: FlowCounts): boolean {
  return column.entered === 0 && column.accounted === 0 && column.identified.every(({ count }) => count === 0);
}

const stands =
  (column: FlowColumn) =>
  ({ channel }: { channel: string | null }): boolean =>
    columnOf(channelOf(channel)) === column;

function columnCounts(records: FlowRecords, column: FlowColumn, offList: readonly CountedSource[]): FlowCounts {
  const isSearched = column === "searched";
  const byHand = (kind: string) => records.counts.get(kind) ?? 0;
  const identified = identifiedBy(records, column, offList);
  const removed = isSearched ? removedBefore(records, offList) : { duplicates: 0, automation: 0, other: 0 };
  const sources = records.sources.filter(stands(column));
  const at = countSteps(sources, records.screeners);
  const hand = {
    excluded: isSearched ? byHand("excluded") : 0,
    notRetrieved: byHand(isSearched ? "not-retrieved" : "other-not-retrieved"),
  };
  const excludedInFull = reasonCounts(records, column, sources);
  const inFull = total(excludedInFull, ({ count }) => count);
  const handInFull = inFull - at["full-text"].out;
  const later = hand.notRetrieved + handInFull;
  return {
    identified,
    removed,
    screened: isSearched ? at["title-abstract"].settled + hand.excluded + later : 0,
    excluded: isSearched ? at["title-abstract"].out + hand.excluded : 0,
    sought: at.retrieval.reached + later,
    notRetrieved: at.retrieval.out + hand.notRetrieved,
    assessed: at["full-text"].reached + handInFull,
    excludedInFull,
    included: at["full-text"].on,
    waiting: { "title-abstract": at["title-abstract"].waiting, retrieval: at.retrieval.waiting, "full-text": at["full-text"].waiting },
    entered: total(identified, ({ count }) => count) - removed.duplicates - removed.automation - removed.other,
    accounted: sources.length + hand.excluded + later,
  };
}

/** What the searches brought and was removed before the screening. */
function removedBefore({ imports, counts }: FlowRecords, offList: readonly CountedSource[]): FlowCounts["removed"] {
  const searches = imports.filter(stands("searched"));
  const byHand = (kind: string) => counts.get(kind) ?? 0;
  return {
    duplicates: total(searches, ({ duplicates }) => duplicates) + byHand("duplicates"),
    automation: byHand("automation"),
    other:
      total(searches, (one) => one.identified - one.duplicates - one.added) + offList.filter(stands("searched")).length + byHand("removed"),
  };
}

/**
 * Found by each channel: publications by their own channel, what is counted by hand, and in the first column what imports held besides. The second
 * has no box for what was removed, so what was there already or was skipped is not in it.
 */
function identifiedBy({ imports, sources, counts }: FlowRecords, column: FlowColumn, offList: readonly CountedSource[]) {
  const found = [...sources, ...offList];
  return flowChannels
    .filter((channel) => columnOf(channel) === column)
    .map((channel) => {
      const searches = column === "searched" ? imports.filter((one) => channelOf(one.channel) === channel) : [];
      const besides = total(searches, (one) => one.identified - one.added);
      const here = found.filter((one) => channelOf(one.channel) === channel).length;
      return { channel, count: here + besides + (counts.get(`identified-${channel}`) ?? 0) };
    });
}

interface StepCount {
  reached: number;
  waiting: number;
  settled: number;
  on: number;
  out: number;
}

/** How many publications have reached each step, wait there, went on or stayed out. */
function countSteps(sources: readonly CountedSource[], screeners: number): Record<ScreeningStep, StepCount> {
  const empty = (): StepCount => ({ reached: 0, waiting: 0, settled: 0, on: 0, out: 0 });
  const counts: Record<ScreeningStep, StepCount> = { "title-abstract": empty(), retrieval: empty(), "full-text": empty() };
  for (const { decisions, channel } of sources) {
    const { step: last } = standingOf(decisions, channelOf(channel), screeners);
    const steps = stepsFor(channelOf(channel));
    for (const step of steps.slice(0, steps.indexOf(last) + 1)) {
      const { outcome } = stepStanding(decisions, step, screeners);
      counts[step].reached += 1;
      if (!outcome) counts[step].waiting += 1;
      else counts[step].settled += 1;
      if (outcome) counts[step][goesOn(outcome.decision) ? "on" : "out"] += 1;
    }
  }
  return counts;
}

/** What was left out in full text, by reason in the order of the protocol, own words last; reasons that nobody used are left out. */
function reasonCounts({ reasons, counts, screeners }: FlowRecords, column: FlowColumn, sources: readonly CountedSource[]): ReasonCount[] {
  const used = sources.flatMap(({ decisions, channel }) => {
    const { key, step, reason } = standingOf(decisions, channelOf(channel), screeners);
    if (key !== "excluded" || step !== "full-text") return [];
    return [reason === null || isOwnWords(reason) || !reasons.some((one) => one.key === reason) ? ownReason : reason];
  });
  const keys = [...new Set([...reasons.map(({ key }) => key), ownReason])];
  return keys
    .map((key) => ({ key, count: used.filter((one) => one === key).length + (counts.get(fullTextCount(column, key)) ?? 0) }))
    .filter(({ count }) => count > 0);
}

function total<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
