import { figureKey, type Figure } from "~/domain/figures/catalogue";
import { heldStates, saidStates } from "~/domain/moves/interview";
import { guideQuestions } from "~/domain/protocol/readers";
import type { Db } from "../db.server";
import type { FigureStudy } from "../figures.server";

const held = { in: [...heldStates] };

/** How many interviews there are, and how many were held. */
export async function interviewFigures(db: Db, { assessment }: FigureStudy): Promise<Figure[]> {
  const where = { assessmentId: assessment.id, archivedAt: null };
  const [all, there] = await Promise.all([db.interview.count({ where }), db.interview.count({ where: { ...where, state: held } })]);
  return [
    { of: figureKey("interviews"), name: "interviews", about: [], value: { is: "count", value: all } },
    { of: figureKey("interviews-held"), name: "interviews-held", about: [], value: { is: "count", value: there } },
  ];
}

/** How many people were interviewed, in all and by kind; whoever took consent back is not counted. */
export async function intervieweeFigures(db: Db, { assessment, protocol }: FigureStudy): Promise<Figure[]> {
  const people = await db.interviewee.findMany({
    where: {
      assessmentId: assessment.id,
      archivedAt: null,
      participations: { some: { withdrawnAt: null, interview: { archivedAt: null, state: held } } },
    },
    select: { kind: true },
  });
  const kinds = protocol.guide?.intervieweeKinds ?? [];
  return [
    { of: figureKey("interviewees"), name: "interviewees", about: [], value: { is: "count", value: people.length } },
    ...kinds.map(({ id, title }): Figure => ({
      of: figureKey("interviewees", id),
      name: "interviewees",
      about: [title],
      value: { is: "count", value: people.filter(({ kind }) => kind === id).length },
    })),
  ];
}

/** In how many interviews each question of the guide was answered; answers that were withdrawn are not counted. */
export async function answerFigures(db: Db, { assessment, protocol }: FigureStudy): Promise<Figure[]> {
  const rows = await db.interviewAnswer.findMany({
    where: {
      assessmentId: assessment.id,
      archivedAt: null,
      withdrawnAt: null,
      state: { in: [...saidStates] },
      interview: { archivedAt: null, state: held },
    },
    select: { question: true, interviewId: true },
  });
  const interviews = new Map<string, Set<string>>();
  for (const { question, interviewId } of rows) interviews.set(question, (interviews.get(question) ?? new Set()).add(interviewId));
  return guideQuestions(protocol).map(({ id, text }) => ({
    of: figureKey("answers", id),
    name: "answers",
    about: [id, text],
    value: { is: "count", value: interviews.get(id)?.size ?? 0 },
  }));
}
