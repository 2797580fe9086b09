import { z } from "zod";
import { judgedSubjects } from "~/domain/protocol/criteria";
import { idRead, optionalDay, optionalLine, prose, versionRead } from "~/domain/shapes";

const Ids = z.array(z.string().min(1).max(100)).max(500);

const round = { round: idRead, version: versionRead };

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
      dueOn: optionalDay,
      ...title,
    }),
    z.strictObject({ intent: z.literal("set-due"), ...round, dueOn: optionalDay }),
    z.strictObject({ intent: z.literal("add-rater"), ...round, newRater: idRead }),
    z.strictObject({ intent: z.literal("replace"), ...round, rater: idRead, newRater: idRead }),
    z.strictObject({ intent: z.literal("remove-rater"), ...round, rater: idRead, reason: prose(2000) }),
    z.strictObject({ intent: z.literal("abandon"), ...round, reason: prose(2000) }),
    z.strictObject({ intent: z.literal("close"), ...round }),
    z.strictObject({ intent: z.literal("reopen"), ...round, reason: prose(2000) }),
  ]);
}

/** The form that sends a rater's own round. */
export const SendForm = z.strictObject({ version: versionRead });
