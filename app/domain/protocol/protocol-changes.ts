/** What is different between two versions of a protocol, one entry for each thing that a reader knows by name. */
import { canonical } from "~/domain/canonical";
import type { LocalText } from "~/domain/local-text";
import { isMapping } from "~/domain/protocol/places";
import { policyNodeCode } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { heirsOf, withSuccession } from "~/domain/protocol/succession";

/** The kinds of thing in a protocol that change by themselves; `part` is a part of the file that has no ids of its own. */
const changedKinds = [
  "question",
  "guide-question",
  "criterion",
  "scale",
  "framework",
  "policy-node",
  "option",
  "intervention-set",
  "actor-fact",
  "code",
  "method",
  "section",
  "part",
] as const;
/** A kind of thing in a protocol that changes by itself. */
export type ChangedKind = (typeof changedKinds)[number];

/** How it changed: `replaced` = others stand in its place, `translated` = a language was added, `order` = the things of its kind stand in another order. */
export type ChangeWay = "added" | "removed" | "replaced" | "reworded" | "translated" | "changed" | "order";

/** One change: of what, how, and what it said before and says now. */
export interface ProtocolChange {
  kind: ChangedKind;
  /** "" where it is the order of all of a kind. */
  id: string;
  /** What a reader knows it by: a number, a code, or its id. */
  code: string;
  way: ChangeWay;
  /** The codes of what stands in its place. */
  by: string[];
  /** Wordings that are different, and of what is new or gone its own; `null` = there was none, or is none. */
  texts: { before: LocalText | null; after: LocalText | null }[];
  /** The keys of what else is different: a scale, who is asked, which question is informed. */
  keys: string[];
}

interface Entry {
  id: string;
  code: string;
  text: LocalText | null;
  body: unknown;
}

/** The changes from one protocol to another, by kind and in the order of the new file. */
export function protocolChanges(old: Protocol, file: Protocol): ProtocolChange[] {
  const next = withSuccession(file, old);
  return changedKinds.flatMap((kind) => {
    const [before, after] = [entriesOf(old, kind), entriesOf(next, kind)];
    const earlier = new Map(before.map((entry) => [entry.id, entry]));
    const later = new Set(after.map(({ id }) => id));
    return [
      ...before.filter(({ id }) => !later.has(id)).map((entry) => goneOf(kind, entry, after, next)),
      ...after.flatMap((entry) => {
        const was = earlier.get(entry.id);
        return was
          ? differenceOf(kind, was, entry, languagesOf(old, next))
          : [{ ...plain(kind, entry, "added"), texts: [{ before: null, after: entry.text }] }];
      }),
      ...orderOf(kind, before, after),
    ];
  });
}

const languagesOf = (old: Protocol, next: Protocol) => new Set([...old.languages, ...next.languages]);
const plain = (kind: ChangedKind, { id, code }: Pick<Entry, "id" | "code">, way: ChangeWay): ProtocolChange => ({
  kind,
  id,
  code,
  way,
  by: [],
  texts: [],
  keys: [],
});

function goneOf(kind: ChangedKind, entry: Entry, after: readonly Entry[], next: Protocol): ProtocolChange {
  const heirs = kind === "question" || kind === "guide-question" ? successorsOf(next, kind, entry) : [];
  const heirCodes = heirs.map((heir) => after.find(({ id }) => id === heir)?.code ?? heir);
  return { ...plain(kind, entry, heirs.length > 0 ? "replaced" : "removed"), by: heirCodes, texts: [{ before: entry.text, after: null }] };
}

/** What stands in the place of a question that is gone, or of any of its parts. */
function successorsOf(next: Protocol, kind: "question" | "guide-question", { id, body }: Entry): string[] {
  const parts =
    isMapping(body) && Array.isArray(body["parts"])
      ? body["parts"].flatMap((part: unknown) => (isMapping(part) ? String(part["key"]) : []))
      : [];
  return [...new Set(["", ...parts].flatMap((part) => heirsOf(next, kind, id, part).map(({ question }) => question)))];
}

function orderOf(kind: ChangedKind, before: readonly Entry[], after: readonly Entry[]): ProtocolChange[] {
  const common = (list: readonly Entry[], other: readonly Entry[]) =>
    list.filter(({ id }) => other.some((each) => each.id === id)).map(({ id }) => id);
  const [one, two] = [common(before, after), common(after, before)];
  return one.every((id, at) => two[at] === id) ? [] : [plain(kind, { id: "", code: "" }, "order")];
}

function differenceOf(kind: ChangedKind, was: Entry, is: Entry, languages: ReadonlySet<string>): ProtocolChange[] {
  const [before, after] = [new Map(leavesOf(was.body, languages)), new Map(leavesOf(is.body, languages))];
  const places = [...new Set([...before.keys(), ...after.keys()])].filter(
    (place) => canonical(before.get(place) ?? null) !== canonical(after.get(place) ?? null),
  );
  const texts = places.flatMap((place) => reworded(before.get(place), after.get(place), languages));
  const keys = places
    .filter((place) => !isText(before.get(place) ?? after.get(place), languages))
    .map((place) => place.split("\n")[0] ?? place);
  if (places.length === 0) return [];
  const way = keys.length > 0 ? "changed" : texts.length > 0 ? "reworded" : "translated";
  return [{ ...plain(kind, is, way), texts, keys: [...new Set(keys)] }];
}

