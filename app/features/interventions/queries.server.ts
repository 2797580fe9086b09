import { z } from "zod";
import { textIn } from "~/domain/local-text";
import type { Person } from "~/domain/permissions";
import type { Protocol } from "~/domain/protocol/schema";
import { printedTitle } from "~/domain/sources/source";
import type { Language } from "~/domain/tool-language";
import type { Db } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { listTranslations } from "~/platform/translations.server";

/** The study that the pages are about, and who reads. */
export interface InterventionStudy {
  assessment: { id: string; languages: readonly string[] };
  protocol: Protocol;
  viewer: Person;
  language: Language;
}

/** An intervention by its code, with its translations and its source; refuses one that is not there. */
export async function findIntervention(db: Db, assessmentId: string, code: string | undefined) {
  const row = await db.intervention.findFirst({ where: { assessmentId, code: code ?? "" } });
  if (!row) throw refuse("not-found");
  const titles = await listTranslations(db, "intervention", "title", new Map([[row.id, row.title]]));
  const descriptions = await listTranslations(db, "intervention", "description", new Map([[row.id, row.description]]));
  const source =
    row.sourceId === null
      ? null
      : await db.source.findUnique({ where: { id: row.sourceId }, select: { code: true, title: true, titleKind: true } });
  return {
    ...row,
    groupTitle: z.record(z.string(), z.string()).parse(JSON.parse(row.groupTitle)),
    titles: titles.get(row.id) ?? [],
    descriptions: descriptions.get(row.id) ?? [],
    source: source && { code: source.code, title: printedTitle(source.title, source.titleKind) },
  };
}

/** An intervention as its page shows it. */
export type ShownIntervention = Awaited<ReturnType<typeof findIntervention>>;

/** What the form of an intervention chooses from: sets of the protocol, sources. */
export async function readInterventionForm(db: Db, { assessment, protocol, language }: Omit<InterventionStudy, "viewer">) {
  const sources = await db.source.findMany({
    where: { assessmentId: assessment.id, archivedAt: null },
    orderBy: { number: "asc" },
    select: { id: true, code: true, title: true, titleKind: true },
  });
  return {
    sets: (protocol.interventionSets ?? []).map(({ id, title }) => ({ value: id, label: textIn(title, language, assessment.languages) })),
    sources: sources.map(({ id, code, title, titleKind }) => ({ value: id, label: `${code} ${printedTitle(title, titleKind)}` })),
  };
}

/** What the form of an intervention chooses from. */
export type InterventionChoices = Awaited<ReturnType<typeof readInterventionForm>>;
