import { z } from "zod";
import { countryName } from "~/domain/actors/countries";
import { lacksSource } from "~/domain/actors/fact";
import { otherEnd, RelationKind, relationSides, sideOf } from "~/domain/actors/relation";
import { compareCodes } from "~/domain/evidence/codes";
import type { Db } from "~/platform/db.server";
import { listTranslations } from "~/platform/translations.server";
import type { ActorStudy } from "./queries.server";
import { listSourceOptions, readSources } from "./source-options.server";

const Names = z.array(z.string());

/** The relations of an actor as its page shows them, each read from its side and in the order of the sides; the other actor by code and name. Five queries. */
export async function readRelations(db: Db, { assessment, language }: ActorStudy, actorId: string) {
  const rows = await db.actorRelation.findMany({
    where: { assessmentId: assessment.id, archivedAt: null, OR: [{ fromId: actorId }, { toId: actorId }] },
  });
  const others = await db.actor.findMany({
    where: { id: { in: rows.map((row) => otherEnd(row, actorId)) } },
    select: { id: true, code: true, name: true },
  });
  const translations = await listTranslations(db, "actor-relation", "note", new Map(rows.map(({ id, note }) => [id, note])));
  const sources = await readSources(db, rows);
  return rows
    .flatMap(({ countries, ...row }) => {
      const other = others.find(({ id }) => id === otherEnd(row, actorId));
      const made = translations.get(row.id) ?? [];
      const shown = row.language === language ? undefined : made.find((one) => one.language === language);
      return other
        ? [
            {
              ...row,
              other,
              side: sideOf({ fromId: row.fromId, kind: RelationKind.parse(row.kind) }, actorId),
              countries: Names.parse(JSON.parse(countries)).map((country) => countryName(country, language)),
              shown: { text: shown?.body ?? row.note, lang: shown?.language ?? row.language, behind: shown?.behind ?? false },
              translations: made,
              source: sources.get(row.id) ?? null,
              unsourced: lacksSource(row),
            },
          ]
        : [];
    })
    .toSorted(
      (one, two) => relationSides.indexOf(one.side) - relationSides.indexOf(two.side) || compareCodes(one.other.code, two.other.code),
    );
}

/** A relation as the page of one of its actors shows it. */
export type ShownRelation = Awaited<ReturnType<typeof readRelations>>[number];

/** What the form of a relation lists to choose from: the other actors, and the sources with their passages. Three queries. */
export async function readRelationForm(db: Db, assessmentId: string, actorId: string) {
  const actors = await db.actor.findMany({
    where: { assessmentId, archivedAt: null, NOT: { id: actorId } },
    orderBy: { name: "asc" },
    select: { id: true, code: true, name: true },
  });
  return {
    actors: actors.map(({ id, code, name }) => ({ value: id, label: `${name} (${code})` })),
    sources: await listSourceOptions(db, assessmentId),
  };
}

/** What the form of a relation lists to choose from. */
export type RelationForm = Awaited<ReturnType<typeof readRelationForm>>;

/** Which relation the address asks for: the form of a new one (`?relation=new`), or that of the one with this code; null for neither. */
export function relationAsked(relations: readonly { code: string }[], query: URLSearchParams): { changing: string | null } | null {
  const asked = query.get("relation");
  if (asked === "new") return { changing: null };
  return relations.some(({ code }) => code === asked) ? { changing: asked } : null;
}
