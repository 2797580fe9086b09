import type { Person } from "~/domain/permissions";
import { groundsSeenBy } from "~/platform/blind.server";
import { z } from "zod";
import { countryName } from "~/domain/actors/countries";
import { factFields, findFactField, hasValue, inFieldOrder, lacksSource } from "~/domain/actors/fact";
import type { FormField } from "~/domain/forms/form-field";
import type { AnswerValue } from "~/domain/forms/values";
import { LocalText } from "~/domain/local-text-schema";
import { textIn } from "~/domain/local-text";
import type { Protocol } from "~/domain/protocol/schema";
import type { Language } from "~/domain/tool-language";
import { listCitedIn } from "~/platform/cited-in.server";
import type { Db } from "~/platform/db.server";
import { listReferences } from "~/platform/references.server";
import { refuse } from "~/platform/refusal.server";
import { listTranslations } from "~/platform/translations.server";
import { storedLevels } from "./level-words.server";
import { listSourceOptions, readSources } from "./source-options.server";

const Names = z.array(z.string());
const Texts = z.record(z.string(), z.string());

/** The study that pages are about, in the language of the reader. */
export interface ActorStudy {
  assessment: { id: string; languages: readonly string[] };
  protocol: Protocol;
  viewer: Person;
  language: Language;
}

/** An actor by its code, its countries named in a language; refuses one that is not there. */
export async function findActor(db: Db, assessmentId: string, code: string | undefined, language = "en") {
  const row = await db.actor.findFirst({ where: { assessmentId, code: code ?? "" } });
  if (!row) throw refuse("not-found");
  const { kind, levels, focus, countries, otherNames, ...actor } = row;
  return {
    ...actor,
    otherNames: otherNames === null ? [] : Names.parse(JSON.parse(otherNames)),
    kind: Texts.parse(JSON.parse(kind)),
    focus: Texts.parse(JSON.parse(focus)),
    levels: storedLevels(levels),
    countryNames: Names.parse(JSON.parse(countries)).map((country) => countryName(country, language)),
  };
}

/** An actor as its page shows it. */
export type ShownActor = Awaited<ReturnType<typeof findActor>>;

/** The facts of an actor in the order of the protocol, each with its source, its translations and where it is cited; and the fields without one. Seven queries, whatever their number. */
export async function readFacts(db: Db, { assessment, protocol, viewer, language }: ActorStudy, actorId: string) {
  const rows = await db.actorFact.findMany({ where: { actorId, archivedAt: null } });
  const ids = rows.map(({ id }) => id);
  const translations = await listTranslations(db, "actor-fact", "text", new Map(rows.map(({ id, text }) => [id, text])));
  const sources = await readSources(db, rows);
  const cited = await listCitedIn(db, "actor-fact", ids);
  const grounds = await db.ground.groupBy({
    by: ["evidenceId"],
    where: { ...(await groundsSeenBy(db, assessment.id, viewer.id)), evidenceKind: "actor-fact", evidenceId: { in: ids } },
    _count: { _all: true },
  });
  const say = (text: LocalText | null) => textIn(text, language, assessment.languages);
  const fields = factFields(protocol);
  const facts = inFieldOrder(rows, fields).map(({ label, value, ...row }) => {
    const shown = translations.get(row.id)?.find((one) => one.language === language);
    return {
      ...row,
      label: say(LocalText.parse(JSON.parse(label))),
      ownLabel: LocalText.parse(JSON.parse(label)),
      value: value === null ? null : (JSON.parse(value) as AnswerValue), // checked by answerSchema when it was kept
      shown:
        row.language === language || !shown
          ? { text: row.text, lang: row.language, behind: false }
          : { text: shown.body, lang: language, behind: shown.behind },
      translations: translations.get(row.id) ?? [],
      source: sources.get(row.id) ?? null,
      unsourced: lacksSource(row),
      citedIn: cited.get(row.id) ?? [],
      isGround: grounds.some(({ evidenceId }) => evidenceId === row.id),
    };
  });
  const missing = fields
    .filter(({ name }) => !rows.some(({ field }) => field === name))
    .map(({ name, label, required }) => ({ key: name, label: say(label), required }));
  return { facts, missing };
}

/** A fact as the page of its actor shows it. */
export type ShownFact = Awaited<ReturnType<typeof readFacts>>["facts"][number];

/** What the form of one fact needs: its field with what can be referred to, and the sources and passages that it can come from. */
export async function readFactForm(db: Db, { assessment, protocol, language }: ActorStudy, key: string, value?: unknown) {
  const field = findFactField(protocol, key);
  return {
    key,
    field: field && { ...field, label: field.label },
    asksValue: hasValue(field),
    label: textIn(field?.label ?? null, language, assessment.languages),
    ...(await listReferences(db, assessment.id, protocol, [{ answer: field?.answer ?? null, value }])),
    scales: protocol.scales ?? [],
    sources: await listSourceOptions(db, assessment.id),
  };
}

/** What the form of one fact needs. */
export type FactForm = Omit<Awaited<ReturnType<typeof readFactForm>>, "references"> & {
  field: FormField | null;
  references: { readonly [target: string]: readonly { value: string; label: string }[] | undefined };
};

/** The number of facts of each actor of an assessment. One query. */
export async function countFacts(db: Db, assessmentId: string): Promise<Map<string, number>> {
  const counts = await db.actorFact.groupBy({ by: ["actorId"], where: { assessmentId, archivedAt: null }, _count: { _all: true } });
  return new Map(counts.map(({ actorId, _count }) => [actorId, _count._all]));
}

/** The fact that the address asks to change (`?fact=O7:f4`), or the field that it asks to record (`?field=staff`); null when it asks for neither. */
export function findFactKey(
  facts: readonly { code: string; field: string }[],
  query: URLSearchParams,
): { key: string; changing: string | null } | null {
  const fact = facts.find(({ code }) => code === query.get("fact"));
  if (fact) return { key: fact.field, changing: fact.code };
  const key = query.get("field");
  return key === null ? null : { key, changing: null };
}
