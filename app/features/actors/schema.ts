import { z } from "zod";
import { actorLevels } from "~/domain/actors/levels";
import { AsOf } from "~/domain/actors/fact";
import { relationSides } from "~/domain/actors/relation";
import { idRead, nameLine, optionalLine, optionalProse, prose, tick, versionRead } from "~/domain/shapes";

const Language = z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})?$/, "unknown");
const Address = optionalLine(500).refine((text) => text === null || /^https?:\/\/\S+$/u.test(text), "url");

/** The texts of an actor, each in the languages of the assessment: `kind@nl`, `focus@en`. */
function texts(languages: readonly string[]): Record<string, ReturnType<typeof optionalLine>> {
  return Object.fromEntries(["kind", "focus"].flatMap((name) => languages.map((language) => [`${name}@${language}`, optionalLine(1000)])));
}

const filled = {
  name: nameLine(300),
  otherNames: optionalProse(2000),
  levels: z.array(z.enum(actorLevels)),
  ownLevels: optionalLine(1000),
  countries: optionalProse(2000),
  url: Address,
};

/** The form of a new actor; known levels by their keys, own words for others between semicolons; `another` = it is not the listed actor of the same name; other names and countries one to a line. */
export function newActorForm(languages: readonly string[]) {
  return z.strictObject({ ...filled, ...texts(languages), another: tick });
}

/** The form that changes an actor. */
export function changeActorForm(languages: readonly string[]) {
  return z.strictObject({ intent: z.literal("change"), version: versionRead, ...filled, ...texts(languages) });
}

/** A source or a passage as the list of a fact names it: `source/<id>`, `excerpt/<id>`; empty = none. */
const SourceKey = z
  .string()
  .regex(/^((source|excerpt)\/[0-9a-f-]{36})?$/u, "unknown")
  .default("");

/** What a fact and its form share, beside the entries of its value. */
const fact = { text: optionalProse(10_000), language: Language, asOf: AsOf, source: SourceKey, ownStatement: tick };

/** The texts of a fact's own wording. */
function labels(languages: readonly string[]) {
  return Object.fromEntries(languages.map((language) => [`label@${language}`, optionalLine(300)]));
}

/** The form of a new fact. */
export function addFactForm(languages: readonly string[]) {
  return z.strictObject({ intent: z.literal("add-fact"), field: z.string().min(1, "choose").max(100), ...fact, ...labels(languages) });
}

/** The form that changes a fact. */
export function changeFactForm(languages: readonly string[]) {
  return z.strictObject({ intent: z.literal("change-fact"), id: idRead, version: versionRead, ...fact, ...labels(languages) });
}

/** The other forms on the page of an actor. */
export const plainForms = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("archive"), version: versionRead }),
  z.strictObject({ intent: z.literal("archive-fact"), id: idRead, version: versionRead }),
  z.strictObject({ intent: z.literal("archive-relation"), id: idRead, version: versionRead }),
  z.strictObject({ intent: z.literal("translate-relation"), id: idRead, version: versionRead, language: Language, text: prose(2000) }),
  z.strictObject({ intent: z.literal("translate-fact"), id: idRead, version: versionRead, language: Language, text: prose(10_000) }),
]);

/** What the two forms of a relation share; countries one to a line. */
const relation = {
  countries: optionalProse(2000),
  asOf: AsOf,
  source: SourceKey,
  ownStatement: tick,
  note: optionalProse(2000),
  language: Language,
};

/** The form of a new relation: to an actor of the list, or to one of whom only the name is known. */
export const AddRelationForm = z.strictObject({
  intent: z.literal("add-relation"),
  side: z.enum(relationSides, "choose"),
  other: z.union([z.literal("").transform(() => null), idRead]).default(null),
  otherName: optionalLine(300),
  ...relation,
});

/** The form that changes what is recorded of a relation. */
export const ChangeRelationForm = z.strictObject({
  intent: z.literal("change-relation"),
  id: idRead,
  version: versionRead,
  ...relation,
});
