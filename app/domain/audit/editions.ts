import { z } from "zod";
import { action, reason, text } from "./action";

const file = z.strictObject({ format: text, language: text, sha256: text });

/** Actions on editions: what was frozen under which hash, who was given it to read, and why it was taken back. */
export const editionActions = {
  "edition.compile": action(
    "edition",
    z.strictObject({
      purpose: z.enum(["concept", "final"]),
      languages: z.array(text),
      hash: text,
      files: z.array(file),
      /** What the files of each language say of their origin; editions of before that have none. */
      provenance: z.array(z.strictObject({ language: text, sha256: text })).optional(),
      sections: z.int(),
      statements: z.int(),
      grounds: z.int(),
      /** Sections without a valid sign-off. */
      unsigned: z.int(),
    }),
  ),
  "edition.release": action(
    "edition",
    z.strictObject({ purpose: z.enum(["concept", "final"]), hash: text, readers: z.int(), withheld: z.int(), unsigned: z.int() }),
  ),
  "edition.withdraw": action("edition", z.strictObject({ hash: text, reason })),
  /** What was done about a released edition that shows more than is agreed now. */
  "notice.settle": action("notice", z.strictObject({ kind: text, reason })),
} as const;
