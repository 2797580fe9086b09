import { z } from "zod";
import { countryName } from "~/domain/actors/countries";
import { lacksSource } from "~/domain/actors/fact";
import { countriesNamed } from "~/domain/actors/figures";
import { type Place, placesOf } from "~/domain/actors/places";
import { RelationKind } from "~/domain/actors/relation";
import { compareCodes } from "~/domain/evidence/codes";
import { groupBy } from "~/domain/evidence/graph";
import { formFields } from "~/domain/forms/form-field";
import type { AnswerValue } from "~/domain/forms/values";
import type { Protocol } from "~/domain/protocol/schema";
import type { Db } from "./db.server";

const Names = z.array(z.string());

/** Where the actors of a study work, by country, as their own record, their facts and their relations say it; countries in the order of their names in a language. Three queries. */
export async function readPlaces(db: Db, assessmentId: string, protocol: Protocol, language: string): Promise<Place[]> {
  const where = { assessmentId, archivedAt: null };
  const asking = formFields(protocol.actorFacts ?? []).filter(({ answer }) => answer.kind === "reference" && answer.to === "country");
  const facts = await db.actorFact.findMany({
    where: { ...where, field: { in: asking.map(({ name }) => name) } },
    select: { actorId: true, field: true, value: true },
  });
  const named = groupBy(facts, ({ actorId }) => actorId);
  const actors = await db.actor.findMany({
    where,
    orderBy: { number: "asc" },
    select: { id: true, code: true, name: true, countries: true },
  });
  const rows = await db.actorRelation.findMany({ where });
  const relations = rows.toSorted((one, other) => compareCodes(one.code, other.code));
  const ofFact = ({ field, value }: (typeof facts)[number]) => {
    const asked = asking.find(({ name }) => name === field);
    return asked && value !== null ? countriesNamed({ value: JSON.parse(value) as AnswerValue }, asked) : []; // checked by answerSchema when it was kept
  };
  return placesOf(
    actors.map(({ countries, ...actor }) => ({
      ...actor,
      countries: [...Names.parse(JSON.parse(countries)), ...(named.get(actor.id) ?? []).flatMap(ofFact)],
    })),
    relations.map((row) => ({
      ...{ code: row.code, fromId: row.fromId, toId: row.toId, ownStatement: row.ownStatement },
      kind: RelationKind.parse(row.kind),
      countries: Names.parse(JSON.parse(row.countries)),
      unsourced: lacksSource(row),
    })),
    (country) => countryName(country, language),
    language,
  );
}
