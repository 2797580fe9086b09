import { countryName } from "~/domain/actors/countries";
import { findDoubles } from "~/domain/actors/doubles";
import { choiceFields, isBlank, mergeHindrance, proposedSide } from "~/domain/actors/merging";
import { textIn } from "~/domain/local-text";
import type { Db } from "~/platform/db.server";
import { levelNamer } from "./level-words.server";
import { mergeableOf } from "./mergeable.server";
import type { RegisterStudy } from "./register-study";
import { roundsOfActors } from "./rounds-of-actors.server";

async function readListed(db: Db, assessmentId: string) {
  const rows = await db.actor.findMany({ where: { assessmentId, archivedAt: null }, orderBy: { number: "asc" } });
  return rows.map((row) => ({ id: row.id, code: row.code, version: row.version, ...mergeableOf(row) }));
}

type Listed = Awaited<ReturnType<typeof readListed>>[number];

/** How many pairs of actors may be the same. One query. */
export async function countDoubles(db: Db, assessmentId: string): Promise<number> {
  return findDoubles(await readListed(db, assessmentId)).length;
}

/** The pairs of actors that may be the same, and the two that the address asks to compare (`?stays=O3&goes=O7`). Seven queries at most. */
export async function readDoubles(db: Db, study: RegisterStudy, query: URLSearchParams) {
  const { assessment, language } = study;
  const actors = await readListed(db, assessment.id);
  const find = (name: string) => actors.find(({ code }) => code === query.get(name)) ?? null;
  const [stays, goes] = [find("stays"), find("goes")];
  const name = ({ code, name: called }: Listed) => ({ code, name: called });
  return {
    pairs: findDoubles(actors).map(({ one, other, reasons }) => ({ one: name(one), other: name(other), reasons })),
    actors: actors
      .toSorted((one, other) => one.name.localeCompare(other.name, language))
      .map(({ code, name: called }) => ({ value: code, label: `${called} (${code})` })),
    asked: { stays: stays?.code ?? null, goes: goes?.code ?? null },
    compared: stays && goes && stays !== goes ? await compare(db, study, stays, goes) : null,
  };
}

/** The page of doubles as it is shown. */
export type ShownDoubles = Awaited<ReturnType<typeof readDoubles>>;

/** Two actors side by side: field by field, what moves along, and what stands in the way. */
async function compare(db: Db, study: RegisterStudy, stays: Listed, goes: Listed) {
  const ids = [stays.id, goes.id];
  const facts = await db.actorFact.groupBy({ by: ["actorId"], where: { actorId: { in: ids }, archivedAt: null }, _count: { _all: true } });
  const relations = await db.actorRelation.findMany({
    where: { archivedAt: null, OR: [{ fromId: { in: ids } }, { toId: { in: ids } }] },
    select: { fromId: true, toId: true },
  });
  const hindrance = mergeHindrance(await roundsOfActors(db, study.assessment.id), stays.id, goes.id);
  const levels = levelNamer(study.language);
  const side = (actor: Listed) => ({
    ...{ id: actor.id, code: actor.code, name: actor.name, version: actor.version },
    otherNames: actor.otherNames.join("; "),
    levels: levels(actor.levels).join(", "),
    countries: actor.countries.map((country) => countryName(country, study.language)).join(", "),
    facts: facts.find(({ actorId }) => actorId === actor.id)?._count._all ?? 0,
    relations: relations.filter(({ fromId, toId }) => fromId === actor.id || toId === actor.id).length,
  });
  const text = (actor: Listed, field: (typeof choiceFields)[number]) => {
    const value = actor[field];
    return value === null || typeof value === "string" ? (value ?? "") : textIn(value, study.language, study.assessment.languages);
  };
  return {
    stays: side(stays),
    goes: side(goes),
    hindrance,
    fields: choiceFields.map((field) => ({
      field,
      stays: text(stays, field),
      goes: text(goes, field),
      proposed: proposedSide(stays, goes, field),
      same: JSON.stringify(stays[field]) === JSON.stringify(goes[field]) || (isBlank(stays[field]) && isBlank(goes[field])),
    })),
  };
}

/** Two actors side by side. */
export type ShownMerger = NonNullable<ShownDoubles["compared"]>;
