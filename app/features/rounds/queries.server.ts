import { canMoveRound } from "~/domain/moves/round";
import { differingCells, reconciledRater } from "~/domain/judgements/cells";
import { codeRanges } from "~/domain/evidence/code-ranges";
import { compareCodes } from "~/domain/evidence/codes";
import { groupBy } from "~/domain/evidence/graph";
import { type LocalText, textIn } from "~/domain/local-text";
import { can, type Person, rolesWith } from "~/domain/permissions";
import { criteriaFor, findCriterion } from "~/domain/protocol/readers";
import { type JudgedSubject, judgedSubjects } from "~/domain/protocol/criteria";
import type { Protocol } from "~/domain/protocol/schema";
import type { Language } from "~/domain/tool-language";
import type { Db } from "~/platform/db.server";
import { listJudgedThings } from "~/platform/judgement-subjects.server";
import { listJudgedValues, listRounds, type RoundRow } from "~/platform/judgements.server";
import { readOwnCells, unfilledCells } from "~/platform/own-judgements.server";
import { listWaiting, type WaitingRater } from "~/platform/waiting-raters.server";

/** The study whose rounds are shown, and to whom. */
export interface RoundStudy {
  assessment: { id: string; languages: readonly string[] };
  protocol: Protocol;
  viewer: Person;
  language: Language;
}

/** The rounds of an assessment as a list: how far each is, and of the viewer's own where it goes on. Nine queries at most. */
export async function readRounds(db: Db, study: RoundStudy) {
  const { assessment, protocol, viewer, language } = study;
  const say = (text: LocalText | null | undefined) => textIn(text, language, assessment.languages);
  const rounds = await listRounds(db, viewer.id, { assessmentId: assessment.id, abandoned: true });
  const reconciling = rounds.filter(({ state }) => canMoveRound(state, "reconcile")).map(({ id }) => id);
  const rows = groupBy(
    await listJudgedValues(db, viewer.id, { assessmentId: assessment.id, roundId: { in: reconciling } }),
    ({ roundId }) => roundId,
  );
  const own = await readOwnCells(
    db,
    viewer.id,
    rounds.filter(isMine).map(({ id }) => id),
  );
  const codes = await codesOf(db, study, rounds);
  const waiting = can(viewer, "round.manage", { assessmentId: assessment.id })
    ? await listWaiting(db, assessment.id, rounds)
    : new Map<string, WaitingRater[]>();
  return rounds.map((round) => {
    const { subjects, criteria, title, ...rest } = round;
    const unfilled = isMine(round) ? unfilledCells(round, own) : [];
    return {
      ...rest,
      title: say(title),
      subjects: shownSubjects(subjects.flatMap((id) => codes.get(id) ?? [])),
      criteria: criteria.map((id) => findCriterion(protocol, id)?.code ?? id),
      left: differingCells(rows.get(round.id) ?? []).length,
      settled: (rows.get(round.id) ?? []).filter(({ rater, agreed }) => rater === reconciledRater && agreed !== true).length,
      next: isMine(round) ? (codes.get(unfilled[0]?.subjectId ?? subjects[0] ?? "") ?? null) : null,
      waiting: waiting.get(round.id) ?? [],
    };
  });
}

/** A round as the list of rounds shows it. */
export type ShownRound = Awaited<ReturnType<typeof readRounds>>[number];

/** The codes of what a round judges; of more than ten those that follow each other as one range. */
function shownSubjects(codes: readonly string[]) {
  return { count: codes.length, codes: codes.length > 10 ? codeRanges(codes.toSorted(compareCodes)) : [...codes] };
}

const isMine = ({ mine, state }: RoundRow) => mine !== null && mine.sentAt === null && canMoveRound(state, "rate");

async function codesOf(db: Db, { assessment, protocol }: RoundStudy, rounds: readonly RoundRow[]): Promise<Map<string, string>> {
  const kinds = [...new Set(rounds.map(({ subjectKind }) => subjectKind))];
  const things = await Promise.all(
    kinds.map((kind) =>
      listJudgedThings(db, assessment.id, protocol, kind, [
        ...new Set(rounds.filter(({ subjectKind }) => subjectKind === kind).flatMap(({ subjects }) => subjects)),
      ]),
    ),
  );
  return new Map(things.flat().map(({ id, code }) => [id, code]));
}

/** What opening a round on a kind of subject takes: what can be judged, on which criteria, by whom. */
export async function readRoundForm(db: Db, { assessment, protocol, viewer, language }: RoundStudy, asked: string | null) {
  const say = (text: LocalText | null | undefined) => textIn(text, language, assessment.languages);
  const kinds = judgedSubjects.filter((kind) => criteriaFor(protocol, kind).length > 0);
  const kind: JudgedSubject = kinds.find((one) => one === asked) ?? kinds[0] ?? "actor";
  const things = await listJudgedThings(db, assessment.id, protocol, kind);
  const rounds = await listRounds(db, viewer.id, { assessmentId: assessment.id, subjectKind: kind });
  const criteria = criteriaFor(protocol, kind);
  const members = await db.member.findMany({
    where: { assessmentId: assessment.id, removedAt: null, role: { in: rolesWith("round.rate") } },
    select: { userId: true, role: true },
  });
  const users = await db.user.findMany({
    where: { id: { in: members.map(({ userId }) => userId) }, deactivatedAt: null },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
  return {
    kinds,
    kind,
    things: things.map(({ id, code, name }) => ({ value: id, label: `${code} ${say(name)}` })),
    ticked: unjudged(rounds, things, criteria),
    criteria: criteria.map(({ id, code, title }) => ({ value: id, label: `${code} ${say(title)}` })),
    people: users.map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** The subjects that no round judges yet on one of the criteria: those that a new round is likely about. */
function unjudged(rounds: readonly RoundRow[], things: readonly { id: string }[], criteria: readonly { id: string }[]): string[] {
  const judged = new Map<string, Set<string>>();
  for (const round of rounds)
    for (const subject of round.subjects) judged.set(subject, new Set([...(judged.get(subject) ?? []), ...round.criteria]));
  return things.filter((thing) => criteria.some((criterion) => !judged.get(thing.id)?.has(criterion.id))).map(({ id }) => id);
}

/** What opening a round takes, as the page shows it. */
export type ShownRoundForm = Awaited<ReturnType<typeof readRoundForm>>;
