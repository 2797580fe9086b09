import { type RelationKind, relationKinds } from "./relation";

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

/** Relations of one kind that share an actor: those that fund it, are its members or work with it, each with its relation. */
export interface PlacedGroup {
  kind: RelationKind;
  hub: PlacedActor;
  others: { actor: PlacedActor; relation: PlacedRelation }[];
}

/**
 * The relations at a place as few lines as can be: those of one kind to the same actor together. Working together goes both ways: it is told
 * of the actor that most of it has in common, and of the first one where none has more.
 */
export function groupsAt({ partners }: Pick<Place, "partners">): PlacedGroup[] {
  const ends = partners.filter(({ relation }) => relation.kind === "works-with").flatMap(({ from, to }) => [from.id, to.id]);
  const shared = (id: string) => ends.filter((one) => one === id).length;
  const groups = new Map<string, PlacedGroup>();
  for (const { relation, from, to } of partners) {
    const turned = relation.kind === "works-with" && shared(from.id) >= shared(to.id);
    const [hub, actor] = turned ? [from, to] : [to, from];
    const key = `${relation.kind} ${hub.id}`;
    const group = groups.get(key) ?? { kind: relation.kind, hub, others: [] };
    group.others.push({ actor, relation });
    groups.set(key, group);
  }
  return [...groups.values()].toSorted((one, other) => relationKinds.indexOf(one.kind) - relationKinds.indexOf(other.kind));
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
