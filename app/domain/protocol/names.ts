import { hintFor } from "~/domain/protocol/did-you-mean";
import { answerPlaces, fieldPlaces, type Place, placesOf, valueAt } from "~/domain/protocol/places";
import { type Finding, kindWord, type Path, type ProblemCode, type ReferenceKind } from "~/domain/protocol/problem";

/** What can be named in a protocol and referred to elsewhere in it. */
type Kind = Exclude<ReferenceKind, "field"> | "block" | "perspective" | "consideration";

/** Where the names of each kind are given; every id is unique in its kind. */
const names: Record<Kind, readonly string[]> = {
  question: ["questions.*.id"],
  method: ["methods.*.id"],
  block: ["guide.blocks.*.id"],
  "guide-question": ["guide.blocks.*.questions.*.id"],
  "interviewee-kind": ["guide.intervieweeKinds.*.id"],
  scale: ["scales.*.id"],
  criterion: ["criteria.*.id"],
  framework: ["frameworks.*.id"],
  "policy-node": ["frameworks.*.nodes.*.id"],
  option: ["options.*.id"],
  "intervention-set": ["interventionSets.*.id"],
  section: ["outline.*.id"],
  perspective: ["perspectives.*.id"],
  code: ["codebook.*.id"],
  consideration: ["sourceCriteria.*.id", "inclusionCriteria.*.id", "selectionCriteria.*.id", "screening.criteria.*.id"],
};

/** What else may occur only once: in the whole protocol, or (with `within`) among what shares that many steps of the path. */
const unique: readonly { at: readonly string[]; within?: number | "list" }[] = [
  { at: ["criteria.*.code"] },
  { at: ["options.*.code"] },
  { at: ["frameworks.*.code"] },
  { at: ["outline.*.code"] },
  { at: ["guide.blocks.*.questions.*.number"] },
  { at: ["frameworks.*.nodes.*.number"], within: 2 },
  { at: ["languages.*"] },
  { at: ["scales.*.levels.*.key", "scales.*.classes.*.key", "scales.*.extraValues.*.key"], within: 2 },
  { at: ["scales.*.levels.*.value", "scales.*.classes.*.value"], within: 2 },
  { at: ["scales.*.anchors.*.at"], within: 2 },
  { at: ["scales.*.components.*.key", "scales.*.componentLevels.*.key", "interventionSets.*.categories.*.key"], within: "list" },
  { at: ["guide.notAskedReasons.*.key", "guide.noAnswerReasons.*.key", "abbreviations.*.key", "definitions.*.key"], within: "list" },
  { at: ["screening.exclusionReasons.*.key"], within: "list" },
  { at: ["questions.*.parts.*.key", "guide.blocks.*.questions.*.parts.*.key"], within: "list" },
  { at: fieldPlaces.map((place) => `${place}.key`), within: "list" },
  { at: answerPlaces.flatMap((place) => [`${place}.choices.*.key`, `${place}.rows.*.key`, `${place}.columns.*.key`]), within: "list" },
];

/** Where each kind is referred to. */
const references: readonly { at: string; to: Kind }[] = [
  ...[
    "questions.*.parent",
    "questions.*.dependsOn.*",
    "questions.*.parts.*.answeredBy.*",
    "orderOfAnswering.*",
    "rules.coverage.*.questions.*",
    "guide.blocks.*.questions.*.informs.*",
    "criteria.*.informs.*",
    "frameworks.*.informs.*",
    "outline.*.questions.*",
    "outline.*.contextFor.*",
    "outline.*.table.question",
  ].map((at) => ({ at, to: "question" as const })),
  { at: "questions.*.methods.*", to: "method" },
  { at: "guide.blocks.*.questions.*.askedOf.*", to: "interviewee-kind" },
  { at: "perspectives.*.intervieweeKinds.*", to: "interviewee-kind" },
  { at: "guide.blocks.*.questions.*.onlyIf.question", to: "guide-question" },
  ...[
    "rules.confidence.scale",
    "criteria.*.scale",
    "frameworks.*.scale",
    "sourceCriteria.*.scale",
    "inclusionCriteria.*.scale",
    "selectionCriteria.*.scale",
    ...answerPlaces.map((place) => `${place}.scale`),
  ].map((at) => ({ at, to: "scale" as const })),
  { at: "frameworks.*.nodes.*.elaboratedIn", to: "framework" },
  ...answerPlaces.map((place) => ({ at: `${place}.framework`, to: "framework" as const })),
  { at: "outline.*.parent", to: "section" },
  { at: "outline.*.translationOf", to: "section" },
  { at: "outline.*.options.*", to: "option" },
  { at: "options.*.holdsFor.*", to: "option" },
  { at: "codebook.*.parent", to: "code" },
];

