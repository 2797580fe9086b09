import { z } from "zod";
import { idRead, line, optionalLine, optionalProse, versionRead } from "~/domain/shapes";

const Language = z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})?$/, "unknown");

/** What is filled in; a group of its own has a title in the languages of the assessment: `groupTitle@nl`. */
function filled(languages: readonly string[]) {
  const titles = Object.fromEntries(languages.map((language) => [`groupTitle@${language}`, optionalLine(300)]));
  return {
    title: line(300),
    description: optionalProse(10_000),
    group: z.string().max(100).default(""),
    language: Language,
    source: z.union([z.literal(""), idRead]).default(""),
    ...titles,
  };
}

/** The form of a new intervention. */
export function newInterventionForm(languages: readonly string[]) {
  return z.strictObject(filled(languages));
}

/** The forms on the page of an intervention. */
export function interventionForms(languages: readonly string[]) {
  return z.discriminatedUnion("intent", [
    z.strictObject({ intent: z.literal("change"), version: versionRead, ...filled(languages) }),
    z.strictObject({ intent: z.literal("archive"), version: versionRead }),
    z.strictObject({
      intent: z.literal("translate"),
      field: z.enum(["title", "description"]),
      version: versionRead,
      language: Language,
      text: z.string().regex(/\S/u, "required").max(10_000, "too-long"),
    }),
  ]);
}