function reworded(before: unknown, after: unknown, languages: ReadonlySet<string>): ProtocolChange["texts"] {
  const [one, two] = [isText(before, languages) ? before : null, isText(after, languages) ? after : null];
  if (one === null && two === null) return [];
  if (one !== null && two !== null && Object.entries(one).every(([language, text]) => (two[language] ?? text) === text)) return [];
  return [{ before: one, after: two }];
}

function isText(value: unknown, languages: ReadonlySet<string>): value is LocalText {
  const entries = isMapping(value) ? Object.entries(value) : [];
  return entries.length > 0 && entries.every(([language, text]) => languages.has(language) && typeof text === "string");
}

/** The texts and plain values in an entry by their place, where what stands in a list is known by its key. */
function leavesOf(value: unknown, languages: ReadonlySet<string>, place: readonly string[] = []): [string, unknown][] {
  if (isText(value, languages)) return [[place.join("\n"), value]];
  if (Array.isArray(value)) {
    if (!value.some(isMapping)) return [[place.join("\n"), value]];
    return value.flatMap((each: unknown, at) =>
      leavesOf(each, languages, [...place, isText(each, languages) ? String(at) : nameIn(each, at)]),
    );
  }
  if (isMapping(value)) return Object.entries(value).flatMap(([key, each]) => leavesOf(each, languages, [...place, key]));
  return [[place.join("\n"), value]];
}

function nameIn(value: unknown, at: number): string {
  const name = isMapping(value) ? (value["key"] ?? value["id"] ?? value["at"]) : undefined;
  return typeof name === "string" || typeof name === "number" ? String(name) : String(at);
}

/** What is the protocol's own and no entry: whatever else stands at the top. */
const partsWithEntries: readonly string[] = [
  "questions",
  "guide",
  "criteria",
  "scales",
  "frameworks",
  "options",
  "interventionSets",
  "actorFacts",
  "codebook",
  "methods",
  "outline",
];

function entriesOf(protocol: Protocol, kind: ChangedKind): Entry[] {
  switch (kind) {
    case "question":
      return protocol.questions.map((each) => ({ id: each.id, code: each.id, text: each.text, body: each }));
    case "guide-question":
      return guideEntries(protocol);
    case "criterion":
      return (protocol.criteria ?? []).map((each) => ({ id: each.id, code: each.code, text: each.title, body: each }));
    case "framework":
      return (protocol.frameworks ?? []).map(({ nodes: _, ...each }) => ({ id: each.id, code: each.code, text: each.title, body: each }));
    case "policy-node":
      return nodeEntries(protocol);
    case "option":
      return (protocol.options ?? []).map((each) => ({ id: each.id, code: each.code, text: each.title, body: each }));
    case "actor-fact":
      return (protocol.actorFacts ?? []).map((each) => ({ id: each.key, code: each.key, text: each.label, body: each }));
    case "section":
      return protocol.outline.map((each) => ({ id: each.id, code: each.code, text: each.title, body: each }));
    case "scale":
      return titled(protocol.scales);
    case "intervention-set":
      return titled(protocol.interventionSets);
    case "code":
      return titled(protocol.codebook);
    case "method":
      return titled(protocol.methods);
    case "part":
      return partEntries(protocol);
  }
}

const titled = (list: readonly { id: string; title: LocalText }[] | undefined): Entry[] =>
  (list ?? []).map((each) => ({ id: each.id, code: each.id, text: each.title, body: each }));

function guideEntries(protocol: Protocol): Entry[] {
  return (protocol.guide?.blocks ?? []).flatMap((block) =>
    block.questions.map((each) => ({
      id: each.id,
      code: String(each.number),
      text: each.text,
      body: { ...each, block: block.id },
    })),
  );
}

function nodeEntries(protocol: Protocol): Entry[] {
  return (protocol.frameworks ?? []).flatMap((framework) =>
    framework.nodes.map((each) => ({ id: each.id, code: policyNodeCode(framework, each), text: each.title, body: each })),
  );
}

function partEntries(protocol: Protocol): Entry[] {
  const parts = Object.entries(protocol)
    .filter(([key]) => !partsWithEntries.includes(key))
    .map(([key, body]) => ({ id: key, code: key, text: null, body: { [key]: body } }));
  const { blocks, ...guide } = protocol.guide ?? {};
  const frame = { ...guide, blocks: blocks?.map(({ questions: _, ...block }) => block) };
  return protocol.guide ? [...parts, { id: "guide", code: "guide", text: null, body: frame }] : parts;
}
