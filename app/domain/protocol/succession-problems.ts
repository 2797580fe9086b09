import { isMapping, type Place, placesOf } from "~/domain/protocol/places";
import type { Finding, ProblemCode } from "~/domain/protocol/problem";
import type { Protocol } from "~/domain/protocol/schema";
import { claimsOf, keysOf, type SucceedingKind } from "~/domain/protocol/succession";

type Problem = Finding<ProblemCode>;

const places: Readonly<Record<SucceedingKind, string>> = { question: "questions.*", "guide-question": "guide.blocks.*.questions.*" };
const kinds = ["question", "guide-question"] as const satisfies readonly SucceedingKind[];

/** What is wrong with `replaces` in the file itself: an id that is there still, and one that a question names twice. */
export function replacesProblems(root: unknown): Problem[] {
  return kinds.flatMap((kind) => {
    const questions = placesOf(root, places[kind]);
    const there = new Set(questions.flatMap((place) => keysAt(place, kind)));
    return questions.flatMap((question) => [...presentIn(question, there), ...twiceIn(question)]);
  });
}

/** The places of what one question and its parts take the place of. */
function replacedIn({ path, value }: Place): Place<string>[] {
  const found = ["replaces.*", "parts.*.replaces.*"].flatMap((pattern) => placesOf(value, pattern));
  return found.flatMap((place) => (typeof place.value === "string" ? [{ path: [...path, ...place.path], value: place.value }] : []));
}

function keysAt({ value }: Place, kind: SucceedingKind): string[] {
  const id = isMapping(value) ? value["id"] : undefined;
  if (typeof id !== "string") return [];
  const parts = placesOf(value, "parts.*.key").map((part) => `${id}:${String(part.value)}`);
  return kind === "question" || parts.length === 0 ? [id, ...parts] : parts;
}

function presentIn(question: Place, there: ReadonlySet<string>): Problem[] {
  return replacedIn(question)
    .filter(({ value }) => there.has(value))
    .map(({ path, value: id }) => ({ code: "replaces-present", path, details: { id } }));
}

function twiceIn(question: Place): Problem[] {
  const all = replacedIn(question);
  return all.flatMap(({ path, value: id }, at): Problem[] => {
    const first = all.findIndex(({ value }) => value === id);
    return first < at ? [{ code: "replaces-twice", path, details: { id }, related: all[first]?.path ?? [] }] : [];
  });
}

/**
 * What is wrong with the succession of a protocol to the versions before it (oldest first): an id that none of them has, a question that comes back in the
 * place of what took its own, and the number of a question of the guide under which another was answered.
 */
export function successionProblems(next: Protocol, earlier: readonly Protocol[], answered: AnsweredNumbers): Problem[] {
  return [
    ...kinds.flatMap((kind) => [...unknownOf(next, earlier, kind), ...circlesOf(next, earlier, kind)]),
    ...numbersTaken(next, answered),
  ];
}

function placesOfReplaced(next: Protocol, kind: SucceedingKind): (Place<string> & { question: string })[] {
  return placesOf(next, places[kind]).flatMap((place) =>
    replacedIn(place).map((found) => ({ ...found, question: isMapping(place.value) ? String(place.value["id"]) : "" })),
  );
}

function unknownOf(next: Protocol, earlier: readonly Protocol[], kind: SucceedingKind): Problem[] {
  const known = new Set(
    earlier.flatMap((protocol) => [...idsOf(protocol, kind), ...keysOf(protocol, kind), ...claimsOf(protocol, kind).map(({ old }) => old)]),
  );
  return placesOfReplaced(next, kind)
    .filter(({ value }) => !known.has(value))
    .map(({ path, value: id }) => ({ code: "replaces-unknown", path, details: { id } }));
}

const idsOf = (protocol: Protocol, kind: SucceedingKind) =>
  kind === "question"
    ? protocol.questions.map(({ id }) => id)
    : (protocol.guide?.blocks ?? []).flatMap(({ questions }) => questions.map(({ id }) => id));

/** A question that takes the place of one which, over the versions, took its own. */
function circlesOf(next: Protocol, earlier: readonly Protocol[], kind: SucceedingKind): Problem[] {
  const before = new Map<string, Set<string>>();
  for (const { old, question } of earlier.flatMap((protocol) => claimsOf(protocol, kind)))
    before.set(question, new Set([...(before.get(question) ?? []), old.split(":")[0] ?? old]));
  return placesOfReplaced(next, kind).flatMap(({ path, value, question }): Problem[] => {
    const way = wayBack(value.split(":")[0] ?? value, question, before);
    return way ? [{ code: "cycle", path, details: { circle: [question, ...way].join(" → ") } }] : [];
  });
}

/** The way from an old question over what it had replaced to the one that is looked for; null where there is none. */
function wayBack(from: string, to: string, before: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const open: string[][] = [[from]];
  const seen = new Set([from]);
  for (let way = open.pop(); way; way = open.pop())
    for (const next of before.get(way.at(-1) ?? "") ?? []) {
      if (next === to) return [...way, next];
      if (!seen.has(next)) open.push([...way, next]);
      seen.add(next);
    }
  return null;
}

/** The ids of the questions that were answered under a number, by that number. */
export type AnsweredNumbers = ReadonlyMap<number, ReadonlySet<string>>;

function numbersTaken(next: Protocol, answered: AnsweredNumbers): Problem[] {
  return (next.guide?.blocks ?? []).flatMap(({ questions }, block) =>
    questions.flatMap(({ id, number }, at): Problem[] => {
      const others = answered.get(number);
      if (others === undefined || others.has(id)) return [];
      return [
        {
          code: "number-taken",
          path: ["guide", "blocks", block, "questions", at, "number"],
          details: { number, id: [...others].join(", ") },
        },
      ];
    }),
  );
}
