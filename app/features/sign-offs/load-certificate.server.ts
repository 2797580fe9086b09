import { nodeKey, type NodeRef } from "~/domain/evidence/kinds";
import { textIn } from "~/domain/local-text";
import { dataDifference } from "~/domain/sections/data-difference";
import { readSignedContent, verdictOf, type SignedContent } from "~/domain/sections/certificate";
import type { BlockDocument } from "~/domain/text/document";
import { confidenceLabel } from "~/domain/protocol/confidence";
import type { Protocol } from "~/domain/protocol/schema";
import type { Db } from "~/platform/db.server";
import { readEvidence, whichOf } from "~/platform/evidence.server";
import type { SectionRow, StudyDocument } from "~/platform/evidence-graph.server";
import { nodeView, type Reading } from "~/platform/evidence-view.server";
import type { Viewer } from "~/platform/guard.server";
import { refuse } from "~/platform/refusal.server";
import { sectionBinder } from "~/platform/section-binding.server";
import type { Standing } from "~/platform/section-standing.server";
import { sha256 } from "~/platform/sha256.server";
import { findSigningEventIfAny } from "./find-signing-event.server";

/** A section of a study as its pages know it. */
export interface SignedSection {
  user: Viewer;
  assessment: { id: string; languages: readonly string[] };
  protocol: Protocol;
  document: StudyDocument;
  section: SectionRow;
  standing: Standing;
  reading: Reading;
  base: string;
}

/** The certificate of the nth sign-off of a section, verified anew: what was signed, by whom, when, and whether it still holds. Not found where there is none. */
export async function loadCertificate(db: Db, study: SignedSection, n: string | undefined, asked: string | null, at: Date) {
  const ordinal = Number(n);
  const standing = /^[1-9]\d{0,5}$/u.test(n ?? "") ? study.standing.signOffs[ordinal - 1] : undefined;
  if (!standing) throw refuse("not-found");
  const row = await db.signOff.findUniqueOrThrow({ where: { id: standing.id } });
  const content = readSignedContent(row.content);
  const [event, grounds, bind, user] = await Promise.all([
    findSigningEventIfAny(db, row, ordinal),
    readGrounds(db, study, [...standing.evidence, ...linksOf(content)]),
    sectionBinder(db, study, study.document, [study.section.id]),
    db.user.findUnique({ where: { id: row.byId }, select: { name: true } }),
  ]);
  const now = bind(study.section.id, standing.languages);
  const checks = {
    content: sha256(row.content) === row.contentDigest,
    evidence: sha256(row.evidence) === row.evidenceDigest,
    trail: event && event.namesDigests,
    hash: event && event.hasItsHash,
    now: now.digests.content === row.contentDigest && now.digests.evidence === row.evidenceDigest,
  };
  const language = standing.languages.find((one) => one === asked) ?? standing.languages.find((one) => one === study.reading.language);
  return {
    ordinal,
    of: study.standing.signOffs.length,
    ended: standing.endedAt !== null,
    verdict: verdictOf(checks, standing.endedAt !== null),
    checks,
    checkedAt: at,
    by: event?.by ?? { name: user?.name ?? "", role: null },
    at: event?.at ?? row.at,
    meaning: row.meaning,
    remarks: row.remarks,
    languages: standing.languages,
    language: language ?? standing.languages[0] ?? "",
    version: row.sectionChanges,
    contentDigest: row.contentDigest,
    evidenceDigest: row.evidenceDigest,
    event: event && { seq: event.seq, hash: event.hash },
    heading: textIn(content.heading, language ?? study.reading.language, study.reading.fallback),
    content: await withCodes(db, study, content, grounds),
    evidence: standing.evidence.map((entry) => ({ ...grounds(entry), digest: entry.digest, state: stateOf(entry, now.entries) })),
    values: dataDifference('{"data":[]}', row.content, language ?? study.reading.language),
  };
}

/** What is different since a sign-off that no longer holds is told from it; null where nothing is to be told. */
export function differenceBase(
  { standing }: Pick<SignedSection, "standing">,
  { verdict, ordinal }: Pick<Certificate, "verdict" | "ordinal">,
) {
  const signOff = verdict === "stale" ? standing.signOffs[ordinal - 1] : undefined;
  return signOff ? { changes: signOff.sectionChanges, at: signOff.at, signOff } : null;
}

type Certificate = Awaited<ReturnType<typeof loadCertificate>>;
type Grounds = Awaited<ReturnType<typeof readGrounds>>;

/** What pieces of evidence are called, as far as this person may see them. */
async function readGrounds(db: Db, study: SignedSection, nodes: readonly NodeRef[]) {
  const evidence = await readEvidence(db, { ...study, viewer: study.user, which: whichOf(nodes) });
  const { document, reading, base } = study;
  return ({ kind, id }: NodeRef) => {
    const view = nodeView({ kind, id }, { document, evidence }, reading, base);
    return { key: nodeKey({ kind, id }), kind, code: view?.code ?? null, from: view?.from ?? "", href: view?.href ?? null };
  };
}

function linksOf({ blocks }: SignedContent): NodeRef[] {
  return blocks
    .flatMap((block) => (block === null || block.kind === "repeat" ? [] : block.kind === "text" ? block.links : block.statement.links))
    .map(({ to }) => to);
}

/** A block of a section as it was signed, with what it cited as this person may see it. */
export interface SignedBlock {
  kind: "text" | "statement" | "repeat";
  code: string;
  text: { readonly [language: string]: BlockDocument | null };
  links: { key: string; code: string | null }[];
  confidence: string | null;
}

/** The blocks as they were, with the codes of what they cited; a citation in the text is known by its link, whatever became of that. */
async function withCodes(db: Db, { assessment, protocol, reading }: SignedSection, content: SignedContent, grounds: Grounds) {
  const links = await db.link.findMany({
    where: { assessmentId: assessment.id, toId: { in: linksOf(content).map(({ id }) => id) } },
    select: { id: true, toKind: true, toId: true },
  });
  const all = linksOf(content);
  const codes = links.flatMap(({ id, toKind, toId }) => {
    const node = all.find(({ kind, id: to }) => kind === toKind && to === toId);
    const code = node && grounds(node).code;
    return code ? [[id, code] as const] : [];
  });
  const named = (level: string | null) => {
    const label = confidenceLabel(protocol, level);
    return label ? textIn(label, reading.language, reading.fallback) : level;
  };
  const blocks = content.blocks.flatMap((block): SignedBlock[] => {
    if (block === null) return [];
    if (block.kind === "repeat") return [{ kind: block.kind, code: block.code, text: {}, links: [], confidence: null }];
    const { text, links } = block.kind === "text" ? block : block.statement;
    const code = block.kind === "text" ? "" : block.statement.code;
    const confidence = block.kind === "text" ? null : named(block.statement.confidence.level);
    return [{ kind: block.kind, code, text, links: links.map(({ to }) => grounds(to)), confidence }];
  });
  return { blocks, codes: Object.fromEntries(codes) };
}

function stateOf(entry: NodeRef & { digest: string }, now: readonly (NodeRef & { digest: string })[]): "same" | "differs" | "gone" {
  const found = now.find((one) => nodeKey(one) === nodeKey(entry));
  if (!found) return "gone";
  return found.digest === entry.digest ? "same" : "differs";
}
