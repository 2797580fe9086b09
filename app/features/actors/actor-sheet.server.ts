import { z } from "zod";
import type { KnownActor, ActorPlanRow } from "~/domain/actors/import-actor";
import { actorTargets, type ColumnWords, factTargets } from "~/domain/actors/import-columns";
import { RelationKind } from "~/domain/actors/relation";
import { countryName, readCountries } from "~/domain/actors/countries";
import { actorPlanner, type ActorPlanSetting } from "~/domain/actors/plan-import";
import { answerAsText } from "~/domain/forms/answer-as-text";
import { textIn } from "~/domain/local-text";
import type { ReferenceTarget } from "~/domain/protocol/fields";
import type { Protocol } from "~/domain/protocol/schema";
import { groupBy } from "~/domain/evidence/graph";
import { foldName } from "~/domain/sheets/fold-name";
import { nameFinder } from "~/domain/sheets/match-names";
import { filledRows } from "~/domain/sheets/planned";
import type { Language } from "~/domain/tool-language";
import { requireMay } from "~/platform/acting.server";
import type { Db } from "~/platform/db.server";
import { textsOf, translator } from "~/platform/i18n.server";
import { nextTurn } from "~/platform/queue.server";
import { listReferences } from "~/platform/references.server";
import type { SheetKind, SheetRead } from "~/platform/sheet-kind";
import { levelNamer, readLevels, storedLevels } from "./level-words.server";
import { takeActorRows } from "./take-actor-rows.server";

interface SheetStudy {
  assessment: { id: string; languages: readonly string[] };
  protocol: Protocol;
  language: Language;
}

/** Spreadsheets of actors with their facts and relations, in the language of who reads the page. */
export function actorSheets(study: SheetStudy): SheetKind<ActorPlanRow> {
  const { assessment, protocol, language } = study;
  return {
    kind: "actors",
    target: null,
    assessment,
    targets: actorTargets(protocol, columnWords(language, assessment.languages)),
    required: ["name"],
    passes: 2,
    requireMay: (_tx, context) => {
      requireMay(context, assessment.id, "actor.write", "actor.read");
      return Promise.resolve();
    },
    plan: (db, sheet) => planActors(db, study, sheet),
    take: (tx, context, sheet, rows, pass) =>
      takeActorRows(tx, context, { assessmentId: assessment.id, language: sheet.mapping.language }, rows, pass),
  };
}

function columnWords(language: Language, languages: readonly string[]): ColumnWords {
  const t = translator(language, "sheets");
  const all = (["nl", "en"] as const).map((one) => textsOf(one).sheets);
  return {
    label: (word) => t(`actors.${word}`),
    heads: (word) => all.flatMap(({ actors, heads }) => [actors[word], ...heads[word].split(";")]),
    group: (group) => t(`groups.${group}`),
    language,
    languages,
  };
}

/** How many rows are planned without letting others have their turn. */
const atOnce = 100;

async function planActors(db: Db, study: SheetStudy, { rows, mapping }: SheetRead): Promise<ActorPlanRow[]> {
  const setting = await readSetting(db, study);
  const filled = filledRows(rows, mapping.header);
  const plan = actorPlanner(mapping, setting, filled);
  const planned: ActorPlanRow[] = [];
  for (const { row, cells } of filled) {
    if (planned.length % atOnce === atOnce - 1) await nextTurn();
    planned.push(plan(row, cells));
  }
  return planned;
}

