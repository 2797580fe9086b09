import type { LocalText } from "~/domain/local-text";
import { extraValuesOf, isOnScale, levelsOf, type Scale, type ScaleValue } from "~/domain/protocol/scales";
import { type Cell, cellText, isEmptyCell } from "~/domain/sheets/cell";
import { foldName } from "~/domain/sheets/fold-name";
import type { SheetMapping } from "~/domain/sheets/mapping";
import { type NamedRecord, nameFinder } from "~/domain/sheets/match-names";
import { formatOf } from "~/domain/sheets/numbers";
import { type CellProblem, isWritten, type PlannedItem, type PlannedRow } from "~/domain/sheets/planned";
import { type CellSetting, onScale, partsOf, yesOrNo } from "~/domain/sheets/read-cell";
import { cellKey } from "./cells";

/** What a column of a spreadsheet of ratings can hold. */
export const ratingParts = ["code", "name", "criterion", "value", "justification", "ownExpertise", "grounds"] as const;
/** What a column of a spreadsheet of ratings can hold. */
export type RatingPart = (typeof ratingParts)[number];

/** A criterion of the round with its scale. */
export interface RatedCriterion {
  id: string;
  code: string;
  title: LocalText;
  scale: Scale;
}

/** What the rater gave so far for a cell of the round; its grounds as a form names them, with their codes. */
export interface OwnRating {
  version: number;
  value: ScaleValue | null;
  justification: string;
  ownExpertise: boolean;
  grounds: readonly FoundGround[];
}

/** Something that a rating can rest on, and whether it can be newly cited. */
export interface FoundGround {
  key: string;
  code: string;
  citable: boolean;
}

/** What planning takes beside the rows. */
export interface RatingPlanSetting {
  subjects: readonly NamedRecord[];
  criteria: readonly RatedCriterion[];
  /** By `cellKey`. */
  own: ReadonlyMap<string, OwnRating>;
  mayUseOwnExpertise: boolean;
  words: CellSetting["words"];
  findGround: (code: string) => FoundGround | null;
  label: (part: RatingPart) => string;
  /** A value in words. */
  say: (scale: Scale, value: ScaleValue) => string;
  /** Yes or no in words. */
  yes: (value: boolean) => string;
}

/** A row of a spreadsheet of ratings with all that taking it over takes. */
export interface RatingPlanRow extends PlannedRow {
  subjectId: string;
  criterion: string;
  version: number;
  value: ScaleValue | null;
  justification: string;
  ownExpertise: boolean;
  grounds: string[];
}

/** Makes the planner of a sheet of one rater's ratings. An empty cell leaves what is there as it is. */
export function ratingPlanner(mapping: SheetMapping, setting: RatingPlanSetting): (row: number, cells: readonly Cell[]) => RatingPlanRow {
  const find = nameFinder(setting.subjects);
  const columnOf = (part: RatingPart) => mapping.columns.findIndex(({ target }) => target === part);
  const places = Object.fromEntries(ratingParts.map((part) => [part, columnOf(part)])) as Record<RatingPart, number>;
  const seen = new Map<string, number>();
  return (row, cells) => {
    const problems: CellProblem[] = [];
    const read: RowReading = { cells, places, problems, mapping, setting };
    const subject = subjectOf(read, find);
    const criterion = criterionOf(read);
    const isWhole = subject !== null && criterion !== null;
    const key = isWhole ? cellKey({ subjectId: subject.id, criterion: criterion.id }) : "";
    const twice = isWhole ? seen.get(key) : undefined;
    if (twice !== undefined) problems.push({ column: null, message: "twice", values: { row: twice + 1 } });
    else if (isWhole) seen.set(key, row);
    const before = setting.own.get(key) ?? { version: 0, value: null, justification: "", ownExpertise: false, grounds: [] };
    const said = ratingOf(read, criterion, before);
    const decision = mapping.decisions[row];
    const may = isWhole && twice === undefined && (problems.length === 0 || decision === "keep") && decision !== "skip";
    const items = may ? itemsOf(said, before, criterion, setting) : [];
    return {
      row,
      outcome:
        decision === "skip" ? "skipped" : !may ? "error" : !items.some(isWritten) ? "same" : before.version === 0 ? "new" : "changes",
      title: titleOf(read),
      target: isWhole ? { code: `${subject.code}:${criterion.code}`, name: subject.name } : null,
      problems: problems.toSorted((one, other) => (one.column ?? -1) - (other.column ?? -1)),
      items,
      subjectId: subject?.id ?? "",
      criterion: criterion?.id ?? "",
      version: before.version,
      ...{ ...said, grounds: said.grounds.map(({ key: ground }) => ground) },
    };
  };
}

interface RowReading {
  cells: readonly Cell[];
  places: Record<RatingPart, number>;
  problems: CellProblem[];
  mapping: SheetMapping;
  setting: RatingPlanSetting;
}

const textOf = ({ cells, places }: RowReading, part: RatingPart) => cellText(cells[places[part]]);
const placeOf = ({ places }: RowReading, part: RatingPart) => (places[part] < 0 ? null : places[part]);

function titleOf(read: RowReading): string {
  return [textOf(read, "name") || textOf(read, "code"), textOf(read, "criterion")].filter(Boolean).join(" · ");
}

