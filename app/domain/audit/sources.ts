import { z } from "zod";
import { action, text, was } from "./action";

const excerpt = { form: was(text).optional(), text: was(text).optional(), place: was(text).optional(), language: was(text).optional() };

/** Actions on sources and on the passages taken from them. */
export const sourceActions = {
  "source.add": action("source", z.strictObject({ title: text, type: text })),
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
  "excerpt.add": action("excerpt", z.strictObject({ form: text, text: text, place: text.nullable(), language: text })),
  "excerpt.change": action("excerpt", z.strictObject(excerpt)),
  "excerpt.translate": action("excerpt", z.strictObject({ language: text, text: was(text) })),
  "excerpt.archive": action("excerpt", z.strictObject({})),
} as const;
