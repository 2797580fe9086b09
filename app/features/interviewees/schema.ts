import { z } from "zod";
import { interestKinds } from "~/domain/attribution";

const line = (max: number) => z.string().trim().max(max);
const Version = z.coerce.number().int().min(0);

/** A name or an address holds no invisible or direction-changing characters. */
const plainLine = (max: number) =>
  line(max).refine((text) => !/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u.test(text), "characters");

/** What is filled in of an interviewee; texts in two languages stand in fields of their own, of which one suffices. */
const person = {
  kind: z.string().min(1, "choose").max(64),
  actorId: z.string().max(64),
  interest: z.array(z.enum(interestKinds)),
  interestActorId: z.string().max(64),
  interestWords: line(1000),
};

const named = { name: plainLine(200), contact: plainLine(300) };

/** The texts of a form in the languages of an assessment: `organisation@nl`, `role@en`. */
export function localFields(names: readonly string[], languages: readonly string[]): Record<string, z.ZodString> {
  return Object.fromEntries(names.flatMap((name) => languages.map((language) => [`${name}@${language}`, line(300)])));
}

/** The form of a new interviewee. */
export const NewInterviewee = z.strictObject({ ...person, ...named });

/** The forms on the page of an interviewee. */
export const intervieweeForms = {
  change: z.strictObject({ intent: z.literal("change"), version: Version, ...person }),
  identity: z.strictObject({ intent: z.literal("identity"), version: Version, ...named }),
  archive: z.strictObject({ intent: z.literal("archive"), version: Version }),
};
