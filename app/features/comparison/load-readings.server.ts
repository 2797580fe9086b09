import type { SerializeFrom } from "@remix-run/node";
import { isUnasked } from "~/domain/interviews/comparison";
import { textIn } from "~/domain/local-text";
import type { Db } from "~/platform/db.server";
import { readingOf } from "~/platform/evidence-view.server";
import { listPeopleOfInterviews } from "~/platform/interview-people.server";
import { refuse } from "~/platform/refusal.server";
import { partWords } from "./part-words.server";
import { placedCells } from "./placed-cells";
import { type Grid, readGrid } from "./read-grid.server";
import { readAnswers } from "./read-answers.server";
import type { ComparedStudy } from "./study";

/** The cell that an address names (`?cell=I7:22b`) in full; null when it names none. */
export async function readCell(db: Db, study: ComparedStudy, code: string | null) {
  if (code === null) return null;
  const grid = await readGrid(db, study.assessment, study.protocol);
  const [interview = "", row = ""] = code.split(":");
  const columns = grid.columns.filter((column) => column.code === interview);
  const rows = placed(grid).filter((one) => one.row.code === row);
  const [answer] = await readAnswers(db, study, placedCells(rows, columns));
  const [found] = rows;
  if (!answer || !found) return null;
  return { ...answer, ...questionView(study, found.row) };
}

/** One question of the guide with what everyone said to it, or one interview from the first question to the last. */
export async function readReading(db: Db, study: ComparedStudy, which: { question: string } | { interview: string }) {
  const grid = await readGrid(db, study.assessment, study.protocol);
  const byQuestion = "question" in which;
  const rows = placed(grid).filter(({ row }) => !byQuestion || belongsTo(row, which.question));
  const columns = grid.columns.filter(({ code }) => byQuestion || code === which.interview);
  if (rows.length === 0 || columns.length === 0) throw refuse("not-found");
  const people = await listPeopleOfInterviews(db, study, columns);
  const answers = await readAnswers(db, study, placedCells(rows, columns));
  return {
    base: `/assessments/${study.assessment.slug}`,
    by: byQuestion ? ("question" as const) : ("interview" as const),
    columns: columns.map(({ id, code, state }) => ({ code, state, people: people.get(id) ?? "" })),
    rows: rows
      .map(({ row }) => {
        const own = answers.filter((answer) => answer.row === row.code);
        const unasked = own.filter(({ state }) => isUnasked(state));
        return {
          code: row.code,
          ...questionView(study, row),
          answers: own.filter((answer) => !unasked.includes(answer)),
          left: row.followUp ? [] : unasked.map((answer) => answer.interview),
        };
      })
      .filter((row) => byQuestion || row.answers.length > 0),
  };
}

const placed = (grid: Grid) => grid.rows.map((row, index) => ({ row, index }));

/** `22` names a question with all its parts and follow-ups, `22b` one of them. */
function belongsTo(row: Grid["rows"][number], code: string): boolean {
  return row.code === code || String(row.question.number) === code;
}

function questionView({ assessment, viewer }: ComparedStudy, row: Grid["rows"][number]) {
  const reading = readingOf(viewer.language, assessment);
  const { language, fallback } = reading;
  return {
    number: row.question.number,
    question: textIn(row.question.text, language, fallback),
    part: partWords(row, reading),
    followUp: row.followUp,
  };
}

/** One question, or one interview, as its page has it. */
export type Reading = SerializeFrom<typeof readReading>;
/** A cell in the panel. */
export type ShownCell = NonNullable<SerializeFrom<typeof readCell>>;
