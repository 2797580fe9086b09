import type { RelationKind } from "./relation";

/** An actor as far as places are told of it; `countries` are those that are recorded of itself, as they are kept. */
export interface PlacedActor {
  id: string;
  code: string;
  name: string;
  countries: readonly string[];
}

/** A relation as far as places are told of it. */
export interface PlacedRelation {
  code: string;
  kind: RelationKind;
  fromId: string;
  toId: string;
  countries: readonly string[];
  unsourced: boolean;
  ownStatement: boolean;
}

/** An actor that works in a country in a relation, with those that it does so with. */
export interface PlacedPartner {
  relation: PlacedRelation;
  from: PlacedActor;
  to: PlacedActor;
}

/** What is known of one country: which actors work there by their own record, and which relations hold there. */
export interface Place {
  country: string;
  actors: PlacedActor[];
  partners: PlacedPartner[];
}

/**
 * Where actors work: a place for each country that an actor or a relation names, in the order of its name in the reader's language. Actors
 * and relations stand in the order given; one whose other end is not among the actors is left out.
 */
export function placesOf(
  actors: readonly PlacedActor[],
  relations: readonly PlacedRelation[],
  nameOf: (country: string) => string,
  language: string,
): Place[] {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const places = new Map<string, Place>();
  const at = (country: string) => {
    const place = places.get(country) ?? { country, actors: [], partners: [] };
    places.set(country, place);
    return place;
  };
  for (const actor of actors) for (const country of new Set(actor.countries)) at(country).actors.push(actor);
  for (const relation of relations) {
    const [from, to] = [byId.get(relation.fromId), byId.get(relation.toId)];
    if (from && to) for (const country of new Set(relation.countries)) at(country).partners.push({ relation, from, to });
  }
  const collator = new Intl.Collator(language);
  return [...places.values()].toSorted((one, other) => collator.compare(nameOf(one.country), nameOf(other.country)));
}

/** Every actor that is named at one of these places, in the order of its code: the columns of a table of countries against actors. */
export function actorsIn(places: readonly Place[], compare: (one: string, other: string) => number): PlacedActor[] {
  const found = new Map(
    places
      .flatMap(({ actors, partners }) => [...actors, ...partners.flatMap(({ from, to }) => [from, to])])
      .map((actor) => [actor.id, actor]),
  );
  return [...found.values()].toSorted((one, other) => compare(one.code, other.code));
}
