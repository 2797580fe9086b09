import { z } from "zod";
import { idRead, line, mailAddress, nameLine, tick, versionRead } from "~/domain/shapes";
import { mailTimes } from "~/domain/work/mail";
import { languages } from "~/domain/tool-language";

/** Mail and password; what is wrong with them is never told apart. */
export const SignIn = z.strictObject({
  email: line(254),
  password: z.string().min(1, "required").max(256, "too-long"),
  to: z.string().max(2000).default(""),
});

const newPassword = z.string().min(1, "required").max(1024, "password-long");

/** A new password from a one-time link. */
export const SetPassword = z.strictObject({ password: newPassword });

/** A new account. */
export const NewAccount = z.strictObject({
  intent: z.literal("create"),
  name: nameLine(120),
  email: mailAddress,
  mayStart: tick,
  administrator: tick,
});

/** What an administrator does with an account. */
export const AccountAct = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("change"), version: versionRead, mayStart: tick, administrator: tick }),
  z.strictObject({ intent: z.literal("deactivate"), version: versionRead }),
  z.strictObject({ intent: z.literal("reactivate"), version: versionRead }),
  z.strictObject({ intent: z.literal("give-link") }),
]);

/** What a person does with her own account. */
export const OwnAccountAct = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("change"), version: versionRead, name: nameLine(120), language: z.enum(languages) }),
  z.strictObject({ intent: z.literal("change-password"), currentPassword: z.string().min(1, "required").max(1024), newPassword }),
  z.strictObject({ intent: z.literal("end-others") }),
  z.strictObject({ intent: z.literal("keys"), shortcuts: z.enum(["on", "off"], "choose") }),
  z.strictObject({
    intent: z.literal("mail"),
    when: z.enum(mailTimes, "choose"),
    hour: z.coerce.number("choose").int("choose").min(0, "choose").max(23, "choose"),
    muted: z.array(idRead).max(500).default([]),
  }),
]);

/** The language chosen in the band, and the page to come back to. */
export const ChooseLanguage = z.strictObject({ language: z.enum(languages), back: z.string().max(2000).default("/") });

/** The id of an account in an address. */
export const AccountId = idRead;
