import { fewestSubjects } from "~/domain/agreement/measure";
import { usualDrawing } from "~/domain/agreement/order";
import { headlineOf, tellFigure, tellNotes, tellReason, writeFigure } from "~/domain/agreement/told";
import { textIn } from "~/domain/local-text";
import type { Language } from "~/domain/tool-language";
import { type CriterionAgreement, readAgreements } from "~/platform/agreement.server";
import { agreementWords } from "~/platform/agreement-words.server";
import type { Db } from "~/platform/db.server";
import { listRounds, type RoundRow } from "~/platform/judgements.server";

/** The study whose raters are compared, and in which language it is told. */
export interface AgreementStudy {
  assessment: { id: string; languages: readonly string[] };
  language: Language;
}

/** How far the raters of a round agree, as its page and its file tell it; null while the round is blind. */
export async function readAgreement(db: Db, study: AgreementStudy, round: RoundRow) {
  if (round.openedAt === null) return null;
  const { assessment, language } = study;
  const { say } = agreementWords(language);
  const criteria = (await readAgreements(db, assessment.id, [round])).get(round.id) ?? [];
  return {
    criteria: criteria.map((one) => tellCriterion(one, study)),
    headline: tellHeadline(criteria, language),
    method: say("method", { ...usualDrawing, seed: String(usualDrawing.seed), fewest: fewestSubjects }),
    conventions: say("conventions"),
  };
}

/** The agreement of a round as it is told. */
export type ToldAgreement = NonNullable<Awaited<ReturnType<typeof readAgreement>>>;

/** One criterion of it. */
export type ToldCriterion = ToldAgreement["criteria"][number];

function tellCriterion({ criterion, agreement, leftOut, assigned }: CriterionAgreement, { assessment, language }: AgreementStudy) {
  const { say, locale } = agreementWords(language);
  const figures = agreement.figures.map((figure) => tellFigure(figure, agreement, say, locale));
  return {
    code: criterion.code,
    title: textIn(criterion.title, language, assessment.languages),
    subjects: say("outOf", { subjects: agreement.subjects, assigned }),
    raters: agreement.raters,
    notes: tellNotes(agreement, leftOut, say),
    reason: agreement.reason && tellReason(agreement.reason, agreement, say),
    figures,
    headline: figures.at(-1) ?? null,
  };
}

/** The lowest and the highest α of a round with their criteria, in figures of the language; null where no criterion has one. */
export interface ToldHeadline {
  low: string;
  lowest: string;
  high: string;
  highest: string;
  /** How many criteria have one, and how many there are. */
  count: number;
  total: number;
}

function tellHeadline(criteria: readonly CriterionAgreement[], language: Language): ToldHeadline | null {
  const { locale } = agreementWords(language);
  const found = criteria
    .flatMap(({ criterion, agreement }) => {
      const figure = headlineOf(agreement);
      return figure
        ? [{ code: criterion.code, value: figure.value, text: writeFigure(figure, figure.value, agreement.subjects, locale) }]
        : [];
    })
    .toSorted((one, other) => one.value - other.value);
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return null;
  return { low: first.text, lowest: first.code, high: last.text, highest: last.code, count: found.length, total: criteria.length };
}

/** The headlines of rounds by their number. */
export type ToldHeadlines = Readonly<Record<number, ToldHeadline | null>>;

/** What the list of rounds tells of each round that has opened and has several raters; null where no criterion has an α. Four queries. */
export async function readHeadlines(db: Db, viewerId: string, { assessment, language }: AgreementStudy): Promise<ToldHeadlines> {
  const rounds = await listRounds(db, viewerId, { assessmentId: assessment.id });
  const several = rounds.filter(({ openedAt, raters }) => openedAt !== null && raters.length > 1);
  const agreements = await readAgreements(db, assessment.id, several);
  return Object.fromEntries(several.map(({ id, number }) => [number, tellHeadline(agreements.get(id) ?? [], language)]));
}
