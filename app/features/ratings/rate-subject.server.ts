import { judgedOf, judgementProblems, storedLevel } from "~/domain/judgements/value";
import { findCriterion, scaleOf } from "~/domain/protocol/readers";
import type { ScaleValue } from "~/domain/protocol/scales";
import { type Study, personOf, requireMay } from "~/platform/acting.server";
import { protocolVersion } from "~/platform/assessment.server";
import { change, type ChangeContext, type Outcome } from "~/platform/change.server";
import { findChangeableRound } from "~/platform/changeable-round.server";
import type { Tx } from "~/platform/db.server";
import { type GroundKey, setGrounds } from "~/platform/grounds.server";
import { newId } from "~/platform/ids.server";
import { listJudgedThings } from "~/platform/judgement-subjects.server";
import { keepJudgement } from "~/platform/keep-judgement.server";
import { refuse } from "~/platform/refusal.server";

/** One judgement of the rater who makes the change; version 0 is the first. `draft`: value or justification may still lack. */
export interface RateSubject {
  assessmentId: string;
  roundId: string;
  subjectId: string;
  criterion: string;
  version: number;
  /** A level of the criterion's scale, or the key of an answer without a level. */
  value: ScaleValue | null;
  justification: string;
  language: string;
  ownExpertise: boolean;
  /** `excerpt/<id>`, `interview-answer/<id>`, `actor-fact/<id>`. */
  grounds: readonly GroundKey[];
  draft?: boolean;
}

export async function rateSubject(context: ChangeContext, input: RateSubject): Promise<{ id: string; code: string; version: number }> {
  return change({ ...context, chain: input.assessmentId }, (tx) => rateCell(tx, context, input));
}

/** The same within a change, so that one change can keep several judgements. */
export async function rateCell(
  tx: Tx,
  context: ChangeContext,
  input: RateSubject,
): Promise<Outcome<{ id: string; code: string; version: number }>> {
  const { assessmentId, roundId, subjectId, criterion, version } = input;
  const { round, study } = await findOwnRound(tx, context, input);
  if (!round.subjects.includes(subjectId) || !round.criteria.includes(criterion)) throw refuse("not-found");
  const cell = { roundId, subjectKind: round.subjectKind, subjectId, criterion, rater: context.by.id };
  const before = await tx.judgement.findUnique({ where: { roundId_subjectKind_subjectId_criterion_rater: cell } });
  if ((before?.version ?? 0) !== version)
    throw refuse("conflict", {
      version: before?.version ?? 0,
      theirs: { level: before?.level ?? null, without: before?.without ?? null, justification: before?.justification ?? "" },
    });
  const after = columnsOf(study, input);
  const id = before?.id ?? newId(context.at);
  const holder = { kind: "judgement", id };
  const grounds = await setGrounds(tx, context, { ...study, viewer: personOf(context, assessmentId) }, holder, input.grounds);
  const code = before?.code ?? (await codeOf(tx, study, round.subjectKind, subjectId, criterion));
  const isSame = before !== null && columns.every((column) => before[column] === after[column]);
  if (isSame && grounds === null) return { result: { id, code, version }, event: "nothing changed" };
  const wording = JSON.stringify(findCriterion(study.protocol, criterion)?.title ?? {});
  const data = { ...after, byId: context.by.id, at: context.at, version: version + 1 };
  await tx.judgement.upsert({
    where: { id },
    create: { id, assessmentId, code, ...cell, ...data, protocolNumber: round.protocolNumber, wording },
    update: data,
  });
  await keepJudgement(tx, context, id);
  const subject = { type: "judgement", id, version: version + 1 } as const;
  return {
    result: { id, code, version: version + 1 },
    event: { action: "judgement.rate", subject, label: code, change: { round: round.number } },
  };
}

const columns = ["level", "without", "justification", "language", "ownExpertise"] as const;

/** The round in which this person rates and has not sent yet, with the protocol by which it judges. */
export async function findOwnRound(
  tx: Tx,
  context: ChangeContext,
  { assessmentId, roundId }: Pick<RateSubject, "assessmentId" | "roundId">,
) {
  requireMay(context, assessmentId, "round.read", "round.read");
  const round = await findChangeableRound(tx, assessmentId, roundId, "rate");
  const mine = round.raters.find(({ userId }) => userId === context.by.id);
  if (!mine) throw refuse("forbidden", { permission: "round.rate" });
  if (mine.sentAt) throw refuse("wrong-state", { state: "sent" });
  const { languages } = await tx.assessment.findUniqueOrThrow({ where: { id: assessmentId }, select: { languages: true } });
  const assessment = { id: assessmentId, languages: JSON.parse(languages) as string[], protocolNumber: round.protocolNumber }; // a list of codes in every row
  return { round, study: { assessment, protocol: await protocolVersion(assessmentId, round.protocolNumber) } };
}

/** The columns of a judgement; refuses, naming each field, what can't be kept. */
function columnsOf(
  { protocol, assessment }: Study,
  { criterion, value, justification, language, ownExpertise, draft = false }: RateSubject,
) {
  const scale = scaleOf(protocol, criterion);
  if (!scale) throw refuse("not-found");
  if (!assessment.languages.includes(language)) throw refuse("invalid", { field: "language", problem: "unknown" });
  const problems = judgementProblems(
    { value, justification, ownExpertise },
    { scale, mayUseOwnExpertise: protocol.rules.ownExpertise, draft },
  );
  if (problems.length > 0) throw refuse("invalid", { problems, ...problems[0] });
  const { level, without } = judgedOf(scale, value);
  return { level: storedLevel(level), without, justification, language, ownExpertise };
}

async function codeOf(
  tx: Tx,
  { assessment, protocol }: Study,
  kind: Parameters<typeof listJudgedThings>[3],
  subjectId: string,
  criterion: string,
): Promise<string> {
  const [thing] = await listJudgedThings(tx, assessment.id, protocol, kind, [subjectId]);
  const judged = findCriterion(protocol, criterion);
  if (!thing || !judged) throw refuse("not-found");
  return `${thing.code}:${judged.code}`;
}
