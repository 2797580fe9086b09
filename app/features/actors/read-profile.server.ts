import { amountsOf, inYearOrder, otherCells } from "~/domain/actors/figures";
import { findFactField } from "~/domain/actors/fact";
import { answerAsText } from "~/domain/forms/answer-as-text";
import { textIn } from "~/domain/local-text";
import { judgementsSeenBy } from "~/platform/blind.server";
import { listCitedIn } from "~/platform/cited-in.server";
import type { Db } from "~/platform/db.server";
import { translator } from "~/platform/i18n.server";
import type { ActorStudy, ShownFact } from "./queries.server";

/** What a profile tells beside facts and relations: the actors that were merged into this one, and the statements that it is cited in. Four queries. */
export async function readProfile(db: Db, assessmentId: string, actorId: string, facts: readonly ShownFact[]) {
  const merged = await db.actor.findMany({
    where: { assessmentId, NOT: { mergedIntoId: null } },
    orderBy: { number: "asc" },
    select: { id: true, code: true, name: true, mergedIntoId: true, archivedAt: true },
  });
  const judgements = await db.judgement.findMany({
    where: { assessmentId, subjectKind: "actor", subjectId: actorId, ...judgementsSeenBy(null) },
    select: { id: true },
  });
  const cited = await listCitedIn(
    db,
    "judgement",
    judgements.map(({ id }) => id),
  );
  const codes = new Set([...facts.flatMap(({ citedIn }) => citedIn), ...[...cited.values()].flat()]);
  return {
    mergedFrom: comingTo(actorId, merged),
    citedIn: [...codes].toSorted((one, other) => one.localeCompare(other, "en", { numeric: true })),
  };
}

interface Merged {
  id: string;
  code: string;
  name: string;
  mergedIntoId: string | null;
  archivedAt: Date | null;
}

/** The actors that were merged into one, and those that were merged into them before. */
function comingTo(id: string, merged: readonly Merged[]): { code: string; name: string; at: Date | null }[] {
  return merged
    .filter(({ mergedIntoId }) => mergedIntoId === id)
    .flatMap((one) => [{ code: one.code, name: one.name, at: one.archivedAt }, ...comingTo(one.id, merged)]);
}

/** The amounts that the facts of an actor hold, newest year first; each as its fact says it, never added up. */
export function listAmounts({ assessment, protocol, language }: ActorStudy, facts: readonly ShownFact[]) {
  const word = translator(language, "evidence");
  const printing = {
    language,
    fallbackOrder: assessment.languages,
    scales: protocol.scales ?? [],
    words: { yes: word("data.yes"), no: word("data.no"), unknown: word("data.unknown") },
    nameOf: (_target: string, id: string) => id,
  };
  const found = facts.flatMap((fact) => {
    const field = findFactField(protocol, fact.field);
    return field ? amountsOf(fact, field).map((amount) => ({ ...amount, field })) : [];
  });
  return inYearOrder(found).map(({ field, row, fact, year, currency, amount }, place) => ({
    key: `${fact.code} ${place}`,
    year,
    currency,
    amount: answerAsText({ kind: "money", currencies: [currency] }, { amount, currency }, printing),
    label: textIn(field.label, language, assessment.languages),
    about: otherCells(field, row)
      .flatMap(({ key }) => {
        const column = field.answer.kind === "table" ? field.answer.columns.find((one) => one.key === key) : undefined;
        const cell = row?.cells[key];
        return column && cell !== undefined ? [answerAsText(column.answer, cell, printing)] : [];
      })
      .join(", "),
    code: fact.code,
    source: fact.source,
    unsourced: fact.unsourced,
    ownStatement: fact.ownStatement,
  }));
}

/** An amount as the page of an actor shows it. */
export type ShownAmount = ReturnType<typeof listAmounts>[number];
