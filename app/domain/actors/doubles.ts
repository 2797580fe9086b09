import { foldedName } from "./countries";

/** What is compared of an actor to find whether it stands in the list twice. */
export interface ComparedActor {
  id: string;
  name: string;
  otherNames: readonly string[];
  url: string | null;
}

/** Why two actors may be the same: the same name, another name of one, an abbreviation, a part of a name, or the same website. Strongest first. */
const doubleReasons = ["name", "other-name", "abbreviation", "part", "website"] as const;
/** Why two actors may be the same. */
export type DoubleReason = (typeof doubleReasons)[number];

/** Two actors that may be the same, and why. */
export interface Double<Actor> {
  one: Actor;
  other: Actor;
  reasons: DoubleReason[];
}

/** A key that more actors share than this tells nothing of any two: the page of a directory, a common word. */
const mostSharing = 6;

interface Key {
  key: string;
  sort: "name" | "other-name" | "abbreviation" | "part" | "website";
}

/** The website of an actor as it is compared: its host without `www`. */
export function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return new URL(url).hostname.toLowerCase().replace(/^www\./u, "") || null;
}

/** The first letters of a name of three words or more: `International Justice Mission` is `ijm`. */
function initialsOf(name: string): string | null {
  const words = foldedName(name.replace(/\(.*?\)/gu, " "))
    .split(" ")
    .filter((word) => !/^(of|the|and|for|van|de|het|en|voor|to)$/u.test(word));
  return words.length < 3 ? null : words.map((word) => word.charAt(0)).join("");
}

function keysOf({ name, otherNames, url }: ComparedActor): Key[] {
  const bracketed = [...name.matchAll(/\(([^)]+)\)/gu)].map(([, inside]) => inside ?? "");
  const bare = name.replace(/\(.*?\)/gu, " ");
  const parts = bare.split(/\s+[-–/|]\s+|\//u);
  const host = hostOf(url);
  const initials = initialsOf(name);
  const keys: Key[] = [
    { key: foldedName(name), sort: "name" },
    { key: foldedName(bare), sort: "name" },
    ...otherNames.map((other): Key => ({ key: foldedName(other), sort: "other-name" })),
    ...bracketed.map((inside): Key => ({ key: foldedName(inside), sort: "abbreviation" })),
    ...(initials === null ? [] : [{ key: initials, sort: "abbreviation" } as const]),
    ...(parts.length > 1 ? parts.map((part): Key => ({ key: foldedName(part), sort: "part" })) : []),
    ...(host === null ? [] : [{ key: `host ${host}`, sort: "website" } as const]),
  ];
  return keys.filter(({ key }) => key.length >= 2);
}

/**
 * Pairs of actors that may be the same, those with the strongest reason first and then in the order given: they share a folded name, a name
 * that one is also known by, an abbreviation in brackets or of first letters, a part of a name between strokes, or a website. Nothing is
 * said of a key that more than six share. The work grows with the number of actors and not with its square.
 */
export function findDoubles<Actor extends ComparedActor>(actors: readonly Actor[]): Double<Actor>[] {
  const sharing = new Map<string, Map<Actor, Key["sort"]>>();
  for (const actor of actors)
    for (const { key, sort } of keysOf(actor)) {
      const found = sharing.get(key) ?? new Map<Actor, Key["sort"]>();
      if (!found.has(actor)) found.set(actor, sort);
      sharing.set(key, found);
    }
  const place = new Map(actors.map((actor, at) => [actor.id, at]));
  const pairs = new Map<string, Double<Actor>>();
  for (const found of sharing.values()) {
    const those = [...found];
    if (those.length > mostSharing) continue;
    those.forEach(([one, sort], at) =>
      those.slice(at + 1).forEach(([other, otherSort]) => {
        const reason = reasonOf(sort, otherSort);
        if (reason === null) return;
        const key = `${one.id} ${other.id}`;
        const pair = pairs.get(key) ?? { one, other, reasons: [] };
        pairs.set(key, { ...pair, reasons: inOrder([...pair.reasons, reason]) });
      }),
    );
  }
  const strength = ({ reasons }: Double<Actor>) => doubleReasons.indexOf(reasons[0] ?? "website");
  const placeOf = ({ one }: Double<Actor>) => place.get(one.id) ?? 0;
  return [...pairs.values()].toSorted((one, other) => strength(one) - strength(other) || placeOf(one) - placeOf(other));
}

/** The weaker of two keys gives the reason; two abbreviations or two parts alone say nothing unless one is a name of the other. */
function reasonOf(one: Key["sort"], other: Key["sort"]): DoubleReason | null {
  if (one === other) return one === "part" ? "part" : one;
  const weaker = doubleReasons.indexOf(one) > doubleReasons.indexOf(other) ? one : other;
  return weaker;
}

const inOrder = (reasons: readonly DoubleReason[]): DoubleReason[] => doubleReasons.filter((reason) => reasons.includes(reason));