function subjectOf(read: RowReading, find: ReturnType<typeof nameFinder<NamedRecord>>): NamedRecord | null {
  const asked = (["code", "name"] as const).map((part) => ({ part, text: textOf(read, part) })).filter(({ text }) => text !== "");
  const found = asked.map(({ part, text }) => ({ part, match: find(text) }));
  const [first, second] = found;
  if (!first) {
    read.problems.push({ column: placeOf(read, "code") ?? placeOf(read, "name"), message: "noSubject" });
    return null;
  }
  const wrong = found.find(({ match }) => match.found !== "one");
  if (wrong) {
    const codes = wrong.match.found === "several" ? wrong.match.rows.map(({ code }) => code).join(", ") : "";
    read.problems.push({ column: placeOf(read, wrong.part), message: codes === "" ? "unknownSubject" : "severalNamed", values: { codes } });
    return null;
  }
  const rows = [first, second].flatMap((one) => (one?.match.found === "one" ? [one.match.row] : []));
  if (rows.some(({ id }) => id !== rows[0]?.id)) {
    const codes = rows.map(({ code }) => code).join(", ");
    read.problems.push({ column: placeOf(read, "name"), message: "subjectsDiffer", values: { codes } });
    return null;
  }
  return rows[0] ?? null;
}

/** The criterion of that code, id or title in any language; a title may stand behind its code. */
function criterionOf(read: RowReading): RatedCriterion | null {
  const text = textOf(read, "criterion");
  const folded = foldName(text);
  const isIt = ({ id, code, title }: RatedCriterion) =>
    [id, code, ...Object.values(title).flatMap((one) => [one, `${code} ${one}`])].some((one) => foldName(one) === folded);
  const found = folded === "" ? undefined : read.setting.criteria.find(isIt);
  if (!found) read.problems.push({ column: placeOf(read, "criterion"), message: text === "" ? "noCriterion" : "unknownCriterion" });
  return found ?? null;
}

type Rating = Omit<OwnRating, "version">;

/** What the row makes of a rating; what it says nothing of, or wrongly, stays as it is. */
function ratingOf(read: RowReading, criterion: RatedCriterion | null, before: OwnRating): Rating {
  const justification = textOf(read, "justification") || before.justification;
  return {
    value: criterion === null ? null : valueOf(read, criterion, before),
    justification,
    ...ownOf(read, before),
    grounds: groundsOf(read, before),
  };
}

function valueOf(read: RowReading, { scale }: RatedCriterion, before: OwnRating): ScaleValue | null {
  const { cells, places, mapping } = read;
  const cell = cells[places.value] ?? null;
  if (isEmptyCell(cell)) return before.value;
  const found = onScale(scale, cell, mapping.columns[places.value]?.numbers ?? formatOf(mapping.language));
  const value = "value" in found ? (found.value as ScaleValue) : null; // onScale gives keys of the scale and numbers
  if (value !== null && isOnScale(scale, value)) return value;
  read.problems.push({ column: places.value, message: "offScale", values: { allowed: allowedValues(scale, mapping.language).join("; ") } });
  return before.value;
}

function ownOf(read: RowReading, before: OwnRating): Pick<OwnRating, "ownExpertise"> {
  const { cells, places, problems, setting } = read;
  const cell = cells[places.ownExpertise] ?? null;
  if (isEmptyCell(cell)) return { ownExpertise: before.ownExpertise };
  const answer = yesOrNo(cell, setting.words);
  const wrong = answer === null ? "notYesOrNo" : answer === "yes" && !setting.mayUseOwnExpertise ? "notAllowed" : null;
  if (wrong !== null) problems.push({ column: places.ownExpertise, message: wrong });
  return { ownExpertise: wrong === null ? answer === "yes" : before.ownExpertise };
}

function groundsOf({ cells, places, problems, setting }: RowReading, before: OwnRating): readonly FoundGround[] {
  const codes = partsOf(cellText(cells[places.grounds]));
  if (codes.length === 0) return before.grounds;
  return codes.flatMap((code) => {
    const known = before.grounds.find((one) => one.code.toLowerCase() === code.toLowerCase());
    const found = known ?? setting.findGround(code);
    if (found && (known || found.citable)) return [found];
    problems.push({ column: places.grounds, message: found ? "notCitable" : "unknownGround", values: { part: code } });
    return [];
  });
}

function itemsOf(said: Rating, before: OwnRating, criterion: RatedCriterion, { label, say, yes }: RatingPlanSetting): PlannedItem[] {
  const codes = (grounds: readonly FoundGround[]) =>
    grounds
      .map(({ code }) => code)
      .toSorted()
      .join("; ");
  const words = (value: ScaleValue | null) => (value === null ? "" : say(criterion.scale, value));
  const rows: [RatingPart, string, string][] = [
    ["value", words(said.value), words(before.value)],
    ["justification", said.justification, before.justification],
    ["ownExpertise", said.ownExpertise ? yes(true) : before.ownExpertise ? yes(false) : "", before.ownExpertise ? yes(true) : ""],
    ["grounds", codes(said.grounds), codes(before.grounds)],
  ];
  return rows
    .filter(([, text]) => text !== "")
    .map(([part, text, had]) => {
      const state = text === had ? "there" : had === "" ? "new" : "instead";
      return { label: label(part), text, state, ...(state === "instead" && { other: had }) };
    });
}

/** What can be given on a scale, as a person types it: numbers with labels, the range of a numeric one, and the answers without a level. */
export function allowedValues(scale: Scale, language: string): string[] {
  const say = (text: LocalText) => text[language] ?? Object.values(text)[0] ?? "";
  const levels = levelsOf(scale).map(({ value, label }) => (value === null ? say(label) : `${value} ${say(label)}`));
  const range = scale.kind === "numeric" ? [`${scale.min}–${scale.max}`] : [];
  return [...levels, ...range, ...extraValuesOf(scale).map(({ label }) => say(label))];
}
