import { digestOf } from "~/domain/canonical";
import { keyOf } from "~/domain/document/assembly";
import type { Db } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { sha256 } from "~/platform/sha256.server";
import { manifestFormat, type Manifest } from "./manifest";
import type { Numbering, ReadContent, Study } from "./read-content.server";

/** What the manifest tells beside the content. */
export interface ManifestFacts {
  editionId: string;
  numbering: Numbering;
  languages: readonly string[];
  protocolDigest: string;
  trail: { seq: number; hash: string };
  program: string;
  houseStyle: Manifest["houseStyle"];
}

/** The manifest of an edition, but for the hash of what is frozen. */
export function makeManifest({ assessment }: Study, read: ReadContent, facts: ManifestFacts): Omit<Manifest, "hash"> {
  const { number, draft, purpose, at } = facts.numbering;
  return {
    format: manifestFormat,
    assessment: { id: assessment.id, slug: assessment.slug },
    edition: { id: facts.editionId, number, draft, purpose },
    languages: [...facts.languages],
    compiledAt: at.toISOString(),
    protocol: { number: assessment.protocolNumber, digest: facts.protocolDigest },
    program: facts.program,
    ...(facts.houseStyle && { houseStyle: facts.houseStyle }),
    trail: facts.trail,
    ...recordsOf(read),
  };
}

function recordsOf({ content, document, standings }: ReadContent): Pick<Manifest, "sections" | "blocks" | "statements" | "evidence"> {
  const versions = new Map(document.sections.map((section) => [section.id, section.changes]));
  const codes = new Map([
    ...content.evidence.map((each) => [keyOf(each), each.code] as const),
    ...content.statements.map(({ id, code }) => [keyOf({ kind: "statement", id }), code] as const),
  ]);
  return {
    sections: content.sections.map(({ id, code, signOff }) => ({
      code,
      id,
      version: versions.get(id) ?? 0,
      signOff,
      signOffs: signOffsOf(standings.get(id)),
    })),
    blocks: [...document.blocks.values()].map(({ id, sectionId, version, translations }) => ({
      id,
      section: sectionId,
      version,
      translations: translations.map((one) => ({ language: one.language, version: one.version })),
    })),
    statements: [...document.statements.values()].map(({ id, code, blockId }) => ({
      code,
      block: blockId,
      version: document.blocks.get(blockId)?.version ?? 0,
      grounds: (content.statements.find((each) => each.id === id)?.links ?? []).flatMap((link) => codes.get(keyOf(link.target)) ?? []),
    })),
    evidence: content.evidence.map(({ code, kind, label, text, withheld }) => ({
      code,
      kind,
      digest: digestOf({ label, text }, sha256),
      withheld: withheld !== null,
    })),
  };
}

function signOffsOf(standing: ReturnType<ReadContent["standings"]["get"]>): Manifest["sections"][number]["signOffs"] {
  return (standing?.signOffs ?? [])
    .filter(({ endedAt }) => endedAt === null)
    .map(({ id, at, languages, contentDigest, evidenceDigest, holds }) => ({
      id,
      at: at.toISOString(),
      languages,
      content: contentDigest,
      evidence: evidenceDigest,
      holds,
    }));
}

/** Where the trail and the protocol stand at the moment of reading. */
export async function readMoment(
  db: Db,
  assessment: { id: string; protocolNumber: number },
): Promise<{ trail: { seq: number; hash: string }; protocolDigest: string }> {
  const [head, protocol] = await Promise.all([
    db.chainHead.findUnique({ where: { chain: assessment.id } }),
    db.protocolVersion.findFirst({ where: { assessmentId: assessment.id, number: assessment.protocolNumber }, select: { digest: true } }),
  ]);
  if (!head || !protocol) throw refuse("not-found");
  return { trail: { seq: head.seq, hash: head.hash }, protocolDigest: protocol.digest };
}
