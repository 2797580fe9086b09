import type { DataRow, DataTable, DataWords } from "~/domain/evidence/data-table";
import { heatmapParts } from "~/domain/judgements/shown-heatmap";
import { countingOf, givenOf, isEarlier, raterLetter, ratedSubject, type RatedCell, type RatedCriterion } from "~/domain/judgements/rated";
import { ratedWords, rangeWords } from "~/domain/judgements/rated-words";
import type { LocalText } from "~/domain/local-text";
import type { Protocol } from "~/domain/protocol/schema";
import type { Db } from "../db.server";
import { type CellDissent, listDissents } from "../dissents.server";
import { readRated, type RatedRow } from "../rated.server";
import { earlierNotes } from "./earlier-notes.server";
import { column, plainWords, toolWords } from "./words";

/**
 * The actors against the criteria: what was agreed of each, and below it what raters gave where they differed; after it who keeps to another
 * value. `of` narrows it to some criteria. A row of which nothing is known has empty cells.
 */
export async function ratingTables(
  db: Db,
  assessmentId: string,
  protocol: Protocol,
  of: readonly string[] | undefined,
): Promise<DataTable[]> {
  const { criteria: all, rows: every } = await readRated(db, null, { assessment: { id: assessmentId }, protocol }, "actor");
  const isAsked = all.map(({ id }) => of?.includes(id) === true);
  const isShown = isAsked.includes(true) ? isAsked : all.map(() => true);
  const criteria = all.filter((_, at) => isShown[at]);
  const rows = every.map((row) => narrowed(row, isShown));
  const rated = rows.filter(({ cells }) => cells.some(({ state }) => state !== "unrated"));
  const dissents = await dissentTable(db, assessmentId, criteria, rows);
  const heatmap = { subject: "actor", criteria, rows: rated.map(ratedSubject), order: { key: "code", descending: false } } as const;
  return [
    {
      block: "ratings",
      caption: toolWords("ratings"),
      columns: [column("code"), column("actor"), ...criteria.map(({ id, title }) => ({ id, label: { text: title }, bound: true }))],
      rows: rows.map((row) => tableRow(row, criteria)),
      notes: [...notesOf(rows), ...(await earlierNotes(assessmentId, protocol, judgedIn(rows, criteria)))],
      pictures: heatmapParts(heatmap).map((part) => ({ kind: "heatmap", ...part })),
    },
    ...(dissents.rows.length > 0 ? [dissents] : []),
  ];
}

/** What the rows hold that was judged, and by which protocol. */
function judgedIn(rows: readonly RatedRow[], criteria: readonly RatedCriterion[]) {
  return rows.flatMap(({ code, cells, rounds }) =>
    criteria.flatMap(({ id }, at) => {
      const [cell, round] = [cells[at], rounds[at]];
      return cell && round && isEarlier(cell) ? [{ code, criterion: id, protocolNumber: round.protocolNumber }] : [];
    }),
  );
}

/** A row with the cells of some criteria; its mean stays that of all. */
function narrowed(row: RatedRow, isShown: readonly boolean[]): RatedRow {
  const kept = <Item>(items: readonly Item[]) => items.filter((_, at) => isShown[at]);
  return { ...row, cells: kept(row.cells), rounds: kept(row.rounds) };
}

function tableRow({ id, code, name, cells }: RatedRow, criteria: readonly RatedCriterion[]): DataRow {
  const isBare = cells.every(({ state }) => state === "unrated");
  const shown = cells.map((cell, at) => (isBare ? null : cellWords(cell, criteria[at]?.scale ?? null)));
  const spreads = cells.map((cell, at) => spreadOf(cell, criteria[at]?.scale ?? null));
  return { id, depth: 0, cells: [plainWords(code), nameWords(name), ...shown], below: [null, null, ...spreads] };
}

/** A name that is of no language, as that of an actor, is the same in each. */
function nameWords(name: LocalText): DataWords {
  return name["und"] === undefined ? { text: name } : { plain: name["und"] };
}

function cellWords(cell: RatedCell, scale: RatedCriterion["scale"]): DataWords {
  if (cell.state === "unrated") return toolWords("rated.unrated");
  if (cell.state === "blind") return toolWords("rated.blind", { sent: cell.sent, raters: cell.raters });
  const counting = countingOf(cell);
  return counting ? ratedWords(scale, counting) : toolWords("rated.differs");
}

/** What raters gave where they differed. */
function spreadOf(cell: RatedCell, scale: RatedCriterion["scale"]): DataWords | null {
  return cell.state === "reconciled" || cell.state === "differs" ? rangeWords(scale, givenOf(cell)) : null;
}

function notesOf(rows: readonly RatedRow[]): DataWords[] {
  const cells = rows.flatMap((row) => row.cells);
  const without = rows.filter((row) => row.cells.every(({ state }) => state === "unrated")).map(({ code }) => code);
  return [
    ...(cells.some(({ state }) => state === "reconciled" || state === "differs") ? [toolWords("rated.spreadNote")] : []),
    ...(without.length > 0 && without.length < rows.length ? [toolWords("rated.without", { codes: without.join(", ") })] : []),
  ];
}

/** The raters who keep to another value than the agreed one, by letter, with their reasons. */
async function dissentTable(
  db: Db,
  assessmentId: string,
  criteria: readonly RatedCriterion[],
  rows: readonly RatedRow[],
): Promise<DataTable> {
  const dissents = await listDissents(db, null, { assessmentId, subjectKind: "actor" });
  return {
    block: "ratings",
    caption: toolWords("dissents"),
    columns: ["code", "actor", "rated.criterion", "agreedValue", "rater", "ownValue", "reason"].map((id) => column(id)),
    rows: rows.flatMap((row) => criteria.flatMap((criterion, at) => dissentRows(row, criterion, at, dissents))),
    notes: [],
    widths: [9, 17, 15, 13, 10, 13, 23],
  };
}

function dissentRows(row: RatedRow, criterion: RatedCriterion, at: number, dissents: readonly CellDissent[]): DataRow[] {
  const [cell, round] = [row.cells[at], row.rounds[at]];
  const counting = cell && countingOf(cell);
  if (!cell || !round || !counting) return [];
  const own = dissents.filter((one) => one.roundId === round.id && one.subjectId === row.id && one.criterion === criterion.id);
  return own.map(({ userId, reason }) => {
    const letter = raterLetter(
      round.raters.map(({ id }) => id),
      userId,
    );
    const given = givenOf(cell).find((one) => one.letter === letter);
    return {
      id: `${row.id} ${criterion.id} ${letter}`,
      depth: 0,
      cells: [
        plainWords(`${row.code}:${criterion.code}`),
        nameWords(row.name),
        { text: criterion.title },
        ratedWords(criterion.scale, counting),
        plainWords(letter),
        given ? ratedWords(criterion.scale, given) : null,
        { text: reason },
      ],
    };
  });
}
