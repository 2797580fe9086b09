import type { ComparedRow, ComparisonFilter } from "~/domain/interviews/comparison";
import { type AssessmentRow, protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { type Reading, readingOf } from "~/platform/evidence-view.server";
import { textIn } from "~/domain/local-text";
import { translator } from "~/platform/i18n.server";
import { listPeopleOfInterviews } from "~/platform/interview-people.server";
import { type SpreadsheetFormat, type SpreadsheetTable, writeSpreadsheet } from "~/platform/spreadsheet.server";
import type { ReadingOrder } from "~/platform/thread-reader.server";
import type { Viewer } from "~/platform/viewer.server";
import { narrowedGrid } from "./narrowed-grid";
import { partWords } from "./part-words.server";
import { placedCells } from "./placed-cells";
import { readGrid } from "./read-grid.server";
import { type FullAnswer, readAnswers } from "./read-answers.server";

/** A file of the comparison that is asked for: filtered as this person sees the page, in her language. */
export interface ComparisonOrder extends ReadingOrder {
  assessment: AssessmentRow;
  viewer: Viewer;
  filter: ComparisonFilter;
  format: SpreadsheetFormat;
  at: Date;
}

/**
 * Reads the whole answers and makes the file: a table of questions against interviews and, in a workbook, a list of the answers. A file
 * goes to who knows whom: it names everybody as a document does, whoever asks for it. Run it in the thread for it.
 */
export async function makeComparisonFile({ assessment, viewer, filter, format, at }: ComparisonOrder): Promise<Uint8Array> {
  const study = { assessment, protocol: await protocolOf(assessment), viewer, namedFor: "reader", at } as const;
  const { rows, columns } = narrowedGrid(await readGrid(db, assessment, study.protocol), filter);
  const cells = placedCells(rows, columns);
  const [people, answers] = await Promise.all([listPeopleOfInterviews(db, study, columns), readAnswers(db, study, cells)]);
  const reading = readingOf(viewer.language, assessment);
  const heads = columns.map(({ id, code }) => [code, people.get(id)].filter(Boolean).join(" "));
  const words = wordsOf(reading);
  const lines = rows.map(({ row }, place) => ({
    code: row.code,
    question: questionText(words, row, reading),
    part: partWords(row, reading),
    answers: answers.slice(place * columns.length, (place + 1) * columns.length),
  }));
  const tables: [SpreadsheetTable, SpreadsheetTable] = [matrixTable(words, heads, lines), answersTable(words, lines)];
  return writeSpreadsheet({ format, language: reading.tool, tables });
}

function questionText({ say }: Words, { question, followUp }: ComparedRow, { language, fallback }: Reading): string {
  const text = textIn(question.text, language, fallback);
  return followUp ? say("followUp", { question: text }) : text;
}

interface Line {
  code: string;
  question: string;
  part: string;
  answers: readonly FullAnswer[];
}

type Words = ReturnType<typeof wordsOf>;

function wordsOf({ tool }: Reading) {
  return { say: translator(tool, "comparison"), levels: translator(tool, "interviewees"), why: translator(tool, "sections") };
}

/** What stands in one cell: value and record, or why there are none; before them what a follow-up asked. */
function cellText(words: Words, answer: FullAnswer): string {
  const asked = answer.asked ? `${words.say("file.columns.asked")}: ${answer.asked.text}\n` : "";
  return asked + saidText(words, answer);
}

function saidText({ say }: Words, { state, reason, value, text }: FullAnswer): string {
  const said = [value, text?.text ?? ""].filter((part) => part !== "").join("\n");
  const told = [say(`states.${state}`), reason].filter((part) => part !== "").join(": ");
  if (said === "") return told;
  return state === "disputed" ? `[${told}] ${said}` : said;
}

function matrixTable(words: Words, heads: readonly string[], lines: readonly Line[]): SpreadsheetTable {
  const { say } = words;
  return {
    name: say("file.matrix"),
    widths: [8, 40, 24, ...heads.map(() => 40)],
    rows: [
      [say("file.code"), say("question"), say("file.part"), ...heads],
      ...lines.map(({ code, question, part, answers }) => [code, question, part, ...answers.map((answer) => cellText(words, answer))]),
    ],
  };
}

const listed = [
  "answer",
  "question",
  "part",
  "asked",
  "state",
  "reason",
  "value",
  "record",
  "language",
  "shownAs",
  "level",
  "quoting",
  "factCheck",
  "citable",
  "citedIn",
] as const;

function answersTable(words: Words, lines: readonly Line[]): SpreadsheetTable {
  const { say } = words;
  return {
    name: say("file.answers"),
    widths: [10, 40, 20, 30, 14, 20, 16, 60, 10, 30, 24, 20, 20, 30, 14],
    rows: [
      listed.map((column) => say(`file.columns.${column}`)),
      ...lines.flatMap((line) => line.answers.filter(({ level }) => level !== null).map((answer) => answerRow(words, line, answer))),
    ],
  };
}

function answerRow({ say, levels, why }: Words, { question, part }: Line, answer: FullAnswer): string[] {
  const { code, state, level, citable, citableFrom, check } = answer;
  return [
    code,
    question,
    part,
    answer.asked?.text ?? "",
    say(`states.${state}`),
    answer.reason,
    answer.value,
    answer.text?.text ?? "",
    answer.text?.language ?? "",
    answer.shownAs,
    level === null ? "" : levels(`levels.${level}`),
    say(answer.mayQuote ? "mayQuote" : "mayNotQuote"),
    check === null ? "" : say(`checks.${check}`),
    citable === null ? say("file.yes") : why(`refusals.${citable}`, { code, from: citableFrom ?? "" }),
    answer.citedIn.join(" "),
  ];
}
