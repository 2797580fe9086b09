import { z } from "zod";
import { optionalLine, optionalText } from "~/domain/plain-text";
import { optionalDay, versionRead } from "~/domain/shapes";
import { channels } from "~/domain/sources/channels";
import { recordDecisions } from "~/domain/sources/compare-records";
import { referenceFormats } from "~/domain/sources/reference-formats";

/** The most characters that can be pasted; a larger file is sent as a file. */
export const mostPasted = 1_000_000;

/** The form that sends references, by paste or (beside it) as a file, with where they were found. */
export const ImportForm = z.strictObject({
  format: z.enum(["guess", ...referenceFormats], "choose"),
  channel: z.enum(channels, "choose"),
  foundIn: optionalLine(200).transform((typed) => typed ?? ""),
  searchedOn: optionalDay,
  query: optionalText(4000).transform((typed) => typed ?? ""),
  text: z.string().max(mostPasted, "too-long").default(""),
});

const Decision = z
  .string()
  .regex(/^\d{1,4}:(add|skip|same|enrich)?$/u, "unknown")
  .transform((typed) => {
    const [place, decision] = typed.split(":");
    return { place: Number(place), decision: z.enum(recordDecisions).nullable().catch(null).parse(decision) };
  });

/** A decision as a form names it: `12:add`, and `12:` while it is open. */
export const decisionText = ({ place, decision }: { place: number; decision: string | null }): string => `${place}:${decision ?? ""}`;

/** What to do with the records on a page; `was` is what stood there when the page was read. */
const decisions = { version: versionRead, decision: z.array(Decision).default([]), was: z.array(Decision).default([]) };

/** The forms on the page of an import: saving the decisions on it, taking over with these, putting aside. */
export const importForms = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("decide"), ...decisions }),
  z.strictObject({ intent: z.literal("take"), ...decisions }),
  z.strictObject({ intent: z.literal("discard"), version: versionRead }),
]);
