import { z } from "zod";
import { groundKinds, type EditionContent } from "~/domain/document/content";
import { StyleMapping } from "~/domain/house-style/slots";

/** The name of the format of manifests. */
export const manifestFormat = "grondslag-manifest/1";

const Digest = z.string();

/**
 * Which versions went into an edition. It is shown to whoever reads the edition, so evidence stands in it under its printed
 * code and with a digest: never under an id, which would join the answers of a protected person.
 */
export const Manifest = z.strictObject({
  format: z.literal(manifestFormat),
  assessment: z.strictObject({ id: z.string(), slug: z.string() }),
  edition: z.strictObject({ id: z.string(), number: z.int(), draft: z.int(), purpose: z.enum(["concept", "final"]) }),
  languages: z.array(z.string()),
  compiledAt: z.string(),
  protocol: z.strictObject({ number: z.int(), digest: Digest }),
  program: z.string(),
  /** The template of the Word files, and which of its styles stand for ours; absent for the plain style. */
  houseStyle: z.strictObject({ fileName: z.string(), sha256: Digest, mapping: StyleMapping }).optional(),
  trail: z.strictObject({ seq: z.int(), hash: Digest }),
  sections: z.array(
    z.strictObject({
      code: z.string(),
      id: z.string(),
      version: z.int(),
      signOff: z.enum(["signed", "stale", "missing", "not-needed"]),
      signOffs: z.array(
        z.strictObject({
          id: z.string(),
          at: z.string(),
          languages: z.array(z.string()),
          content: Digest,
          evidence: Digest,
          holds: z.boolean(),
        }),
      ),
    }),
  ),
  blocks: z.array(
    z.strictObject({
      id: z.string(),
      section: z.string(),
      version: z.int(),
      translations: z.array(z.strictObject({ language: z.string(), version: z.int() })),
    }),
  ),
  statements: z.array(z.strictObject({ code: z.string(), block: z.string(), version: z.int(), grounds: z.array(z.string()) })),
  evidence: z.array(z.strictObject({ code: z.string(), kind: z.enum(groundKinds), digest: Digest, withheld: z.boolean() })),
  hash: Digest,
});
export type Manifest = z.infer<typeof Manifest>;

/** How much went into an edition, for a summary of its manifest. */
export function countsOf(content: EditionContent): {
  sections: number;
  statements: number;
  grounds: number;
  unsigned: number;
  withheld: number;
} {
  return {
    sections: content.sections.length,
    statements: content.statements.length,
    grounds: content.statements.reduce((sum, { links }) => sum + links.length, 0),
    unsigned: content.sections.filter(({ signOff }) => signOff === "missing" || signOff === "stale").length,
    withheld: content.evidence.filter(({ withheld }) => withheld !== null).length,
  };
}
