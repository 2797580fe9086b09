import { z } from "zod";
import { action, text, was } from "./action";

/** Actions on the alignment of the theme with nodes of policy, on the points for and against options, and on limitations. */
export const alignmentActions = {
  "alignment.judge": action(
    "alignment",
    z.strictObject({
      framework: text,
      node: text,
      level: was(text).optional(),
      without: was(text).optional(),
      reasons: was(text).optional(),
      language: was(text).optional(),
      grounds: was(z.array(text)).optional(),
    }),
  ),
  "alignment.translate": action("alignment", z.strictObject({ language: text, reasons: was(text) })),
  "option.add-point": action(
    "option-point",
    z.strictObject({ option: text, criterion: text, side: text, text: text, grounds: z.array(text) }),
  ),
  "option.change-point": action(
    "option-point",
    z.strictObject({
      side: was(text).optional(),
      criterion: was(text).optional(),
      text: was(text).optional(),
      language: was(text).optional(),
      grounds: was(z.array(text)).optional(),
    }),
  ),
  "option.translate-point": action("option-point", z.strictObject({ language: text, text: was(text) })),
  "option.archive-point": action("option-point", z.strictObject({})),
  "limitation.add": action("limitation", z.strictObject({ text: text, sections: z.array(text), statements: z.array(text) })),
  "limitation.change": action(
    "limitation",
    z.strictObject({
      text: was(text).optional(),
      language: was(text).optional(),
      sections: was(z.array(text)).optional(),
      statements: was(z.array(text)).optional(),
    }),
  ),
  "limitation.translate": action("limitation", z.strictObject({ language: text, text: was(text) })),
  "limitation.archive": action("limitation", z.strictObject({})),
} as const;
