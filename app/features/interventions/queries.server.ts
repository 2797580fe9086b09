import { canMoveRound } from "~/domain/moves/round";
import { z } from "zod";
import { cellKey, standingOf } from "~/domain/judgements/cells";
import { shownValue } from "~/domain/judgements/shown-value";
import { groupBy } from "~/domain/evidence/graph";
import { LocalText } from "~/domain/local-text-schema";
import { textIn } from "~/domain/local-text";
import type { Person } from "~/domain/permissions";
import { criteriaFor, scaleOf } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { printedTitle } from "~/domain/sources/source";
import type { Language } from "~/domain/tool-language";
import type { Db } from "~/platform/db.server";
import { listJudgements, listRounds } from "~/platform/judgements.server";
import { refuse } from "~/platform/refusal.server";
import { listTranslations } from "~/platform/translations.server";

/** The study that the pages are about, and who reads. */
export interface InterventionStudy {
  assessment: { id: string; languages: readonly string[] };
  protocol: Protocol;
  viewer: Person;
  language: Language;
}

/** How an intervention stands on each criterion: a value in words, or that it is blind or differs. */
interface Standing {
  state: "unrated" | "blind" | "agreed" | "reconciled" | "differs";
  words: string;
}

/** The interventions that fit what is looked for, by group, each with its class. Six queries, whatever their number. */
export async function listInterventions(db: Db, study: InterventionStudy, filter: { find: string; group: string }) {
  const { assessment, protocol, language } = study;
  const say = (text: LocalText | null | undefined) => textIn(text, language, assessment.languages);
  const rows = await db.intervention.findMany({ where: { assessmentId: assessment.id, archivedAt: null }, orderBy: [{ number: "asc" }] });
  const titles = await listTranslations(db, "intervention", "title", new Map(rows.map(({ id, title }) => [id, title])));
  const standings = await readStandings(db, study);
  const sets = (protocol.interventionSets ?? []).map(({ id }) => id);
  const criteria = criteriaFor(protocol, "intervention");
  const all = rows.map(({ id, code, title, language: original, groupKey, groupTitle }) => ({
    id,
    code,
    title: (original === language ? undefined : titles.get(id)?.find((one) => one.language === language)?.body) ?? title,
    group: say(LocalText.parse(JSON.parse(groupTitle))),
    order: groupKey === null ? sets.length : sets.indexOf(groupKey),
    standings: criteria.map(
      (criterion) => standings.get(cellKey({ subjectId: id, criterion: criterion.id })) ?? { state: "unrated" as const, words: "" },
    ),
  }));
  const words = filter.find.toLocaleLowerCase("und").split(/\s+/).filter(Boolean);
  const fits = ({ code, title, group }: { code: string; title: string; group: string }) =>
    (filter.group === "" || group === filter.group) && words.every((word) => `${code} ${title}`.toLocaleLowerCase("und").includes(word));
  return {
    total: all.length,
    criteria: criteria.map(({ id, title }) => ({ id, title: say(title) })),
    groups: [...new Set(all.toSorted((one, other) => one.order - other.order).map(({ group }) => group))],
    interventions: all.filter(fits).toSorted((one, other) => one.order - other.order),
  };
}

/** Interventions as the list shows them. */
export type ListedInterventions = Awaited<ReturnType<typeof listInterventions>>;

async function readStandings(db: Db, { assessment, protocol, viewer, language }: InterventionStudy): Promise<Map<string, Standing>> {
  const where = { assessmentId: assessment.id, subjectKind: "intervention" as const };
  const rounds = await listRounds(db, viewer.id, where);
  const rows = groupBy(await listJudgements(db, viewer.id, where), (row) => `${row.roundId} ${cellKey(row)}`);
  const found = new Map<string, Standing>();
  for (const round of rounds.toReversed())
    for (const subjectId of round.subjects)
      for (const criterion of round.criteria) {
        const key = cellKey({ subjectId, criterion });
        if (canMoveRound(round.state, "rate")) found.set(key, { state: "blind", words: `${round.sent}/${round.raters.length}` });
        else {
          const { state, counting } = standingOf(rows.get(`${round.id} ${key}`) ?? []);
          const shown = counting && shownValue(scaleOf(protocol, criterion), counting);
          found.set(key, {
            state,
            words: shown
              ? [shown.number, textIn(shown.label, language, assessment.languages)].filter((part) => part !== null && part !== "").join(" ")
              : "",
          });
        }
      }
  return found;
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
