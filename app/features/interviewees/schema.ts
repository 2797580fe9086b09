import { z } from "zod";
import { interestKinds } from "~/domain/attribution";
import { idRead, optionalLine, optionalProse, versionRead } from "~/domain/shapes";

const invisible = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u;

/** A name or an address that may be empty: then `null`. */
const plain = (max: number) => optionalLine(max).refine((text) => text === null || !invisible.test(text), "invisible");

/** A choice that may be left empty: then `null`. */
const maybe = (schema: z.ZodType<string>) =>
  z
    .union([z.literal("").transform(() => null), schema])
    .optional()
    .transform((value) => value ?? null);

const particulars = {
  kind: z.string("choose").min(1, "choose").max(64),
  actorId: maybe(idRead),
  interest: z.array(z.enum(interestKinds)),
  interestActorId: maybe(idRead),
  interestWords: optionalProse(1000),
};
const identity = { name: plain(200), contact: plain(300) };

/** The texts of a form in the languages of an assessment: `organisation@nl`, `role@en`. */
function texts(languages: readonly string[]) {
  return Object.fromEntries(
    ["organisation", "role"].flatMap((name) => languages.map((language) => [`${name}@${language}`, optionalLine(300)])),
  );
}

/** The form of a new interviewee. */
export function newInterviewee(languages: readonly string[]) {
  return z.strictObject({ ...texts(languages), ...particulars, ...identity });
}

/** The acts on the page of an interviewee. */
export function intervieweeAct(languages: readonly string[]) {
  return z.discriminatedUnion("intent", [
    z.strictObject({ ...texts(languages), intent: z.literal("change"), version: versionRead, ...particulars }),
    z.strictObject({ intent: z.literal("identity"), version: versionRead, ...identity }),
    z.strictObject({ intent: z.literal("archive"), version: versionRead }),
  ]);
}
