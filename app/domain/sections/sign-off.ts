import type { EvidenceEntry } from "~/domain/evidence/evidence-list";
import type { Reached } from "~/domain/evidence/graph";
import { compare } from "~/domain/evidence/graph";
import { nodeKey, type NodeRef } from "~/domain/evidence/kinds";
import { signedOffSectionStates, type SectionState } from "~/domain/moves/section";
import type { Protocol } from "~/domain/protocol/schema";
import type { SectionDigests } from "./content";

/** The rule of the protocol on whose sign-offs a section needs. */
export type SignOffRule = Protocol["rules"]["signOff"];

/** A sign-off as far as validity goes; `endedAt` is set when the section was re-opened after it. */
export interface SignOffRecord {
  id: string;
  byId: string;
  at: Date;
  contentDigest: string;
  evidenceDigest: string;
  evidence: readonly EvidenceEntry[];
  endedAt: Date | null;
}

/** A sign-off holds ⇔ it was not ended and both its digests are equal to what the section has now, in the languages it covers. */
export function isValidSignOff(signOff: Pick<SignOffRecord, "contentDigest" | "evidenceDigest" | "endedAt">, now: SectionDigests): boolean {
  return signOff.endedAt === null && signOff.contentDigest === now.content && signOff.evidenceDigest === now.evidence;
}

/** Says whether the people who signed what is there now are those whom the rule asks for: every named reviewer, or k of them. */
export function isSignOffComplete(rule: SignOffRule, reviewerIds: readonly string[], validSignerIds: readonly string[]): boolean {
  const signed = reviewerIds.filter((id) => validSignerIds.includes(id)).length;
  if (reviewerIds.length === 0) return false;
  return rule.rule === "k-of-n" ? signed >= (rule.k ?? 1) : signed === reviewerIds.length;
}

/** How many more sign-offs the rule asks for; 0 when complete. */
export function signOffsMissing(rule: SignOffRule, reviewerIds: readonly string[], validSignerIds: readonly string[]): number {
  const signed = reviewerIds.filter((id) => validSignerIds.includes(id)).length;
  const needed = rule.rule === "k-of-n" ? (rule.k ?? 1) : Math.max(reviewerIds.length, 1);
  return Math.max(0, needed - signed);
}

/**
 * How many more reviewers the lead must name before the rule can be met: of all named each must be able to sign, of n there must be k.
 * Whoever wrote a part of the section can't, nor whoever is not among the members who may, unless her sign-off holds already.
 */
export function reviewersLacking(
  rule: SignOffRule,
  reviewerIds: readonly string[],
  { authorIds, activeIds, validSignerIds }: Record<"authorIds" | "activeIds" | "validSignerIds", readonly string[]>,
): number {
  const canSign = (id: string) => activeIds.includes(id) && !authorIds.includes(id);
  const able = reviewerIds.filter((id) => validSignerIds.includes(id) || canSign(id)).length;
  const needed = rule.rule === "k-of-n" ? (rule.k ?? 1) : Math.max(reviewerIds.length, 1);
  return Math.max(0, needed - able);
}

/** The rule in numbers for its words: how many sign-offs it asks for (`needed`), of how many reviewers, and how many hold. */
export function signOffTally(
  rule: SignOffRule,
  reviewerIds: readonly string[],
  validSignerIds: readonly string[],
): { rule: SignOffRule["rule"]; needed: number; of: number; signed: number } {
  const signed = reviewerIds.filter((id) => validSignerIds.includes(id)).length;
  const needed = rule.rule === "k-of-n" ? (rule.k ?? 1) : Math.max(reviewerIds.length, 1);
  return { rule: rule.rule, needed, of: reviewerIds.length, signed };
}

/** Stale is computed, never stored: the section was signed off, and the sign-offs that still hold are no longer enough. */
export function isStale(state: SectionState, complete: boolean): boolean {
  return signedOffSectionStates.includes(state) && !complete;
}

/** Says whether a section is signed off and nothing that it stands on changed since. */
export function isSignedOff(state: SectionState, complete: boolean): boolean {
  return signedOffSectionStates.includes(state) && complete;
}

/** What happened to something that a sign-off stood on. */
export type CauseKind = "changed" | "added" | "removed";

/** One difference between what was signed and what is there now. `through` is the node before it on the way; null = directly. */
export type StaleCause = { what: "content" } | { what: "evidence"; kind: CauseKind; node: NodeRef; steps: number; through: NodeRef | null };

/**
 * Why a sign-off no longer holds, nearest first: the content itself, then what it reaches, each "directly" (1 step) or through the node
 * before it. Something that is no longer reached has no way to it: it is told as directly.
 */
export function staleCauses(
  signed: Pick<SignOffRecord, "contentDigest" | "evidence">,
  now: { content: string; entries: readonly EvidenceEntry[]; reached: ReadonlyMap<string, Reached> },
): StaleCause[] {
  const before = new Map(signed.evidence.map((entry) => [nodeKey(entry), entry]));
  const after = new Map(now.entries.map((entry) => [nodeKey(entry), entry]));
  const changed = [...after.values()].filter((entry) => before.get(nodeKey(entry))?.digest !== entry.digest);
  const removed = [...before.values()].filter((entry) => !after.has(nodeKey(entry)));
  const causes = [
    ...changed.map((entry) => causeOf(entry, before.has(nodeKey(entry)) ? "changed" : "added", now.reached)),
    ...removed.map((entry) => causeOf(entry, "removed", now.reached)),
  ].toSorted((one, other) => one.steps - other.steps || compare(nodeKey(one.node), nodeKey(other.node)));
  return signed.contentDigest === now.content ? causes : [{ what: "content" }, ...causes];
}

function causeOf(entry: NodeRef, kind: CauseKind, reached: ReadonlyMap<string, Reached>): Extract<StaleCause, { what: "evidence" }> {
  const way = reached.get(nodeKey(entry));
  return { what: "evidence", kind, node: { kind: entry.kind, id: entry.id }, steps: way?.steps ?? 1, through: way?.through ?? null };
}