/** What is there already, and the words for what is shown. A constant number of queries. */
async function readSetting(db: Db, { assessment, protocol, language }: SheetStudy): Promise<ActorPlanSetting> {
  const facts = factTargets(protocol);
  const actors = await listKnown(db, assessment.id);
  const findActor = nameFinder(actors);
  const answers = facts.map(({ answer }) => ({ answer }));
  const { references } = await listReferences(db, assessment.id, protocol, answers);
  const t = translator(language, "sheets");
  const words = (key: "yes" | "no" | "unknown") => (["nl", "en"] as const).map((one) => textsOf(one).fields[key]);
  const nameOf = (target: ReferenceTarget, id: string) =>
    (target === "actor" ? actors.find((one) => one.id === id)?.name : references[target]?.find(({ value }) => value === id)?.label) ?? id;
  const printing = {
    ...{ language, fallbackOrder: assessment.languages, scales: protocol.scales ?? [], nameOf },
    words: { yes: textsOf(language).fields.yes, no: textsOf(language).fields.no, unknown: textsOf(language).fields.unknown },
  };
  return {
    actors,
    facts,
    scales: protocol.scales ?? [],
    relations: (await db.actorRelation.findMany({ where: { assessmentId: assessment.id, archivedAt: null } })).map(
      ({ fromId, toId, kind }) => ({
        ...{ fromId, toId },
        kind: RelationKind.parse(kind),
      }),
    ),
    words: { yes: words("yes"), no: words("no"), unknown: words("unknown") },
    country: (stored) => countryName(stored, language),
    levelNames: levelNamer(language),
    readLevels,
    readCountries: (typed) => readCountries(typed, assessment.languages),
    findSource: await sourceFinder(db, assessment.id),
    find: (target, typed) => {
      if (target === "actor") {
        const match = findActor(typed);
        return match.found === "one" ? match.row.id : null;
      }
      const folded = foldName(typed);
      const said = (label: string, code: string) => foldName(label) === folded || foldName(label.replace(code, "")) === folded;
      return references[target]?.find(({ code, label }) => code.toLowerCase() === typed.toLowerCase() || said(label, code))?.value ?? null;
    },
    label: (key, kind) => {
      if (kind === "part") return t(`actors.${key as "name"}`);
      if (kind === "relation") return t(`actors.relation-${key as "funds"}`);
      return textIn(facts.find(({ field }) => field.name === key)?.field.label, language, assessment.languages);
    },
    say: ({ field, value, text }) => {
      const answer = facts.find((one) => one.field.name === field)?.field.answer;
      return value === null || !answer ? text : answerAsText(answer, value, printing);
    },
  };
}

const Names = z.array(z.string());
const Texts = z.record(z.string(), z.string());

async function listKnown(db: Db, assessmentId: string): Promise<KnownActor[]> {
  const rows = await db.actor.findMany({ where: { assessmentId, archivedAt: null }, orderBy: { number: "asc" } });
  const facts = await db.actorFact.findMany({
    where: { assessmentId, archivedAt: null },
    orderBy: { number: "asc" },
    select: { actorId: true, code: true, field: true, value: true, text: true, asOf: true },
  });
  const byActor = groupBy(facts, ({ actorId }) => actorId);
  return rows.map(({ id, code, name, otherNames, kind, focus, levels, countries, url }) => ({
    ...{ id, code, name, url },
    otherNames: otherNames === null ? [] : Names.parse(JSON.parse(otherNames)),
    kind: Texts.parse(JSON.parse(kind)),
    focus: Texts.parse(JSON.parse(focus)),
    levels: storedLevels(levels),
    countries: Names.parse(JSON.parse(countries)),
    facts: byActor.get(id) ?? [],
  }));
}

/** Finds a source by its code or its title, and a passage by its code. */
async function sourceFinder(db: Db, assessmentId: string): Promise<ActorPlanSetting["findSource"]> {
  const where = { assessmentId, archivedAt: null };
  const sources = await db.source.findMany({ where, select: { id: true, code: true, title: true } });
  const excerpts = await db.excerpt.findMany({ where, select: { id: true, code: true, sourceId: true } });
  const found = new Map<string, { sourceId: string; excerptId: string | null }>();
  for (const { id, title } of sources) found.set(foldName(title), { sourceId: id, excerptId: null });
  for (const { id, code } of sources) found.set(code.toLowerCase(), { sourceId: id, excerptId: null });
  for (const { id, code, sourceId } of excerpts) found.set(code.toLowerCase(), { sourceId, excerptId: id });
  return (typed) => found.get(typed.trim().toLowerCase()) ?? found.get(foldName(typed)) ?? null;
}
