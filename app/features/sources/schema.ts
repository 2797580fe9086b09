import { z } from "zod";
import { longText, oneLine, optionalLine, optionalText } from "~/domain/plain-text";
import { optionalDate } from "~/domain/shapes";
import { bibliographicFields, isWebAddress, longestField, plainDoi } from "~/domain/sources/bibliography";
import { channels } from "~/domain/sources/channels";
import { longest } from "~/domain/sources/csl";
import { unknownLanguage } from "~/domain/sources/csl-languages";
import { excerptForms, readingStates, sourceTypes, titleKinds } from "~/domain/sources/source";

const Version = z.coerce.number().int().min(0);
const Language = z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})?$/, "unknown");

const bibliography = Object.fromEntries(bibliographicFields.map((name) => [name, optionalLine(longestField)])) as Record<
  (typeof bibliographicFields)[number],
  ReturnType<typeof optionalLine>
>;

const filled = {
  type: z.enum(sourceTypes, "choose"),
  title: oneLine(longest.title),
  titleKind: z.enum(titleKinds, "choose"),
  authors: optionalText(20_000),
  issued: optionalDate,
  language: Language,
  origin: optionalLine(200),
  reading: z.enum(readingStates, "choose"),
  appraisal: optionalText(4000),
  abstract: optionalText(longest.abstract),
  channel: z
    .union([z.enum(channels), z.literal("")], "choose")
    .default("")
    .transform((chosen) => chosen || null),
  ...bibliography,
  doi: optionalLine(longestField).transform((typed) => plainDoi(typed ?? "") || null),
  url: optionalLine(longestField).refine((typed) => typed === null || isWebAddress(typed), { error: "url" }),
};

/** The form of a source; authors one to a line, as "Family, Given" or the name of an organisation. */
export const SourceForm = z.strictObject({ ...filled });

const passage = {
  form: z.enum(excerptForms, "choose"),
  place: optionalLine(200),
  language: Language.refine((code) => code !== unknownLanguage, "unknown"),
};
/** The whole work is cited without a text of its own; any other excerpt needs one. */
const needsText = ({ form, text }: { form: string; text: string | null }) => form === "whole-work" || text !== null;
const missing = { path: ["text"], error: "required" };

/** The form of a new excerpt. */
export const ExcerptForm = z
  .strictObject({ intent: z.literal("add-excerpt"), text: optionalText(10_000), ...passage })
  .refine(needsText, missing);

/** The forms on the page of a source. */
export const sourceForms = z.union([
  z.strictObject({ intent: z.literal("change"), version: Version, ...filled }),
  z.strictObject({ intent: z.literal("archive"), version: Version }),
  ExcerptForm,
  z
    .strictObject({ intent: z.literal("change-excerpt"), id: z.uuid(), version: Version, text: optionalText(10_000), ...passage })
    .refine(needsText, missing),
  z.strictObject({ intent: z.literal("archive-excerpt"), id: z.uuid(), version: Version }),
  z.strictObject({ intent: z.literal("translate-excerpt"), id: z.uuid(), version: Version, language: Language, text: longText(10_000) }),
]);
