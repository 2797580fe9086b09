import { countingOf, givenOf, isEarlier, type RatedCell, type RatedCriterion } from "~/domain/judgements/rated";
import { rangeOf, shownValue } from "~/domain/judgements/shown-value";
import { valueSigns, type ValueSigns } from "~/domain/judgements/value-signs";
import { sortRated } from "~/domain/judgements/sort-rated";
import { canMoveRound } from "~/domain/moves/round";
import type { Language } from "~/domain/tool-language";
import { type LocalText, textIn } from "~/domain/local-text";
import type { JudgedSubject } from "~/domain/protocol/criteria";
import { levelsOf, type Scale } from "~/domain/protocol/scales";
import type { Db } from "~/platform/db.server";
import type { RoundRow } from "~/platform/judgements.server";
import { type RatedRow, type RatedTable, readRated } from "~/platform/rated.server";
import { number } from "~/ui/format";
import type { HeatValue } from "~/ui/heat-cell";
import type { RatingsStudy } from "./read-subject-ratings.server";
import type { HeatmapFilter } from "./shown-standings";

/** Subjects against the criteria of their kind, narrowed and in order, for whoever reads the page or takes it along as a file. */
export async function readFilteredRated(
  db: Db,
  study: Pick<RatingsStudy, "assessment" | "protocol" | "viewer"> & { language: string },
  kind: JudgedSubject,
  filter: HeatmapFilter,
): Promise<{ rated: RatedTable; rows: RatedRow[] }> {
  const rated = await readRated(db, study.viewer.id, study, kind);
  const say = (text: LocalText | null | undefined) => textIn(text, study.language, study.assessment.languages);
  const rows = rated.rows.filter((row) => fits(row, filter, say));
  return { rated, rows: sortRated(rows, rated.criteria, filter.sort, (row) => say(row.name)) };
}

/** The heatmap as its table shows it: the newest opened round that has the cell decides. Five queries, whatever the number of subjects. */
export async function readHeatmap(db: Db, study: RatingsStudy, kind: JudgedSubject, filter: HeatmapFilter) {
  const { assessment, language } = study;
  const say = (text: LocalText | null | undefined) => textIn(text, language, assessment.languages);
  const { rated, rows } = await readFilteredRated(db, study, kind, filter);
  const { criteria, rounds, rows: all } = rated;
  const show = cellShower(language, say);
  return {
    criteria: criteria.map(({ id, code, title }) => ({ id, code, title: say(title) })),
    rows: rows.map(({ id, code, name, about, cells, mean, again }) => ({
      id,
      code,
      name: say(name),
      about: say(about),
      mean,
      cells: cells.map((cell, at) => show(cell, criteria[at]?.scale ?? null, again[at] ?? null)),
    })),
    total: all.length,
    raters: new Set(rounds.flatMap((round) => round.raters.map(({ id }) => id))).size,
    blind: all.filter(({ cells }) => cells.some(({ state }) => state === "blind")).length,
    differing: all.flatMap(differencesOf).length,
    rounds: rounds.map(({ id, number: n, state, mine, raters, sent }) => ({ id, number: n, state, mine, raters: raters.length, sent })),
    hasAgain: rows.some(({ again }) => again.some((round) => round !== null)),
    hasEarlier: rows.some(({ cells }) => cells.some(isEarlier)),
    hasMean: all.some(({ mean }) => mean !== null),
    scales: scalesOf(criteria, language, say),
  };
}

/** The scales with an order, each once with the criteria that have it: what a number in a cell means. */
function scalesOf(criteria: readonly RatedCriterion[], language: Language, say: Say) {
  const scales = new Map(criteria.flatMap(({ scale }) => (scale ? [[scale.id, scale] as const] : [])));
  return [...scales.values()].flatMap((scale) => {
    const levels = shadedLevels(scale, language, say);
    const codes = criteria.filter((criterion) => criterion.scale?.id === scale.id).map(({ code }) => code);
    return levels.length === 0 ? [] : [{ title: say(scale.title), codes: scales.size > 1 ? codes : [], levels }];
  });
}

function shadedLevels(scale: Scale, language: Language, say: Say) {
  if (scale.kind === "numeric") {
    const ends = [scale.min, scale.max] as const;
    return ends.map((end, at) => ({ value: number(end, language), label: at === 1 ? say(scale.unit) : "", look: shadeOf(at) }));
  }
  return levelsOf(scale).flatMap(({ key, label }) => {
    const shown = shownValue(scale, { level: key, without: null });
    return shown?.number == null ? [] : [{ value: number(shown.number, language), label: say(label), look: shadeOf(shown.place ?? 0) }];
  });
}

/** The cells of a row whose difference can be reconciled now. */
function differencesOf({ cells, rounds }: RatedRow): RatedCell[] {
  return cells.filter((cell, at) => {
    const round = rounds[at];
    return cell.state === "differs" && round != null && canMoveRound(round.state, "reconcile");
  });
}

type Say = (text: LocalText | null | undefined) => string;

/** Makes cells as a table shows them. Cells that look the same are the same object: the page carries each look once. */
function cellShower(language: Language, say: Say) {
  const looks = new Map<string, HeatValue>();
  const known = new Map<Scale | null, ValueSigns>();
  const signsOf = (scale: Scale | null) => {
    const signs = known.get(scale) ?? valueSigns(scale, { text: say, number: (value) => number(value, language) });
    known.set(scale, signs);
    return signs;
  };
  return (cell: RatedCell, scale: Scale | null, again: RoundRow | null): HeatValue => {
    const shown = heatValue(cell, scale, signsOf(scale), say);
    const marks = {
      ...(isEarlier(cell) && shown.state !== "unrated" && { earlier: true as const }),
      ...(again && { again: { done: again.sent, raters: again.raters.length } }),
    };
    const value = shown.state === "blind" ? shown : { ...shown, ...marks };
    const key = JSON.stringify(value);
    const look = looks.get(key) ?? value;
    looks.set(key, look);
    return look;
  };
}

/** What a cell shows: the number or the class; a dash for an answer without a level, whose words are read out. */
function heatValue(cell: RatedCell, scale: Scale | null, signs: ValueSigns, say: Say): HeatValue {
  const { state } = cell;
  if (state === "blind") return { state, done: cell.sent, raters: cell.raters };
  if (state === "differs") return { state, range: rangeOf(scale, givenOf(cell)) && signs.range(givenOf(cell)) };
  const counting = countingOf(cell);
  const shown = counting && shownValue(scale, counting);
  if (state === "unrated" || !shown) return { state: "unrated" };
  const label = say(shown.label);
  const given = givenOf(cell);
  const isClass = shown.number === null && counting.level !== null;
  const more = state === "reconciled" && given.length > 0 ? { spread: isClass ? signs.rangeInFull(given) : signs.range(given) } : {};
  if (shown.number !== null) {
    return { state, value: signs.short(counting), label, look: shadeOf(shown.place ?? 0), ...more };
  }
  return counting.without === null
    ? { state, value: label, label: "", look: "class", ...more }
    : { state, value: "–", label, look: "without", ...more };
}

const shadeOf = (place: number): `s${number}` => `s${Math.round(place * 4)}`;

function fits({ code, name, about, cells }: RatedRow, { find, show }: HeatmapFilter, say: Say): boolean {
  const words = find.toLocaleLowerCase("und").split(/\s+/).filter(Boolean);
  const text = `${code} ${say(name)} ${say(about)}`.toLocaleLowerCase("und");
  return words.every((word) => text.includes(word)) && (show === "" || cells.some(({ state }) => state === show));
}
