import { z } from "zod";
import { longText, optionalText } from "~/domain/plain-text";
import { idRead, tick, versionRead } from "~/domain/shapes";

const place = z
  .string()
  .regex(/^\d{0,7}$/u, "unknown")
  .default("");

/** From which page a form was sent: that is where it leads back to. */
const commentPages = ["read", "review", "edit", "list", "point"] as const;

const from = z.enum(commentPages).default("list");
const words = { text: longText(4_000), mentions: z.array(z.union([z.literal(""), idRead])).max(20), from };
/** An answer that may stand beside another act on its thread. */
const typed = { ...words, text: optionalText(4_000), keep: tick };
const known = { id: idRead, version: versionRead, from };

/** How many characters of a passage a form may quote; a longer selection is sent by its place alone. */
export const longestQuote = 2_000;

/** The forms about comments. `start` and `end` are of a selection, `quote` was typed; `which` says which of several places is meant. */
export const commentForms = z.discriminatedUnion("intent", [
  z.strictObject({
    intent: z.literal("add"),
    ...words,
    block: z.union([z.literal(""), idRead]).default(""),
    language: z.string().max(12).default(""),
    textVersion: place,
    start: place,
    end: place,
    quote: optionalText(longestQuote),
    which: place,
    keep: tick,
  }),
  z.strictObject({ intent: z.literal("answer"), ...words, ...known, keep: tick }),
  z.strictObject({ intent: z.literal("change"), ...words, ...known }),
  z.strictObject({ intent: z.literal("withdraw"), ...known }),
  z.strictObject({ intent: z.literal("resolve"), ...typed, ...known }),
  z.strictObject({ intent: z.literal("reopen"), ...typed, ...known }),
  z.strictObject({ intent: z.literal("send-drafts"), from }),
]);
