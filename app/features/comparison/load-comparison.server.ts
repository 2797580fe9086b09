import type { SerializeFrom } from "@remix-run/node";
import { type ComparedCell, type ComparedRow, type ComparedState, type ComparisonFilter, isSaidIn } from "~/domain/interviews/comparison";
import { textIn } from "~/domain/local-text";
import { hasReason, heldStates } from "~/domain/moves/interview";
import { questionsInOrder } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import type { Db } from "~/platform/db.server";
import { type Reading, readingOf } from "~/platform/evidence-view.server";
import { listPeopleOfInterviews } from "~/platform/interview-people.server";
import { wordingOf } from "./answer-words.server";
import { narrowedGrid } from "./narrowed-grid";
import { type GridAnswer, readGrid } from "./read-grid.server";
import { partWords } from "./part-words.server";
import type { ComparedStudy } from "./study";

/** A cell as the table shows it. */
export interface CellView {
  state: ComparedState;
  /** A value, or why there is no answer. */
  value?: string | undefined;
  /** The language of the first words, where it is not that of the page. */
  lang?: string | undefined;
  /** Not in the state that is looked for. */
  dim?: true | undefined;
}

/** The first words of each answer: by row, in the order of the columns. */
export type CellWords = Readonly<Record<string, readonly string[]>>;

/** The comparison as the page shows it: rows by block, a cell per column in each. The grid is kept in memory; nothing but names is read anew. */
export async function loadComparison(db: Db, study: ComparedStudy, filter: ComparisonFilter) {
  const { assessment, protocol, viewer } = study;
  const reading = readingOf(viewer.language, assessment);
  const grid = await readGrid(db, assessment, protocol);
  const { columns, rows } = narrowedGrid(grid, filter);
  const cells = rows.map(({ index }) => columns.map((column) => column.cells[index]));
  const given = rows.flatMap(({ row }, at) => (cells[at] ?? []).flatMap((cell) => givenIn(row, cell)));
  const [people, wording] = await Promise.all([listPeopleOfInterviews(db, study, columns), wordingOf(db, study, given)]);
  const look = cellLooks(wording, filter, reading);
  const shown = rows.map(({ row }, at) => rowView(row, cells[at] ?? [], look, reading));
  return {
    filter,
    base: `/assessments/${assessment.slug}`,
    choices: choicesOf(protocol, reading),
    columns: columns.map(({ id, code, state }) => ({ code, held: heldStates.includes(state), people: people.get(id) ?? "" })),
    blocks: (protocol.guide?.blocks ?? [])
      .map(({ id, title }) => ({
        id,
        title: textIn(title, reading.language, reading.fallback),
        rows: shown.filter((row) => row.block === id),
      }))
      .filter((block) => block.rows.length > 0),
    words: Object.fromEntries(
      rows.map(({ row }, at) => [row.code, (cells[at] ?? []).map((cell) => cell?.answer?.words ?? "")]),
    ) as CellWords | null,
    total: { interviews: grid.columns.filter(({ state }) => heldStates.includes(state)).length, all: grid.columns.length },
  };
}

type Cell = ComparedCell<GridAnswer> | undefined;
type Wording = Awaited<ReturnType<typeof wordingOf>>;

const givenIn = ({ question, part, earlier }: ComparedRow, cell: Cell) =>
  cell?.answer && cell.answer.value !== null ? [{ question, part, value: cell.answer.value, earlier }] : [];

/** Makes cells as the table shows them. Cells that look the same are the same object, so that the page carries each look once. */
function cellLooks(wording: Wording, { state }: ComparisonFilter, { language }: Reading) {
  const looks = new Map<string, CellView>();
  return (row: ComparedRow, cell: Cell): CellView => {
    const answer = cell?.answer;
    const known = cell?.state ?? "open";
    const value =
      answer && hasReason(answer.state) ? wording.reason(answer.reason) : (givenIn(row, cell).map((one) => wording.value(one))[0] ?? "");
    const words = answer?.words ?? "";
    const view: CellView = {
      state: known,
      ...(value !== "" && { value }),
      ...(words !== "" && answer && answer.language !== language && { lang: answer.language }),
      ...(state !== null && state !== known && { dim: true }),
    };
    const key = JSON.stringify(view);
    const same = looks.get(key) ?? view;
    looks.set(key, same);
    return same;
  };
}

function rowView(row: ComparedRow, cells: readonly Cell[], look: ReturnType<typeof cellLooks>, reading: Reading) {
  const { language, fallback } = reading;
  return {
    code: row.code,
    block: row.block,
    followUp: row.followUp,
    text: textIn(row.question.text, language, fallback),
    part: partWords(row, reading),
    answers: cells.filter((cell) => cell && isSaidIn(cell.state)).length,
    cells: cells.map((cell) => look(row, cell)),
  };
}

function choicesOf(protocol: Protocol, { language, fallback }: Reading) {
  const informing = new Set((protocol.guide?.blocks ?? []).flatMap(({ questions }) => questions.flatMap(({ informs }) => informs ?? [])));
  const titled = (list: readonly { id: string; title: Readonly<Record<string, string>> }[]) =>
    list.map(({ id, title }) => ({ value: id, label: textIn(title, language, fallback) }));
  return {
    perspectives: titled(protocol.perspectives ?? []),
    blocks: titled(protocol.guide?.blocks ?? []),
    questions: questionsInOrder(protocol)
      .filter(({ node }) => informing.has(node.id))
      .map(({ node }) => ({ value: node.id, label: `${node.id} ${textIn(node.text, language, fallback)}` })),
  };
}

/** What the page of the comparison gets. */
export type Comparison = SerializeFrom<typeof loadComparison>;
/** A row on that page. */
export type ComparisonRow = Comparison["blocks"][number]["rows"][number];
