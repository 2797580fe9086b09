import { findFactField } from "~/domain/actors/fact";
import { referencesIn } from "~/domain/forms/references";
import type { Db } from "~/platform/db.server";
import { listTranslations } from "~/platform/translations.server";
import type { ActorStudy, ShownFact } from "./queries.server";

/** The interventions that the facts of an actor refer to, each once with the facts that do. Two queries at most. */
export async function readInterventions(
  db: Db,
  { assessment, protocol, language }: Omit<ActorStudy, "viewer">,
  facts: readonly Pick<ShownFact, "code" | "field" | "value">[],
) {
  const named = facts.flatMap(({ field, value, code }) => {
    const answer = findFactField(protocol, field)?.answer;
    const found = answer ? referencesIn(answer, value) : [];
    return found.flatMap(({ to, id }) => (to === "intervention" ? [{ id, fact: code }] : []));
  });
  if (named.length === 0) return [];
  const rows = await db.intervention.findMany({
    where: { assessmentId: assessment.id, archivedAt: null, id: { in: named.map(({ id }) => id) } },
    orderBy: { number: "asc" },
    select: { id: true, code: true, title: true, language: true },
  });
  const translations = await listTranslations(db, "intervention", "title", new Map(rows.map(({ id, title }) => [id, title])));
  return rows.map((row) => {
    const shown = row.language === language ? undefined : translations.get(row.id)?.find((one) => one.language === language);
    const title = shown ? { title: shown.body, lang: language } : { title: row.title, lang: row.language };
    return { code: row.code, ...title, facts: [...new Set(named.filter(({ id }) => id === row.id).map(({ fact }) => fact))] };
  });
}

/** An intervention as the page of an actor names it. */
export type NamedIntervention = Awaited<ReturnType<typeof readInterventions>>[number];