/** What `of` names, by the data block that it narrows. */
const narrowed: Readonly<Record<string, Kind>> = {
  alignment: "framework",
  ratings: "criterion",
  ranking: "criterion",
  options: "option",
  interventions: "intervention-set",
  questions: "question",
};

/** A file that is wrong throughout must not keep the server comparing words. */
const mostHints = 100;
const mostKnown = 1000;

const isWord = (value: unknown): value is string => typeof value === "string" && value !== "";

function wordsAt(root: unknown, patterns: readonly string[]): string[] {
  return patterns.flatMap((pattern) => placesOf(root, pattern).map(({ value }) => value)).filter(isWord);
}

/** Ids, codes, keys and numbers that are given twice; the second one is named, with the first as the related place. */
export function duplicates(root: unknown): Finding<ProblemCode>[] {
  const lists = [...Object.values(names).map((at) => ({ at, within: undefined })), ...unique];
  return lists.flatMap(({ at, within }) => {
    const places = at.flatMap((pattern) => placesOf(root, pattern));
    return repeated(places, (path) => JSON.stringify(within === undefined ? [] : path.slice(0, within === "list" ? -2 : within)));
  });
}

function repeated(places: readonly Place[], groupOf: (path: Path) => string): Finding<ProblemCode>[] {
  const first = new Map<string, Path>();
  return places.flatMap(({ path, value }): Finding<ProblemCode>[] => {
    if (!isWord(value) && typeof value !== "number") return [];
    const name = `${groupOf(path)} ${typeof value} ${value}`;
    const related = first.get(name);
    if (related) return [{ code: "duplicate", path, details: { value: String(value) }, related }];
    first.set(name, path);
    return [];
  });
}

/** References to nothing, with the name that was probably meant. */
export function unknownReferences(root: unknown): Finding<ProblemCode>[] {
  const plain = references.flatMap(({ at, to }) => toNothing(placesOf(root, at), to, wordsAt(root, names[to])));
  return [...plain, ...policyParents(root), ...narrowings(root)];
}

function toNothing(places: readonly Place[], to: Kind, known: readonly string[]): Finding<ProblemCode>[] {
  const all = new Set(known);
  const unknown = places.flatMap(({ path, value }) => (isWord(value) && !all.has(value) ? [{ path, value }] : []));
  return unknown.map(({ path, value }, at) => ({
    code: "unknown-reference",
    path,
    details: { kind: kindWord(to), value: value.slice(0, 60), ...hintFor(value, at < mostHints ? known.slice(0, mostKnown) : []) },
  }));
}

/** The parent of a policy node stands in the same framework. */
function policyParents(root: unknown): Finding<ProblemCode>[] {
  return placesOf(root, "frameworks.*").flatMap(({ path, value }) => {
    const parents = placesOf(value, "nodes.*.parent").map((place) => ({ ...place, path: [...path, ...place.path] }));
    return toNothing(parents, "policy-node", wordsAt(value, ["nodes.*.id"]));
  });
}

function narrowings(root: unknown): Finding<ProblemCode>[] {
  return placesOf(root, "outline.*").flatMap(({ path, value }): Finding<ProblemCode>[] => {
    const data = valueAt(value, ["data"]);
    const kind = typeof data === "string" && Object.hasOwn(narrowed, data) ? narrowed[data] : undefined;
    const places = placesOf(value, "of.*").map((place) => ({ ...place, path: [...path, ...place.path] }));
    if (kind) return toNothing(places, kind, wordsAt(root, names[kind]));
    return places.length === 0
      ? []
      : [{ code: "of-without-data", path: [...path, "of"], details: { data: Object.keys(narrowed).join(", ") }, atKey: true }];
  });
}
