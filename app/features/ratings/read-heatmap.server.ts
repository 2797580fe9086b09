import { canMoveRound } from "~/domain/moves/round";
import { groupBy } from "~/domain/evidence/graph";
import { cellKey, type CellJudgement, standingOf } from "~/domain/judgements/cells";
import { meanOf, rangeOf, shownValue } from "~/domain/judgements/shown-value";
import type { Judged } from "~/domain/judgements/value";
import type { Language } from "~/domain/tool-language";
import { type LocalText, textIn } from "~/domain/local-text";
import { criteriaFor, scaleOf } from "~/domain/protocol/readers";
import type { Criterion, JudgedSubject } from "~/domain/protocol/criteria";
import type { Scale } from "~/domain/protocol/scales";
import type { Db } from "~/platform/db.server";
import { listJudgedThings } from "~/platform/judgement-subjects.server";
import { listJudgedValues, listRounds, type RoundRow } from "~/platform/judgements.server";
import { number } from "~/ui/format";
import type { HeatValue } from "~/ui/heat-cell";
import type { RatingsStudy } from "./read-subject-ratings.server";
import type { HeatmapFilter } from "./shown-standings";

/** Subjects against the criteria of their kind: the newest round that has the cell decides. Five queries, whatever the number of subjects. */
export async function readHeatmap(db: Db, study: RatingsStudy, kind: JudgedSubject, filter: HeatmapFilter) {
  const { assessment, protocol, viewer, language } = study;
  const say = (text: LocalText | null | undefined) => textIn(text, language, assessment.languages);
  const things = await listJudgedThings(db, assessment.id, protocol, kind);
  const rounds = await listRounds(db, viewer.id, { assessmentId: assessment.id, subjectKind: kind });
  const rows = await listJudgedValues(db, viewer.id, { assessmentId: assessment.id, subjectKind: kind });
  const byCell = groupBy(rows, (row) => `${row.roundId} ${cellKey(row)}`);
  const criteria = criteriaFor(protocol, kind);
  const show = cellShower(language, say);
  const all = things.map((thing) => {
    const cells = criteria.map((criterion) => readCell(criterion, scaleOf(protocol, criterion.id), thing.id, rounds, byCell));
    return { id: thing.id, code: thing.code, name: say(thing.name), about: say(thing.about), cells, mean: meanOfRow(cells) };
  });
  const state = (wanted: string) => all.filter(({ cells }) => cells.some((cell) => cell.state === wanted)).length;
  return {
    criteria: criteria.map(({ id, code, title }) => ({ id, code, title: say(title) })),
    rows: sorted(
      all.filter((row) => fits(row, filter)),
      criteria,
      filter.sort,
    ).map(({ cells, ...row }) => ({ ...row, cells: cells.map(show) })),
    total: all.length,
    raters: new Set(rounds.flatMap((round) => round.raters.map(({ id }) => id))).size,
    blind: state("blind"),
    differing: all.flatMap(({ cells }) => cells).filter(isToReconcile).length,
    rounds: rounds.map(({ id, number, state: stands, mine, raters, sent }) => ({
      id,
      number,
      state: stands,
      mine,
      raters: raters.length,
      sent,
    })),
    hasMean: all.some(({ mean }) => mean !== null),
  };
}

interface Cell {
  state: "unrated" | "blind" | "agreed" | "reconciled" | "differs";
  round: { number: number; state: RoundRow["state"]; sent: number; raters: number } | null;
  scale: Scale | null;
  judged: Judged | null;
  range: { low: number; high: number } | null;
}

const isToReconcile = ({ state, round }: Cell) => state === "differs" && round !== null && canMoveRound(round.state, "reconcile");

function readCell(
  criterion: Criterion,
  scale: Scale | null,
  subjectId: string,
  rounds: readonly RoundRow[],
  byCell: ReadonlyMap<string, CellJudgement[]>,
): Cell {
  const round = rounds.find(({ subjects, criteria }) => subjects.includes(subjectId) && criteria.includes(criterion.id));
  const nothing = { scale, judged: null, range: null };
  if (!round) return { state: "unrated", round: null, ...nothing };
  const about = { number: round.number, state: round.state, sent: round.sent, raters: round.raters.length };
  if (canMoveRound(round.state, "rate")) return { state: "blind", round: about, ...nothing };
  const { state, counting, ratings } = standingOf(byCell.get(`${round.id} ${cellKey({ subjectId, criterion: criterion.id })}`) ?? []);
  return { state, round: about, scale, judged: counting, range: rangeOf(scale, ratings) };
}

type Say = (text: LocalText | null | undefined) => string;

/** Makes cells as a table shows them. Cells that look the same are the same object: the page carries each look once. */
function cellShower(language: Language, say: Say) {
  const looks = new Map<string, HeatValue>();
  return (cell: Cell): HeatValue => {
    const value = heatValue(cell, language, say);
    const key = JSON.stringify(value);
    const known = looks.get(key) ?? value;
    looks.set(key, known);
    return known;
  };
}

/** What a cell shows: the number or the class; a dash for an answer without a level, whose words are read out. */
function heatValue({ state, round, scale, judged, range }: Cell, language: Language, say: Say): HeatValue {
  if (state === "blind") return { state, done: round?.sent ?? 0, raters: round?.raters ?? 0 };
  if (state === "differs") return { state, range: range && `${number(range.low, language)}–${number(range.high, language)}` };
  const shown = judged && shownValue(scale, judged);
  if (state === "unrated" || !shown) return { state: "unrated" };
  const label = say(shown.label);
  if (shown.number !== null) return { state, value: number(shown.number, language), label, shade: Math.round((shown.place ?? 0) * 4) };
  return judged.without === null ? { state, value: label, label: "", shade: 0 } : { state, value: "–", label, shade: 0 };
}

/** The mean of a row, null where the scales differ; `open` while one of its cells still differs. */
function meanOfRow(cells: readonly Cell[]): { mean: number; n: number; open: boolean } | null {
  const found = meanOf(cells);
  return found && { ...found, open: cells.some(({ state }) => state === "differs") };
}

interface Row {
  code: string;
  name: string;
  about: string;
  cells: readonly Cell[];
  mean: { mean: number } | null;
}

function fits(row: Row, { find, show }: HeatmapFilter): boolean {
  const words = find.toLocaleLowerCase("und").split(/\s+/).filter(Boolean);
  const text = `${row.code} ${row.name} ${row.about}`.toLocaleLowerCase("und");
  return words.every((word) => text.includes(word)) && (show === "" || row.cells.some(({ state }) => state === show));
}

/** By the value on a criterion or by the mean; rows without one come last, rows that are equal stay in the order of their codes. */
function sorted<R extends Row>(rows: readonly R[], criteria: readonly Criterion[], { key, descending }: HeatmapFilter["sort"]): R[] {
  if (key === "code") return descending ? rows.toReversed() : [...rows];
  const place = criteria.findIndex(({ id }) => id === key);
  const numberOf = (cell: Cell | undefined) => (cell?.judged ? (shownValue(cell.scale, cell.judged)?.number ?? null) : null);
  const measure = (row: R) => (key === "mean" ? (row.mean?.mean ?? null) : numberOf(row.cells[place]));
  return rows.toSorted((one, other) => {
    const [left, right] = [measure(one), measure(other)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return descending ? right - left : left - right;
  });
}
