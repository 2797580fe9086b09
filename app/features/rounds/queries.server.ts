import { canMoveRound } from "~/domain/moves/round";
import { cellKey, cellsOf, differingCells, standingOf } from "~/domain/judgements/cells";
import { rangeOf, shownValue } from "~/domain/judgements/shown-value";
import { isComplete } from "~/domain/judgements/value";
import { groupBy } from "~/domain/evidence/graph";
import { type LocalText, textIn } from "~/domain/local-text";
import { type Person, rolesWith } from "~/domain/permissions";
import { criteriaFor, findCriterion, scaleOf } from "~/domain/protocol/readers";
import { type JudgedSubject, judgedSubjects } from "~/domain/protocol/criteria";
import type { Protocol } from "~/domain/protocol/schema";
import type { Language } from "~/domain/tool-language";
import type { Db } from "~/platform/db.server";
import { listJudgedThings } from "~/platform/judgement-subjects.server";
import { type JudgementRow, listJudgements, listRounds, type RoundRow } from "~/platform/judgements.server";

/** The study whose rounds are shown, and to whom. */
export interface RoundStudy {
  assessment: { id: string; languages: readonly string[] };
  protocol: Protocol;
  viewer: Person;
  language: Language;
}

/** The rounds of an assessment as a list: how far each is, and of the viewer's own where it goes on. */
export async function readRounds(db: Db, study: RoundStudy) {
  const { assessment, protocol, viewer, language } = study;
  const say = (text: LocalText | null | undefined) => textIn(text, language, assessment.languages);
  const rounds = await listRounds(db, viewer.id, { assessmentId: assessment.id });
  const rows = groupBy(await listJudgements(db, viewer.id, { assessmentId: assessment.id }), ({ roundId }) => roundId);
  const codes = await codesOf(db, study, rounds);
  return rounds.map(({ subjects, criteria, title, raters, ...round }) => ({
    ...round,
    title: say(title),
    raters: raters.map((rater) => rater),
    subjects: subjects.map((id) => codes.get(id) ?? "").filter((code) => code !== ""),
    criteria: criteria.map((id) => findCriterion(protocol, id)?.code ?? id),
    left: canMoveRound(round.state, "reconcile") ? differingCells(rows.get(round.id) ?? []).length : 0,
    next:
      round.mine && !round.mine.sentAt && canMoveRound(round.state, "rate")
        ? nextSubject(
            subjects,
            criteria,
            (rows.get(round.id) ?? []).filter(({ rater }) => rater === viewer.id),
            codes,
          )
        : null,
  }));
}

/** A round as the list of rounds shows it. */
export type ShownRound = Awaited<ReturnType<typeof readRounds>>[number];

async function codesOf(db: Db, { assessment, protocol }: RoundStudy, rounds: readonly RoundRow[]): Promise<Map<string, string>> {
  const kinds = [...new Set(rounds.map(({ subjectKind }) => subjectKind))];
  const things = await Promise.all(
    kinds.map((kind) =>
      listJudgedThings(
        db,
        assessment.id,
        protocol,
        kind,
        rounds.filter(({ subjectKind }) => subjectKind === kind).flatMap(({ subjects }) => subjects),
      ),
    ),
  );
  return new Map(things.flat().map(({ id, code }) => [id, code]));
}

/** The first subject that this rater has not filled in, else the first. */
function nextSubject(
  subjects: readonly string[],
  criteria: readonly string[],
  own: readonly JudgementRow[],
  codes: ReadonlyMap<string, string>,
): string | null {
  const done = new Set(own.filter(isComplete).map(cellKey));
  const open = subjects.find((subjectId) => criteria.some((criterion) => !done.has(cellKey({ subjectId, criterion }))));
  return codes.get(open ?? subjects[0] ?? "") ?? null;
}

