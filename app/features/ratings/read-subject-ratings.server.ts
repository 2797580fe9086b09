import { canMoveRound } from "~/domain/moves/round";
import { cellKey, reconciledRater, standingOf } from "~/domain/judgements/cells";
import { isOwnStatement } from "~/domain/judgements/own-statement";
import { scaleChoices } from "~/domain/judgements/scale-choices";
import { shownValue, type ShownValue } from "~/domain/judgements/shown-value";
import { proposalOf, reconciliationWays, wayFor } from "~/domain/judgements/reconciliation";
import { judgedOf, valueOf } from "~/domain/judgements/value";
import { isReworded } from "~/domain/judgements/wording";
import { textIn, textWithLanguage } from "~/domain/local-text";
import type { Person } from "~/domain/permissions";
import { criteriaFor, findCriterion, scaleOf } from "~/domain/protocol/readers";
import type { Criterion, JudgedSubject } from "~/domain/protocol/criteria";
import type { Protocol } from "~/domain/protocol/schema";
import type { Scale } from "~/domain/protocol/scales";
import type { Language } from "~/domain/tool-language";
import type { Db } from "~/platform/db.server";
import type { Evidence } from "~/platform/evidence.server";
import { listGrounds } from "~/platform/grounds.server";
import { protocolsOfRounds } from "~/platform/judged-protocols.server";
import { type JudgementRow, listJudgements, listRounds, openedFirst, type RoundRow } from "~/platform/judgements.server";
import { showEvidence } from "~/platform/shown-evidence.server";

/** Whose eyes, in which study. */
export interface RatingsStudy {
  assessment: { id: string; assessmentId: string; languages: readonly string[] };
  protocol: Protocol;
  viewer: Person;
  language: Language;
}

/**
 * How one subject stands on each criterion of its kind: what was agreed, what each rater gave and why, as far as this person may see it. The
 * newest opened round that has the cell decides, where none has opened the newest, unless a round is named.
 */
export async function readSubjectRatings(
  db: Db,
  study: RatingsStudy,
  kind: JudgedSubject,
  subject: { id: string; code: string },
  roundNumber: number | null = null,
) {
  const { assessment, protocol, viewer } = study;
  const rounds = await listRounds(db, viewer.id, { assessmentId: assessment.id, subjectKind: kind });
  const rows = await listJudgements(db, viewer.id, { assessmentId: assessment.id, subjectKind: kind, subjectId: subject.id });
  const grounds = await listGrounds(
    db,
    { assessment, protocol, viewer },
    "judgement",
    rows.map(({ id }) => id),
  );
  const names = new Map(
    (await db.user.findMany({ where: { id: { in: rows.map(({ byId }) => byId) } }, select: { id: true, name: true } })).map(
      ({ id, name }) => [id, name],
    ),
  );
  const judged = rounds.filter(({ subjects, number }) => subjects.includes(subject.id) && (roundNumber === null || number === roundNumber));
  const judgedBy = await protocolsOfRounds(assessment.id, judged);
  const beside: Beside = { study, judgedBy, grounds, names, subject };
  return criteriaFor(protocol, kind).map((criterion) => {
    const having = judged.filter(({ criteria }) => criteria.includes(criterion.id));
    const [round = null] = openedFirst(having);
    const again = having.find((one) => one !== round && canMoveRound(one.state, "rate")) ?? null;
    const cell = rows.filter((row) => row.roundId === round?.id && row.criterion === criterion.id);
    return { ...showCriterion(criterion, round, cell, beside), again: again && isShownOpen(round) ? shownRound(again) : null };
  });
}

/** One criterion of a subject as pages show it. */
export type ShownCriterion = Awaited<ReturnType<typeof readSubjectRatings>>[number];

interface Beside {
  study: RatingsStudy;
  /** The protocols by which rounds judge, by number. */
  judgedBy: ReadonlyMap<number, Protocol>;
  grounds: ReadonlyMap<string, Evidence[]>;
  names: ReadonlyMap<string, string>;
  subject: { id: string; code: string };
}

