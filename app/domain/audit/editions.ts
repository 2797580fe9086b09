import { z } from "zod";
import { action, reason, text, was } from "./action";

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
  /** A Word file was taken as the template of the documents of a study, in place of another or of the plain style. */
  "house-style.upload": action("house-style", z.strictObject({ fileName: was(text), bytes: z.int(), sha256: text })),
  /** Which styles of the template stand for ours, each as `ours: theirs`; those that were changed. */
  "house-style.map": action("house-style", z.strictObject({ styles: was(z.array(text)) })),
  "house-style.remove": action("house-style", z.strictObject({ sha256: text })),
  /** What was done about a released edition that shows more than is agreed now. */
  "notice.settle": action("notice", z.strictObject({ kind: text, reason })),
} as const;
