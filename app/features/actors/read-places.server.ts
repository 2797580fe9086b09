import { actorsIn, type Place } from "~/domain/actors/places";
import { countryName, foldedName } from "~/domain/actors/countries";
import { compareCodes } from "~/domain/evidence/codes";
import { relationKinds } from "~/domain/actors/relation";
import { readPlaces } from "~/platform/actor-places.server";
import type { Db } from "~/platform/db.server";
import type { RegisterStudy } from "./register-study";

/** What the table of countries is narrowed by: words, the code of one actor, a kind of relation; empty = not. */
export interface PlaceFilter {
  q: string;
  actor: string;
  kind: string;
}

/** Reads the filter from the query string. */
export function placeFilterFrom(query: URLSearchParams): PlaceFilter {
  const text = (name: string) => (query.get(name) ?? "").trim().slice(0, 200);
  return { q: text("q"), actor: text("actor"), kind: relationKinds.find((one) => one === query.get("kind")) ?? "" };
}

/** Countries against actors as it is asked for, with what it can be narrowed by. Three queries. */
export async function readPlacesPage(db: Db, { assessment, protocol, language }: RegisterStudy, filter: PlaceFilter) {
  const all = await readPlaces(db, assessment.id, protocol, language);
  const places = all.flatMap((place) => narrowed(place, countryName(place.country, language), filter));
  return {
    total: all.length,
    places: places.map((place) => ({ ...place, name: countryName(place.country, language) })),
    actors: actorsIn(all, compareCodes).map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
  };
}

/** Countries against actors as the page shows it. */
export type ShownPlaces = Awaited<ReturnType<typeof readPlacesPage>>;

function narrowed(place: Place, name: string, { q, actor, kind }: PlaceFilter): Place[] {
  const words = foldedName(q).split(" ").filter(Boolean);
  const inName = words.every((word) => foldedName(name).includes(word));
  const fits = (...those: { code: string; name: string }[]) => {
    const text = foldedName(those.map((one) => `${one.code} ${one.name}`).join(" "));
    return (inName || words.every((word) => text.includes(word))) && (actor === "" || those.some(({ code }) => code === actor));
  };
  const actors = kind === "" ? place.actors.filter((one) => fits(one)) : [];
  const partners = place.partners.filter(({ from, to, relation }) => fits(from, to) && (kind === "" || relation.kind === kind));
  return actors.length + partners.length === 0 ? [] : [{ ...place, actors, partners }];
}
