import { z } from "zod";
import { dealings, needsReason } from "~/domain/fact-check/status";
import { idRead, optionalDay, optionalProse, versionRead } from "~/domain/shapes";
import { languages } from "~/domain/tool-language";

/** A link for one participant, in a language, until a day; sent by mail or shown to be copied. */
export const MakeLinkForm = z.strictObject({
  intent: z.literal("make-link"),
  participantId: idRead,
  language: z.enum(languages, "choose"),
  until: optionalDay.refine((day) => day !== null, "required").transform((day) => day ?? ""),
  send: z.enum(["copy", "mail"]),
});

/** How a correction is dealt with: the interviewee's text, another, or what was there with a reason; or a note with which it is discussed. */
export const SettleForm = z
  .strictObject({
    intent: z.literal("settle"),
    replyId: idRead,
    replyVersion: versionRead,
    /** That of the answer. */
    version: versionRead,
    as: z.enum(dealings, "choose"),
    record: optionalProse(20_000),
    reason: optionalProse(2000),
  })
  .superRefine(({ as, record, reason }, context) => {
    if (as === "changed" && !/\S/u.test(record)) context.addIssue({ code: "custom", path: ["record"], message: "required" });
    if (needsReason(as) && !/\S/u.test(reason)) context.addIssue({ code: "custom", path: ["reason"], message: "required" });
  });

/** The acts on the page of a fact check. */
export const FactCheckAct = z.discriminatedUnion("intent", [
  MakeLinkForm,
  z.strictObject({ intent: z.literal("revoke"), linkId: idRead, version: versionRead }),
  SettleForm,
]);
