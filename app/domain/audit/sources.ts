import { z } from "zod";
import { action, text, was } from "./action";

const count = z.number().int().min(0);

const excerpt = { form: was(text).optional(), text: was(text).optional(), place: was(text).optional(), language: was(text).optional() };

/** Actions on sources and on the passages taken from them. */
export const sourceActions = {
  "source.add": action("source", z.strictObject({ title: text, type: text, import: text.optional() })),
  "source.change": action(
    "source",
    z.strictObject({
      title: was(text).optional(),
      titleKind: was(text).optional(),
      type: was(text).optional(),
      authors: was(text).optional(),
      issued: was(text).optional(),
      bibliography: was(text).optional(),
      language: was(text).optional(),
      origin: was(text).optional(),
      reading: was(text).optional(),
      appraisal: was(text).optional(),
      abstract: was(text).optional(),
      channel: was(text).optional(),
    }),
  ),
  "source.archive": action("source", z.strictObject({})),
  "source.prepare-import": action(
    "source-import",
    z.strictObject({ fileName: text, format: text, channel: text, foundIn: text, identified: count }),
  ),
  "source.decide-import": action("source-import", z.strictObject({ decided: count })),
  "source.take-import": action("source-import", z.strictObject({ added: count, enriched: count, duplicates: count, skipped: count })),
  "source.discard-import": action("source-import", z.strictObject({})),
  "excerpt.add": action("excerpt", z.strictObject({ form: text, text: text, place: text.nullable(), language: text })),
  "excerpt.change": action("excerpt", z.strictObject(excerpt)),
  "excerpt.translate": action("excerpt", z.strictObject({ language: text, text: was(text) })),
  "excerpt.archive": action("excerpt", z.strictObject({})),
} as const;