function showCriterion(criterion: Criterion, round: RoundRow | null, rows: readonly JudgementRow[], beside: Beside) {
  const { study } = beside;
  const { language, protocol, assessment } = study;
  const say = (text: Parameters<typeof textIn>[0]) => textIn(text, language, assessment.languages);
  const judgedBy = (round && beside.judgedBy.get(round.protocolNumber)) ?? protocol;
  const scale = scaleOf(judgedBy, criterion.id);
  const isBlind = round !== null && canMoveRound(round.state, "rate");
  const standing = standingOf(isBlind ? [] : rows);
  const raters = round?.raters ?? [];
  const order = new Map(raters.map(({ id }, place) => [id, place]));
  const ratings = standing.ratings
    .toSorted((one, other) => (order.get(one.rater) ?? 0) - (order.get(other.rater) ?? 0))
    .map((row) => showJudgement(row, beside));
  return {
    id: criterion.id,
    code: criterion.code,
    title: say(criterion.title),
    description: say(criterion.description),
    key: cellKey({ subjectId: beside.subject.id, criterion: criterion.id }),
    round: round && shownRound(round),
    state: round === null ? ("unrated" as const) : isBlind ? ("blind" as const) : standing.state,
    scale: scale && scaleChoices(scale, language, assessment.languages),
    earlier: isReworded(judgedBy, protocol, criterion.id) ? earlierWording(judgedBy, criterion.id, say) : null,
    proposal: scale && !isBlind && standing.ratings.length > 1 ? shownProposal(judgedBy, scale, standing.ratings, say) : null,
    counting: standing.counting && showJudgement(standing.counting, beside),
    ratings: ratings.map((rating) => ({ ...rating, letter: letterOf(order.get(rating.rater) ?? 0) })),
  };
}

const isShownOpen = (round: RoundRow | null) => round !== null && round.openedAt !== null;

/** A round as far as a rated criterion tells of it: how many have sent, and of the viewer herself whether she has. */
function shownRound({ id, number, state, sent, raters, mine }: RoundRow) {
  return { id, number, state, sent, raters: raters.length, mine };
}

type Say = (text: Parameters<typeof textIn>[0]) => string;

/** How a criterion was worded when it was judged, where that is otherwise now; its scale stands beside it. */
function earlierWording(judgedBy: Protocol, criterionId: string, say: Say) {
  const criterion = findCriterion(judgedBy, criterionId);
  return { title: say(criterion?.title), description: say(criterion?.description) };
}

/** What the protocol's way makes of the values: for the form that reconciles them. */
function shownProposal(protocol: Protocol, scale: Scale, ratings: readonly JudgementRow[], say: Say) {
  const proposal = proposalOf(scale, wayFor(protocol.rules, scale.kind), ratings);
  const { way, value, exact, why } = proposal;
  const shown = value === null ? null : shownValue(scale, judgedOf(scale, value));
  return { way, why, exact, value: value === null ? null : String(value), ...wordsOf(scale, shown, say) };
}

/** A value as it is written: its number, and its label or what the number counts. */
function wordsOf(scale: Scale | null, shown: ShownValue | null, say: Say) {
  const unit = scale?.kind === "numeric" && shown?.number != null ? scale.unit : null;
  return { number: shown?.number ?? null, label: say(shown?.label ?? unit) };
}

/** The letter that stands for a rater: A, B, C … in the order of assignment. */
function letterOf(place: number): string {
  return place < 26 ? String.fromCharCode(65 + place) : String(place + 1);
}

function showJudgement(row: JudgementRow, { study, judgedBy, grounds, names, subject }: Beside) {
  const { language, protocol, assessment } = study;
  const own = grounds.get(row.id) ?? [];
  const text = textWithLanguage(
    { ...Object.fromEntries(row.translations.map((one) => [one.language, one.body])), [row.language]: row.justification },
    language,
    [row.language],
  );
  const scale = scaleOf(judgedBy.get(row.protocolNumber) ?? protocol, row.criterion);
  const say = (words: Parameters<typeof textIn>[0]) => textIn(words, language, assessment.languages);
  const origins = own.map(({ originKey, origin }) => ({
    originKey,
    fact: origin.kind === "actor" ? { actorCode: origin.code, ownStatement: origin.ownStatement } : null,
  }));
  return {
    id: row.id,
    version: row.version,
    rater: row.rater,
    by: names.get(row.byId) ?? "",
    at: row.at,
    reconciled: row.rater === reconciledRater,
    value: String(valueOf(row) ?? ""),
    ...wordsOf(scale, shownValue(scale, row), say),
    counted: row.without === null,
    method: reconciliationWays.find((way) => way === row.method) ?? null,
    text: text?.text ?? "",
    lang: text?.language,
    original: row.justification,
    originalLanguage: row.language,
    translations: row.translations,
    dissent: row.dissent.map(({ userId, reason }) => ({ userId, reason: say(reason) })),
    ownExpertise: row.ownExpertise,
    ownStatement: isOwnStatement(origins, subject),
    grounds: own.map((one) => showEvidence(one, language, assessment.languages)),
  };
}

/** One judgement as pages show it. */
export type ShownJudgement = ReturnType<typeof showJudgement>;
