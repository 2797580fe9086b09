/** A node of a document as merging sees it, whatever its type: blocks hold blocks or what stands within a line. */
export interface TextNode {
  readonly type: string;
  readonly text?: string;
  readonly marks?: readonly TextNode[];
  readonly attrs?: unknown;
  readonly content?: readonly (TextNode | Hole)[];
}

/** Stands in a merged document where the two sides differ and a person has to choose. */
export interface Hole {
  readonly type: "conflict";
  readonly place: number;
}

/** What a place is a piece of: words within a line, blocks of the document, items of a list, rows of a table. */
export type PlaceLevel = "inline" | "block" | "item" | "row";

/** A place where both sides changed the same, or changes that touch: what stands there on each side. */
export interface MergePlace {
  level: PlaceLevel;
  base: readonly TextNode[];
  theirs: readonly TextNode[];
  mine: readonly TextNode[];
  /** One side put it elsewhere while the other changed it. */
  moved: boolean;
  /** The words of the same line that stand directly before and after it. */
  before: string;
  after: string;
}

/** A change that a merge took over as it was: whose, and the words before and after. `beside` = the other side added something here too. */
export interface MergeTaken {
  side: "theirs" | "mine" | "both";
  before: string;
  after: string;
  beside: boolean;
}

/** What a merge has found so far. */
export interface Merging {
  places: MergePlace[];
  taken: MergeTaken[];
}

const containers: ReadonlyMap<string, PlaceLevel> = new Map([
  ["bullet_list", "item"],
  ["ordered_list", "item"],
  ["list_item", "block"],
  ["table", "row"],
]);

/** What the parts of a node are, when it is no line of text. */
export function levelWithin(node: TextNode): PlaceLevel | undefined {
  return containers.get(node.type);
}

/** A node as text that is equal exactly when the node is. */
export function keyOf(node: unknown): string {
  return JSON.stringify(node);
}

/** The words of nodes on one line, notes in brackets; what else stands between words is shown by a sign. */
export function wordsOf(nodes: readonly (TextNode | Hole)[]): string {
  return nodes.map(wordsOfNode).join("").replace(/\s+/gu, " ");
}

function wordsOfNode(node: TextNode | Hole): string {
  if (isHole(node)) return "…";
  if (node.text !== undefined) return node.text;
  if (node.content) return `${wordsOf(node.content)} `;
  const { attrs } = node;
  if (node.type === "hard_break") return " ";
  if (typeof attrs !== "object" || attrs === null) return "";
  if ("text" in attrs && typeof attrs.text === "string") return node.type === "footnote" ? ` (${attrs.text})` : attrs.text;
  return "level" in attrs ? "" : "[…]";
}

/** Says whether a node stands for what a person has to choose. */
export function isHole(node: TextNode | Hole): node is Hole {
  return node.type === "conflict";
}

/** How much two texts have in common, by words: 0 = nothing, 1 = all. */
export function likeness(one: readonly TextNode[], other: readonly TextNode[]): number {
  const [words, others] = [wordList(one), wordList(other)];
  if (words.length + others.length === 0) return 1;
  const left = new Map<string, number>();
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1);
  const shared = others.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  });
  return (2 * shared.length) / (words.length + others.length);
}

function wordList(nodes: readonly TextNode[]): readonly string[] {
  return wordsOf(nodes).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** What one of the two did and the other did not, or what both did alike; null where a person has to choose. */
export function settle<Part extends { key: string }>(
  base: readonly Part[],
  theirs: readonly Part[],
  mine: readonly Part[],
): { side: MergeTaken["side"]; parts: readonly Part[] } | null {
  if (isSame(theirs, mine)) return { side: "both", parts: mine };
  if (isSame(theirs, base)) return { side: "mine", parts: mine };
  if (isSame(mine, base)) return { side: "theirs", parts: theirs };
  if (base.length === 0) return further(theirs, mine);
  // Both took away, one of them more than the other.
  if (isWithin(mine, theirs) && isWithin(theirs, base)) return { side: "both", parts: mine };
  if (isWithin(theirs, mine) && isWithin(mine, base)) return { side: "both", parts: theirs };
  return null;
}

/** Both added the same, and one of them more around it. */
function further<Part extends { key: string }>(theirs: readonly Part[], mine: readonly Part[]) {
  const holds = (whole: readonly Part[], part: readonly Part[]) => whole.some((_, at) => isSame(whole.slice(at, at + part.length), part));
  if (holds(theirs, mine)) return { side: "theirs" as const, parts: theirs };
  return holds(mine, theirs) ? { side: "mine" as const, parts: mine } : null;
}

function isSame(one: readonly { key: string }[], other: readonly { key: string }[]): boolean {
  return one.length === other.length && one.every(({ key }, at) => key === other[at]?.key);
}

/** Says whether a list is another one with some of its parts left out. */
function isWithin(part: readonly { key: string }[], whole: readonly { key: string }[]): boolean {
  let at = 0;
  for (const { key } of whole) if (at < part.length && part[at]?.key === key) at += 1;
  return at === part.length;
}
