import { canMoveRound } from "~/domain/moves/round";
import type { CellRef } from "~/domain/judgements/cells";
import { scaleChoices } from "~/domain/judgements/scale-choices";
import { type JudgementPart, valueOf } from "~/domain/judgements/value";
import { isReworded } from "~/domain/judgements/wording";
import { textIn } from "~/domain/local-text";
import { findCriterion, scaleOf } from "~/domain/protocol/readers";
import type { JudgedSubject } from "~/domain/protocol/criteria";
import type { Protocol } from "~/domain/protocol/schema";
import { protocolVersion } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { findGrounds, listGrounds } from "~/platform/grounds.server";
import { listJudgedThings } from "~/platform/judgement-subjects.server";
import { findRound, type JudgementRow, listJudgements, listRounds, type RoundRow } from "~/platform/judgements.server";
import { readOwnCells, unfilledCells } from "~/platform/own-judgements.server";
import { refuse } from "~/platform/refusal.server";
import { showEvidence } from "~/platform/shown-evidence.server";
import type { RatingsStudy } from "./read-subject-ratings.server";

/** The round in which this person judges the subject: the one asked for, else the newest that still waits for her. Not found when she judges it in none. */
export async function findRatingRound(
  db: Db,
  study: RatingsStudy,
  kind: JudgedSubject,
  subjectId: string,
  number: number | null,
): Promise<RoundRow> {
  const rounds = await listRounds(db, study.viewer.id, { assessmentId: study.assessment.id, subjectKind: kind });
  const mine = rounds.filter(({ subjects, mine: own }) => own !== null && subjects.includes(subjectId));
  const found =
    number === null ? (mine.find(({ state }) => canMoveRound(state, "rate")) ?? mine[0]) : mine.find((round) => round.number === number);
  if (!found) throw refuse("not-found");
  return found;
}

/** A subject of a round by its code, whatever kind the round is about; not found where this person doesn't judge it. */
export async function findSubjectOfRound(
  db: Db,
  study: RatingsStudy,
  number: number,
  code: string | undefined,
): Promise<{ round: RoundRow; subjectId: string }> {
  const { assessment, protocol, viewer } = study;
  const round = await findRound(db, viewer.id, assessment.id, number);
  const things = await listJudgedThings(db, assessment.id, protocol, round.subjectKind, round.subjects);
  const subject = things.find((thing) => thing.code === code);
  if (!subject || !round.mine) throw refuse("not-found");
  return { round, subjectId: subject.id };
}

/** What a rater needs to judge one subject: every criterion of the round with its anchors, what she gave so far, and how far she is with the whole round. */
export async function readRatePage(db: Db, study: RatingsStudy, kind: JudgedSubject, subjectId: string, round: RoundRow, find: string) {
  const { assessment, viewer, language } = study;
  const protocol = await protocolVersion(assessment.id, round.protocolNumber);
  const say = (text: Parameters<typeof textIn>[0]) => textIn(text, language, assessment.languages);
  const things = await listJudgedThings(db, assessment.id, protocol, kind, round.subjects);
  const rows = (await listJudgements(db, viewer.id, { assessmentId: assessment.id, roundId: round.id })).filter(
    ({ rater }) => rater === viewer.id,
  );
  const here = rows.filter((row) => row.subjectId === subjectId);
  const grounds = await listGrounds(
    db,
    { assessment, protocol, viewer },
    "judgement",
    here.map(({ id }) => id),
  );
  const unfilled = unfilledCells(round, await readOwnCells(db, viewer.id, [round.id]));
  const filled = (id: string) => unfilled.every((cell) => cell.subjectId !== id);
  const total = round.subjects.length * round.criteria.length;
  const subject = things.find(({ id }) => id === subjectId);
  if (!subject) throw refuse("not-found");
  const next = things.find(({ id }) => id !== subjectId && !filled(id)) ?? null;
  return {
    round: {
      id: round.id,
      number: round.number,
      title: say(round.title),
      state: round.state,
      sent: round.sent,
      raters: round.raters.length,
      dueOn: round.dueOn,
      late: round.mine?.sentAt === null && round.late,
      mine: round.mine,
    },
    subject: { id: subject.id, code: subject.code, name: say(subject.name), about: say(subject.about) },
    subjects: things.map(({ id, code, name }) => ({
      code,
      title: say(name),
      filled: filled(id),
      begun: rows.some((row) => row.subjectId === id),
    })),
    criteria: round.criteria.flatMap((id) =>
      askedCriterion({ study, protocol, own: here, grounds }, id, unfilled.find((cell) => isCell(cell, subjectId, id))?.missing ?? []),
    ),
    found: await findGrounds(db, { assessment, protocol, viewer, language }, find),
    find,
    progress: { done: total - unfilled.length, total },
    next: next?.code ?? null,
    mayOwnExpertise: protocol.rules.ownExpertise,
    languages: assessment.languages,
  };
}

const isCell = (cell: CellRef, subjectId: string, criterion: string) => cell.subjectId === subjectId && cell.criterion === criterion;

interface Asking {
  study: RatingsStudy;
  /** The protocol with which the round began, by which all its raters judge. */
  protocol: Protocol;
  own: readonly JudgementRow[];
  grounds: Grounds;
}

/** A criterion as the rater gets it, with what she gave, what it stands on and what it still lacks; none that the protocol does not have. */
function askedCriterion({ study, protocol, own, grounds }: Asking, id: string, missing: readonly JudgementPart[]) {
  const { assessment, language } = study;
  const criterion = findCriterion(protocol, id);
  const scale = scaleOf(protocol, id);
  if (!criterion || !scale) return [];
  const say = (text: Parameters<typeof textIn>[0]) => textIn(text, language, assessment.languages);
  const mine = own.find((row) => row.criterion === id);
  return [
    {
      id,
      code: criterion.code,
      title: say(criterion.title),
      description: say(criterion.description),
      scale: scaleChoices(scale, language, assessment.languages),
      filled: missing.length === 0,
      missing,
      reworded: isReworded(protocol, study.protocol, id),
      mine: mine ? shownOwn(mine) : null,
      chosen: (mine ? (grounds.get(mine.id) ?? []) : []).map((one) => showEvidence(one, language, assessment.languages)),
    },
  ];
}

type Grounds = Awaited<ReturnType<typeof listGrounds>>;

function shownOwn(row: JudgementRow) {
  const { id, version, justification, language, ownExpertise, translations } = row;
  return { id, version, value: String(valueOf(row) ?? ""), justification, language, ownExpertise, translations };
}

/** A page on which one subject is judged. */
export type ShownRatePage = Awaited<ReturnType<typeof readRatePage>>;