/** What opening a round on a kind of subject takes: what can be judged, on which criteria, by whom. */
export async function readRoundForm(db: Db, { assessment, protocol, language }: RoundStudy, asked: string | null) {
  const say = (text: LocalText | null | undefined) => textIn(text, language, assessment.languages);
  const kinds = judgedSubjects.filter((kind) => criteriaFor(protocol, kind).length > 0);
  const kind: JudgedSubject = kinds.find((one) => one === asked) ?? kinds[0] ?? "actor";
  const things = await listJudgedThings(db, assessment.id, protocol, kind);
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
    criteria: criteriaFor(protocol, kind).map(({ id, code, title }) => ({ value: id, label: `${code} ${say(title)}` })),
    people: users.map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** What opening a round takes, as the page shows it. */
export type ShownRoundForm = Awaited<ReturnType<typeof readRoundForm>>;

/** How far a rater is with her own round: what sending it waits for. */
export async function readSending(db: Db, viewerId: string, assessmentId: string, round: RoundRow) {
  const own = (await listJudgements(db, viewerId, { assessmentId, roundId: round.id })).filter(({ rater }) => rater === viewerId);
  const done = new Set(own.filter(isComplete).map(cellKey));
  const cells = cellsOf(round);
  return { total: cells.length, missing: cells.filter((cell) => !done.has(cellKey(cell))).length };
}

/** The cells of open rounds that still have to be reconciled, those that lie furthest apart first. Seven queries at most. */
export async function listDifferences(db: Db, study: RoundStudy, number: number | null) {
  const { assessment, protocol, viewer } = study;
  const rounds = (await listRounds(db, viewer.id, { assessmentId: assessment.id })).filter(
    (round) => canMoveRound(round.state, "reconcile") && (number === null || round.number === number),
  );
  const rows = (await listJudgements(db, viewer.id, { assessmentId: assessment.id })).filter(({ roundId }) =>
    rounds.some(({ id }) => id === roundId),
  );
  const things = (
    await Promise.all(
      judgedSubjects
        .filter((kind) => rounds.some(({ subjectKind }) => subjectKind === kind))
        .map((kind) =>
          listJudgedThings(
            db,
            assessment.id,
            protocol,
            kind,
            rows.map(({ subjectId }) => subjectId),
          ),
        ),
    )
  ).flat();
  const cells = [...groupBy(rows, (row) => `${row.roundId} ${cellKey(row)}`).values()].filter(
    (cell) => standingOf(cell).state === "differs",
  );
  const found = cells.flatMap((cell) => shownDifference(study, rounds, things, cell));
  return found.toSorted((one, other) => other.apart - one.apart);
}

function shownDifference(
  { assessment, protocol, language }: RoundStudy,
  rounds: readonly RoundRow[],
  things: Awaited<ReturnType<typeof listJudgedThings>>,
  cell: readonly JudgementRow[],
) {
  const [first] = cell;
  const round = rounds.find(({ id }) => id === first?.roundId);
  if (!first || !round) return [];
  const say = (text: LocalText | null | undefined) => textIn(text, language, assessment.languages);
  const scale = scaleOf(protocol, first.criterion);
  const range = rangeOf(scale, cell);
  const order = round.raters.map(({ id }) => id);
  const values = cell
    .toSorted((one, other) => order.indexOf(one.rater) - order.indexOf(other.rater))
    .map((row) => {
      const shown = shownValue(scale, row);
      return {
        letter: String.fromCharCode(65 + Math.max(0, order.indexOf(row.rater))),
        number: shown?.number ?? null,
        label: say(shown?.label),
      };
    });
  const subject = things.find(({ id }) => id === first.subjectId);
  const criterion = findCriterion(protocol, first.criterion);
  return [
    {
      code: first.code,
      round: round.number,
      kind: round.subjectKind,
      subject: say(subject?.name),
      criterion: say(criterion?.title),
      values,
      apart: range ? range.high - range.low : 0,
    },
  ];
}

/** A difference as the list shows it. */
export type ShownDifference = Awaited<ReturnType<typeof listDifferences>>[number];
