import { agreedCells, differingCells, joinedTexts, reconciledRater } from "~/domain/judgements/cells";
import { storedLevel } from "~/domain/judgements/value";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { type JudgementRow, listJudgements, textsOf } from "~/platform/judgements.server";
import { indexJudgement, inheritGrounds, keepJudgement } from "~/platform/keep-judgement.server";
import { saveTranslation } from "~/platform/translations.server";
import { refuse } from "~/platform/refusal.server";

/**
 * Opens what the raters of a round gave: their judgements can be found, and where all gave the same the agreed value is written down as
 * the reconciled one, so that every cell of a round of several raters is cited in one way.
 */
export async function openValues(
  tx: Tx,
  context: ChangeContext,
  roundId: string,
  raterIds: readonly string[],
): Promise<{ agreed: number; differing: number }> {
  const round = await tx.round.findUnique({ where: { id: roundId }, select: { assessmentId: true } });
  if (!round) throw refuse("not-found");
  const all = await listJudgements(tx, null, { assessmentId: round.assessmentId, roundId });
  const given = raterIds.flatMap((rater) => all.filter((row) => row.rater === rater));
  for (const { id } of given) await indexJudgement(tx, id);
  const agreed = agreedCells(given, raterIds.length);
  for (const cell of agreed) await writeAgreed(tx, context, round.assessmentId, cell);
  return { agreed: agreed.length, differing: differingCells(given).length };
}

async function writeAgreed(tx: Tx, context: ChangeContext, assessmentId: string, cell: readonly JudgementRow[]): Promise<void> {
  const [first] = cell;
  if (!first) return;
  const { roundId, code, subjectKind, subjectId, criterion, level, without, wording, protocolNumber } = first;
  const { language, texts } = joinedTexts(cell.map(textsOf));
  const id = newId(context.at);
  const justification = texts[language] ?? "";
  await tx.judgement.create({
    data: {
      id,
      assessmentId,
      roundId,
      code,
      subjectKind,
      subjectId,
      criterion,
      rater: reconciledRater,
      level: storedLevel(level),
      without,
      justification,
      language,
      protocolNumber,
      ownExpertise: cell.every((one) => one.ownExpertise),
      agreed: true,
      wording: JSON.stringify(wording),
      byId: context.by.id,
      at: context.at,
      version: 1,
    },
  });
  await inheritGrounds(
    tx,
    context,
    { assessmentId, id },
    cell.map((one) => one.id),
  );
  await keepOthers(tx, context, { assessmentId, recordId: id, language, texts });
  await keepJudgement(tx, context, id);
  await indexJudgement(tx, id);
}

/** The reasons in the other languages stand beside the first one, as translations. */
async function keepOthers(
  tx: Tx,
  context: ChangeContext,
  {
    assessmentId,
    recordId,
    language,
    texts,
  }: { assessmentId: string; recordId: string; language: string; texts: Readonly<Record<string, string>> },
): Promise<void> {
  const shared = { assessmentId, kind: "judgement", recordId, field: "justification", version: 0 };
  const original = { original: texts[language] ?? "", originalLanguage: language };
  for (const [other, body] of Object.entries(texts).filter(([one]) => one !== language))
    await saveTranslation(tx, context, { ...shared, ...original, language: other, body });
}
