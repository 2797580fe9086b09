import { z } from "zod";
import { judgedSubjects } from "~/domain/protocol/criteria";
import { idRead, optionalLine, versionRead } from "~/domain/shapes";

const Ids = z.array(z.string().min(1).max(100)).max(500);

/** The forms on the page of rounds; the name of a round stands in the languages of the assessment: `title@nl`. */
export function roundForms(languages: readonly string[]) {
  const title = Object.fromEntries(languages.map((language) => [`title@${language}`, optionalLine(200)]));
  return z.discriminatedUnion("intent", [
    z.strictObject({
      intent: z.literal("open-round"),
      kind: z.enum(judgedSubjects, "choose"),
      subjects: Ids,
      criteria: Ids,
      raters: z.array(idRead),
      ...title,
    }),
    z.strictObject({ intent: z.literal("replace"), round: idRead, version: versionRead, rater: idRead, newRater: idRead }),
    z.strictObject({ intent: z.literal("close"), round: idRead, version: versionRead }),
  ]);
}

/** The form that sends a rater's own round. */
export const SendForm = z.strictObject({ version: versionRead });
