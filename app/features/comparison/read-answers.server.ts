import { type AttributionLevel, labelsOfInterviewees } from "~/domain/attribution";
import type { CitableProblem } from "~/domain/evidence/citable";
import type { FactCheckStatus } from "~/domain/fact-check/status";
import { type ComparedState, isSaidIn, showsWording } from "~/domain/interviews/comparison";
import { nodeKey } from "~/domain/evidence/kinds";
import { isFollowUp } from "~/domain/interviews/follow-up";
import { textWithLanguage } from "~/domain/local-text";
import { hasReason } from "~/domain/moves/interview";
import { can } from "~/domain/permissions";
import { listAnswerAttributions } from "~/platform/answer-attribution.server";
import { listCitedIn } from "~/platform/cited-in.server";
import type { Db } from "~/platform/db.server";
import { readEvidence } from "~/platform/evidence.server";
import { evidenceView, type Reading, readingOf, type ShownText } from "~/platform/evidence-view.server";
import { readFactChecks } from "~/platform/fact-check.server";
import { translator } from "~/platform/i18n.server";
import { localText } from "~/platform/interviewees.server";
import { wordingOf } from "./answer-words.server";
import type { PlacedCell } from "./placed-cells";
import type { ComparedStudy } from "./study";

/** A cell in full: the whole record with what may be done with it. Of a withdrawn answer no word. */
export interface FullAnswer {
  /** `I7:22b` */
  code: string;
  interview: string;
  /** `22b` */
  row: string;
  state: ComparedState;
  reason: string;
  value: string;
  text: ShownText | null;
  /** The wording of a follow-up, which is of this interview alone; null for what the guide asks, and of what was withdrawn. */
  asked: { text: string; language: string } | null;
  /** Who gave it, as far as this person may see; "" where there is no answer. */
  people: string;
  /** How a document names who gave it. */
  shownAs: string;
  level: AttributionLevel | null;
  mayQuote: boolean;
  citable: CitableProblem | null;
  /** The day from which it can be cited, of what is only waiting. */
  citableFrom: string | null;
  /** Where it stands in the fact check. */
  check: FactCheckStatus | null;
  /** Whether this person writes sections, so that she could cite it. */
  mayCite: boolean;
  citedIn: readonly string[];
}

/** These cells in full, in the order given, as this person may see them. A constant number of queries. */
export async function readAnswers(db: Db, study: ComparedStudy, cells: readonly PlacedCell[]): Promise<FullAnswer[]> {
  const { assessment, protocol, viewer, namedFor, at } = study;
  const answers = await readRows(db, assessment.id, cells);
  const ids = answers.map(({ id }) => id);
  const reading = readingOf(viewer.language, assessment);
  const [evidence, seen, asReader, checks, citations, wording] = await Promise.all([
    readEvidence(db, { assessment, protocol, viewer, which: { "interview-answer": ids }, at }),
    listAnswerAttributions(db, namedFor, protocol, assessment.id, ids),
    listAnswerAttributions(db, "reader", protocol, assessment.id, ids),
    readFactChecks(db, { rules: protocol.rules, answers, at }),
    listCitedIn(db, "interview-answer", ids),
    wordingOf(db, study, cells),
  ]);
  const unnamed = translator(reading.tool, "interviewees")("unnamed");
  const label = (people: Parameters<typeof labelsOfInterviewees>[0] = []) =>
    labelsOfInterviewees(people, reading.language, unnamed, reading.fallback).join("; ");
  const mayCite = can(viewer, "section.write", { ...assessment, writerIds: [viewer.id], reviewerIds: [], authorIds: [] });
  const byCode = new Map(answers.map((answer) => [answer.code, answer]));
  return cells.map((cell): FullAnswer => {
    const answer = byCode.get(cell.code);
    const place = { code: cell.code, interview: cell.interview, row: cell.row, state: cell.state };
    if (!answer) return { ...place, ...nothing };
    const ground = evidence.get(nodeKey({ kind: "interview-answer", id: answer.id }));
    const said = isSaidIn(cell.state);
    return {
      ...place,
      asked: askedIn(cell, answer.wording, reading),
      reason: cell.answered !== null && hasReason(cell.answered) ? wording.reason(answer.reason) : "",
      value: said ? wording.value(cell) : "",
      text: said && ground ? evidenceView(ground, reading, "").text : null,
      people: label(seen.get(answer.id)?.people),
      shownAs: label(asReader.get(answer.id)?.people),
      level: seen.get(answer.id)?.level ?? null,
      mayQuote: seen.get(answer.id)?.mayQuote ?? false,
      citable: ground?.citable ?? null,
      citableFrom: ground?.citableFrom ?? null,
      check: checks.get(answer.id)?.status ?? null,
      mayCite,
      citedIn: citations.get(answer.id) ?? [],
    };
  });
}

/** What a follow-up asked, in the language that is read where it has that. */
function askedIn({ part, state }: PlacedCell, wording: string, { language, fallback }: Reading): FullAnswer["asked"] {
  if (!isFollowUp(part) || !showsWording(state)) return null;
  return textWithLanguage(localText(wording), language, fallback);
}

const nothing = {
  asked: null,
  reason: "",
  value: "",
  text: null,
  people: "",
  shownAs: "",
  level: null,
  mayQuote: false,
  citable: null,
  citableFrom: null,
  check: null,
  mayCite: false,
  citedIn: [],
} as const satisfies Partial<Record<keyof FullAnswer, unknown>>;

/** The rows behind cells; a cell without an answer has none. */
async function readRows(db: Db, assessmentId: string, cells: readonly PlacedCell[]) {
  const codes = new Set(cells.map(({ code }) => code));
  const questions = [...new Set(cells.map(({ question }) => question.id))];
  const interviews = [...new Set(cells.map(({ interview }) => interview))];
  const rows = await db.interviewAnswer.findMany({
    where: { assessmentId, archivedAt: null, question: { in: questions }, interview: { code: { in: interviews } } },
    select: {
      id: true,
      code: true,
      interviewId: true,
      reason: true,
      record: true,
      wording: true,
      value: true,
      givenBy: true,
      disputedAt: true,
      withdrawnAt: true,
    },
  });
  return rows.filter(({ code }) => codes.has(code));
}
