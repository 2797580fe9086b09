import { digestOf } from "~/domain/canonical";
import { boundFields, boundStatement, type EvidenceFields, type StatementFields } from "./digest-fields";
import { compare, reachableFromSection, type EvidenceGraph } from "./graph";
import { isEvidenceKind, nodeKey, type NodeRef } from "./kinds";

/** One entry of the list of evidence that a sign-off binds. */
export interface EvidenceEntry extends NodeRef {
  digest: string;
}

/** SHA-256 of a text in UTF-8, as lower-case hex; passed in, since the domain has no cryptography of its own. */
export type Sha256 = (text: string) => string;

/** Where the fields of a node come from; null for one that can no longer be read (erased). */
export interface FieldsOf {
  evidence: (node: NodeRef) => EvidenceFields | null;
  statement: (id: string) => StatementFields | null;
}

/** The digest of one node in the languages covered; of what can't be read any more the digest of `null`. */
export function nodeDigest(node: NodeRef, fieldsOf: FieldsOf, languages: readonly string[], sha256: Sha256): string {
  if (isEvidenceKind(node.kind)) {
    const fields = fieldsOf.evidence(node);
    return digestOf(fields && boundFields(fields, languages), sha256);
  }
  const fields = fieldsOf.statement(node.id);
  return digestOf(fields && boundStatement(fields, languages), sha256);
}

/** The sorted list of `{kind, id, digest}` of everything reachable over links and grounds from a section, in whichever section it stands. */
export function evidenceList(graph: EvidenceGraph, sectionId: string, digest: (node: NodeRef) => string): EvidenceEntry[] {
  return [...reachableFromSection(graph, sectionId).values()]
    .map(({ node }) => ({ kind: node.kind, id: node.id, digest: digest(node) }))
    .toSorted((one, other) => compare(nodeKey(one), nodeKey(other)));
}
