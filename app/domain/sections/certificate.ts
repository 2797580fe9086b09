import { z } from "zod";
import { blockDocument } from "~/domain/text/document";
import { linkKinds, nodeKinds } from "~/domain/evidence/kinds";

/** What a certificate of a sign-off looks at, each true or false; `trail` and `hash` are null where no event is found. */
export interface CertificateChecks {
  content: boolean;
  evidence: boolean;
  trail: boolean | null;
  hash: boolean | null;
  now: boolean;
}

/** What a certificate says: holds, stale, ended (no longer counts), or broken: what is stored is not what was signed. */
export type Verdict = "holds" | "stale" | "ended" | "broken";

/** The verdict on a sign-off; one whose stored digests, or whose event in the trail, say otherwise is broken whatever holds now. */
export function verdictOf(checks: CertificateChecks, ended: boolean): Verdict {
  if (!checks.content || !checks.evidence || checks.trail !== true || checks.hash !== true) return "broken";
  if (ended) return "ended";
  return checks.now ? "holds" : "stale";
}

const Link = z.object({ to: z.object({ kind: z.enum(nodeKinds), id: z.string() }), kind: z.enum(linkKinds), note: z.string() });
const Documents = z.record(z.string(), blockDocument.nullable().catch(null));
const Confidence = z.looseObject({ level: z.string().nullable(), reason: z.string() });
const Statement = z.looseObject({
  code: z.string(),
  text: Documents,
  confidence: Confidence,
  contradiction: z.string(),
  links: z.array(Link),
});
const Block = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("text"), text: Documents, links: z.array(Link) }),
  z.looseObject({ kind: z.literal("statement"), statement: Statement }),
  z.looseObject({ kind: z.literal("repeat"), code: z.string() }),
]);
const Content = z.looseObject({
  heading: z.record(z.string(), z.string()),
  language: z.string().nullable(),
  blocks: z.array(Block.nullable().catch(null)),
});

/** A section as it was signed, read back from the canonical JSON that was digested; a block of a form that is not known any more is null. */
export type SignedContent = z.output<typeof Content>;

/** Reads the content of a sign-off as it was kept. */
export function readSignedContent(stored: string): SignedContent {
  return Content.parse(JSON.parse(stored));
}
