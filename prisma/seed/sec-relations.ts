import { z } from "zod";
import { makeRelation, type RelationPlan } from "./actors";
import { type Agenda, dayAfter } from "./agenda";
import { readRecords, type SeededStudy } from "./study";

const folder = "sec-in-oda";
const Actors = z.looseObject({
  actors: z.array(
    z.looseObject({
      id: z.string(),
      part_of: z.string().optional(),
      funded_by: z.array(z.string()).optional(),
      sources: z.array(z.string()).optional(),
    }),
  ),
});
const Programme = z.looseObject({
  members: z.union([z.array(z.string()), z.literal("all")]).optional(),
  partners: z.array(z.string()).optional(),
});
const Partners = z.looseObject({
  programmes: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  member_aliases: z.record(z.string(), z.array(z.string())),
  partners: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  rows: z.array(
    z.looseObject({
      countries: z.array(z.string()),
      reading: z.string().optional(),
      "prog-dtz1": Programme,
      "prog-vfc": Programme,
      "prog-bbb": Programme,
    }),
  ),
  donors: z.array(z.looseObject({ id: z.string(), name: z.string(), actor: z.string().optional() })),
});
type Partners = z.infer<typeof Partners>;

const programmes = ["prog-dtz1", "prog-vfc", "prog-bbb"] as const;
const alliance = "act-dtz";
const folded = (name: string) => name.toLowerCase();

/** In which countries an organisation stands in the table of the alliance, and in which of its programmes. */
function standingOf({ rows, programmes: named }: Partners, id: string, as: "members" | "partners") {
  const found = rows.flatMap((row) =>
    programmes
      .filter((programme) => row[programme][as] === "all" || row[programme][as]?.includes(id))
      .map((programme) => ({ row, programme })),
  );
  const countries = [...new Set(found.flatMap(({ row }) => row.countries))];
  const of = named.filter((one) => found.some(({ programme }) => programme === one.id)).map(({ name }) => name);
  const unsure = found.some(({ row }) => row.reading === "uncertain");
  return {
    countries,
    note: {
      nl: `${of.join(", ")}.${unsure ? " Voor sommige landen is de tabel niet zeker te lezen." : ""}`,
      en: `${of.join(", ")}.${unsure ? " For some countries the table cannot be read with certainty." : ""}`,
    },
  };
}

/** The members of the alliance with the countries that each works in, and the partners that it works with. */
function allianceRelations(partners: Partners, actors: z.infer<typeof Actors>["actors"]): RelationPlan[] {
  const listed = actors.filter(({ part_of }) => part_of === alliance);
  const members = listed.map(({ id, sources }): RelationPlan => ({
    ...{ actor: id, side: "member-of", other: { id: alliance }, source: sources?.[0] ?? null },
    ...standingOf(partners, id, "members"),
  }));
  const others = partners.partners.map(({ id, name }): RelationPlan => ({
    ...{ actor: alliance, side: "works-with", other: { name } },
    ...standingOf(partners, id, "partners"),
  }));
  return [...members, ...others];
}

/** Who funds whom, as the actors' own pages say it; a funder that is described elsewhere is that one. */
function fundingRelations({ donors }: Partners, actors: z.infer<typeof Actors>["actors"]): RelationPlan[] {
  const known = new Map(donors.map(({ id, name, actor }) => [folded(name), actor ?? id]));
  return actors.flatMap(({ id, funded_by = [], sources }) =>
    funded_by.map((name): RelationPlan => {
      const donor = known.get(folded(name));
      return { actor: id, side: "funded-by", other: donor ? { id: donor } : { name }, source: sources?.[0] ?? null };
    }),
  );
}

/** Relations of the first example: members and partners of the alliance by country, and who funds whom. */
export function planRelations(agenda: Agenda, study: SeededStudy, { from, person }: { from: string; person: string }): void {
  const partners = readRecords(folder, "country-partners", Partners);
  const { actors } = readRecords(folder, "actors", Actors);
  agenda.spread(dayAfter(from, 12), 9, allianceRelations(partners, actors), (one, at) => makeRelation(study, one, person, at));
  agenda.spread(dayAfter(from, 12), 14, fundingRelations(partners, actors), (one, at) => makeRelation(study, one, person, at));
}
