/** The kinds of evidence that a statement can stand on. */
export const evidenceKinds = ["excerpt", "interview-answer", "actor-fact", "judgement", "alignment"] as const;

/** A kind of evidence. */
export type EvidenceKind = (typeof evidenceKinds)[number];

/** The kinds of statement in the order of the chain: finding, answer, conclusion, recommendation. */
export const statementKinds = ["finding", "answer", "conclusion", "recommendation"] as const;

/** A kind of statement. */
export type StatementKind = (typeof statementKinds)[number];

/** How what is linked bears on the statement. */
export const linkKinds = ["supports", "contradicts", "context"] as const;

/** The kind of a link. */
export type LinkKind = (typeof linkKinds)[number];

/** What a link can point at. */
export const nodeKinds = [...evidenceKinds, "statement"] as const;

/** Evidence or a statement, as a node of the graph. */
export type NodeKind = (typeof nodeKinds)[number];

/** A node of the graph by its kind and id; the id of a statement is the statement's, not its block's. */
export interface NodeRef {
  kind: NodeKind;
  id: string;
}

/** One text per node, to look it up by: `excerpt/0193…`. */
export function nodeKey(node: NodeRef): string {
  return `${node.kind}/${node.id}`;
}

/** The letter with which codes of a kind of statement begin. */
export const statementLetters: Readonly<Record<StatementKind, string>> = {
  finding: "F",
  answer: "A",
  conclusion: "C",
  recommendation: "R",
};

/** Says whether a text names a kind of evidence. */
export function isEvidenceKind(kind: string): kind is EvidenceKind {
  return evidenceKinds.some((each) => each === kind);
}

/** The kind of statement that a stored text names; throws on any other text, which only a damaged row can hold. */
export function requireStatementKind(kind: string): StatementKind {
  const found = statementKinds.find((each) => each === kind);
  if (!found) throw new RangeError(`no kind of statement: ${kind}`);
  return found;
}

/** The kind of node that a stored text names; throws on any other text, which only a damaged row can hold. */
export function requireNodeKind(kind: string): NodeKind {
  const found = nodeKinds.find((each) => each === kind);
  if (!found) throw new RangeError(`no kind of evidence or statement: ${kind}`);
  return found;
}

/** The kind of link that a stored text names; throws on any other text, which only a damaged row can hold. */
export function requireLinkKind(kind: string): LinkKind {
  const found = linkKinds.find((each) => each === kind);
  if (!found) throw new RangeError(`no kind of link: ${kind}`);
  return found;
}
