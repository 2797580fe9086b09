import { z } from "zod";
import { action, text, was } from "./action";

/** Actions on the installation's chain: accounts, signing in and out. */
export const accountActions = {
  "installation.start": action("installation", z.strictObject({ program: text })),
  "user.create": action("user", z.strictObject({ email: text, administrator: z.boolean(), mayStart: z.boolean() })),
  "user.change": action(
    "user",
    z.strictObject({ name: was(text).optional(), administrator: was(z.boolean()).optional(), mayStart: was(z.boolean()).optional() }),
  ),
  "user.deactivate": action("user", z.strictObject({})),
  "user.reactivate": action("user", z.strictObject({})),
  "user.give-password-link": action("user", z.strictObject({ expiresAt: text })),
  "user.set-password": action("user", z.strictObject({ by: z.enum(["link", "self", "command"]) })),
  "user.set-language": action("user", z.strictObject({ language: was(text) })),
  "session.sign-in": action("user", z.strictObject({})),
  "session.sign-out": action("user", z.strictObject({})),
  "session.end-others": action("user", z.strictObject({ count: z.number().int() })),
  "session.end-wrong-password": action("user", z.strictObject({ wrongPasswords: z.number().int() })),
  "session.pause": action("user", z.strictObject({ minutes: z.number().int() })),
} as const;
