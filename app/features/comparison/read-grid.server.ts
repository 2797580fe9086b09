import { z } from "zod";
import { AttributionLevel } from "~/domain/attribution";
import {
  type ComparedAnswer,
  type ComparedCell,
  comparedCells,
  type ComparedInterview,
  type ComparedRow,
  comparedRows,
} from "~/domain/interviews/comparison";
import { answerStates, interviewStates } from "~/domain/moves/interview";
import type { Protocol } from "~/domain/protocol/schema";
import { firstWords } from "~/domain/text/first-words";
import type { Db } from "~/platform/db.server";
import { listEarlierItems } from "~/platform/earlier-questions.server";
import { keepUntilChange } from "~/platform/keep-until-change.server";

/** How much of an answer stands in a cell, in UTF-16 units. */
export const wordsInCell = 60;

/** An answer of the grid: of its record the first words only. */
export interface GridAnswer extends ComparedAnswer {
  words: string;
}

/** A column of the grid, without anything of the people in it. */
export interface GridColumn {
  id: string;
  code: string;
  state: ComparedInterview<GridAnswer>["state"];
  perspective: string | null;
  /** What single answers were restricted to. */
  levels: AttributionLevel[];
  cells: ComparedCell<GridAnswer>[];
}

/** All interviews against all that the guide asks. */
export interface Grid {
  rows: ComparedRow[];
  columns: GridColumn[];
}

const kept = keepUntilChange<Grid>(4);
const AnswerStates = z.enum(answerStates);
const InterviewStates = z.enum(interviewStates);

/** The grid of an assessment: read and put in order once, then kept until the next change in the study. It holds no name and no notes. */
export function readGrid(db: Db, assessment: { id: string }, protocol: Protocol): Promise<Grid> {
  return kept(db, assessment.id, () => loadGrid(db, assessment.id, protocol));
}

async function loadGrid(db: Db, assessmentId: string, protocol: Protocol): Promise<Grid> {
  const read = await readRows(db, assessmentId);
  const interviews = read.map(({ participants, answers, state, ...row }) => ({
    ...row,
    state: InterviewStates.parse(state),
    kinds: participants.map(({ interviewee }) => interviewee.kind),
    levels: answers.flatMap(({ attribution }) => (attribution === null ? [] : [AttributionLevel.parse(attribution)])),
    answers: answers.map(asCompared),
  }));
  const rows = comparedRows(protocol, interviews, await listEarlierItems(db, assessmentId, protocol));
  const columns = interviews.map((interview): GridColumn => {
    const { id, code, state, perspective, levels } = interview;
    return { id, code, state, perspective, levels, cells: comparedCells(protocol, rows, interview) };
  });
  return { rows, columns };
}

function readRows(db: Db, assessmentId: string) {
  return db.interview.findMany({
    where: { assessmentId, archivedAt: null },
    select: {
      id: true,
      code: true,
      state: true,
      perspective: true,
      participants: { select: { interviewee: { select: { kind: true } } } },
      answers: {
        where: { archivedAt: null },
        select: {
          question: true,
          part: true,
          state: true,
          reason: true,
          value: true,
          record: true,
          language: true,
          attribution: true,
          disputedAt: true,
          withdrawnAt: true,
        },
      },
    },
    orderBy: { number: "asc" },
  });
}

type Stored = Awaited<ReturnType<typeof readRows>>[number]["answers"][number];

/** The record itself is let go: no condition of the guide looks into words. */
function asCompared({ attribution: _, ...row }: Stored): GridAnswer {
  const withdrawn = row.withdrawnAt !== null;
  return {
    ...row,
    state: AnswerStates.parse(row.state),
    value: row.value === null ? null : (JSON.parse(row.value) as unknown),
    record: "",
    words: withdrawn ? "" : firstWords(row.record, wordsInCell),
  };
}
