import { fewestSubjects } from "~/domain/agreement/measure";
import { usualDrawing } from "~/domain/agreement/order";
import { tellFigure, tellNotes, tellReason, type ToldFigure } from "~/domain/agreement/told";
import type { DataRow, DataTable, DataWords } from "~/domain/evidence/data-table";
import { textIn } from "~/domain/local-text";
import { type CriterionAgreement, readAgreements } from "../agreement.server";
import { agreementWords } from "../agreement-words.server";
import type { Db } from "../db.server";
import { listRounds, type RoundRow } from "../judgements.server";
import { column, plainWords, textWords, toolWords } from "./words";

/** Nobody rates under it: the rounds are read for a reader, who has none of her own. */
const nobody = "";

/** How far raters agree, a table for each round of several raters that has opened: each criterion with its measures, their intervals and readings. */
export async function agreementTables(db: Db, assessmentId: string, languages: readonly string[]): Promise<DataTable[]> {
  const rounds = (await listRounds(db, nobody, { assessmentId })).filter(({ openedAt, raters }) => openedAt !== null && raters.length > 1);
  const agreements = await readAgreements(db, assessmentId, rounds);
  return rounds.toReversed().map((round) => tableOf(round, agreements.get(round.id) ?? [], languages));
}

const word = (key: string, values?: Readonly<Record<string, string | number>>) => toolWords(`agreement.${key}`, values);

function tableOf({ id, number }: RoundRow, criteria: readonly CriterionAgreement[], languages: readonly string[]): DataTable {
  const headed = (key: string, more: { numeric?: true } = {}) => column(key, { label: word(`columns.${key}`), ...more });
  const numeric = { numeric: true } as const;
  return {
    block: "method",
    caption: word("caption", { number }),
    columns: [
      headed("measure"),
      headed("n", numeric),
      headed("raters", numeric),
      headed("value", numeric),
      headed("interval"),
      headed("reading"),
    ],
    rows: criteria.flatMap((one) => rowsOf(id, one, languages)),
    notes: [
      ...criteria.flatMap((one) => notesOf(one, languages)),
      word("method", { ...usualDrawing, seed: String(usualDrawing.seed), fewest: fewestSubjects }),
      word("conventions"),
    ],
  };
}

/** Why a criterion has no figures, or what must be known with them. */
function notesOf({ criterion, agreement, leftOut }: CriterionAgreement, languages: readonly string[]): DataWords[] {
  const told = inEach(languages, (language) => {
    const { say } = agreementWords(language);
    const { reason } = agreement;
    const notes = [...(reason ? [tellReason(reason, agreement, say)] : []), ...tellNotes(agreement, leftOut, say)];
    return notes.length === 0 ? "" : say("of", { criterion: textIn(criterion.title, language, languages), note: notes.join(" ") });
  });
  return told === null ? [] : [told];
}

/** A criterion with how many were judged, and below it a row for each of its measures. */
function rowsOf(round: string, { criterion, agreement, assigned }: CriterionAgreement, languages: readonly string[]): DataRow[] {
  const { subjects, raters } = agreement;
  const id = `${round} ${criterion.id}`;
  const told = languages.map((language) => {
    const { say, locale } = agreementWords(language);
    return { language, figures: agreement.figures.map((figure) => tellFigure(figure, agreement, say, locale)) };
  });
  const measures = agreement.figures.map(({ name }, place): DataRow => {
    const inLanguages = (part: keyof ToldFigure) =>
      textOf(told.map(({ language, figures }) => [language, figures[place]?.[part] ?? ""] as const));
    const cells = [word(`names.${name}`), null, null, inLanguages("value"), inLanguages("interval"), inLanguages("short")];
    return { id: `${id} ${name}`, depth: 1, cells };
  });
  const head = [textWords(criterion.title), word("outOf", { subjects, assigned }), plainWords(raters), null, null, null];
  return [{ id, depth: 0, cells: head }, ...measures];
}

function inEach(languages: readonly string[], tell: (language: string) => string): DataWords | null {
  return textOf(languages.map((language) => [language, tell(language)] as const));
}

/** A text in several languages; nothing where it is empty. */
function textOf(texts: readonly (readonly [language: string, text: string])[]): DataWords | null {
  return texts.every(([, text]) => text === "") ? null : { text: Object.fromEntries(texts) };
}
