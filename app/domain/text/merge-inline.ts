import { cutInThree, pairEqual, type Stretch } from "./merge-align";
import { isHole, keyOf, likeness, settle, wordsOf, type Hole, type Merging, type TextNode } from "./merge-node";
import { blockSpec } from "./schema-spec";

/** A word, a space, a sign or an atom with its marks; `word` is the same whatever its marks are. */
interface Token {
  word: string;
  key: string;
  node: TextNode;
}

type Sides<T> = { base: readonly T[]; theirs: readonly T[]; mine: readonly T[] };

const pieces = /\p{White_Space}+|[\p{L}\p{N}\p{M}]+(?:['’‑-][\p{L}\p{N}\p{M}]+)*|[\s\S]/gu;
/** Two lines that have less in common than this are not the same line changed. */
const leastLikeness = 0.3;
const contextLength = 60;
const markOrder: readonly string[] = Object.keys(blockSpec.marks);

/** Merges what stands within a paragraph, heading, item or cell: by word, marks by mark, atoms as units. */
export function mergeInline(base: readonly TextNode[], theirs: readonly TextNode[], mine: readonly TextNode[], merging: Merging) {
  const sides = { base: base.flatMap(tokensOf), theirs: theirs.flatMap(tokensOf), mine: mine.flatMap(tokensOf) };
  const first = merging.places.length;
  const merged = stretchesOf(sides, likeness(base, theirs), likeness(base, mine)).flatMap((stretch) =>
    mergeStretch(cut(sides, stretch), stretch.paired, merging),
  );
  const joined = joinRuns(merged);
  for (const [at, node] of joined.entries()) if (isHole(node) && node.place >= first) placeInLine(merging, node.place, joined, at);
  return joined;
}

/** The words of a line as units, each with its marks. */
function tokensOf(node: TextNode): Token[] {
  const { text, marks = [] } = node;
  if (text === undefined) return [{ word: keyOf({ ...node, marks: [] }), key: keyOf(node), node }];
  return (text.match(pieces) ?? []).map((word) => {
    const one: TextNode = { type: "text", text: word, ...(marks.length > 0 && { marks }) };
    return { word, key: keyOf(one), node: one };
  });
}

/** Neighbouring text with the same marks as one node again. */
export function joinRuns(nodes: readonly (TextNode | Hole)[]): (TextNode | Hole)[] {
  const joined: (TextNode | Hole)[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    const goesOn = last && !isHole(last) && !isHole(node) && last.text !== undefined && node.text !== undefined;
    if (goesOn && keyOf(last.marks ?? []) === keyOf(node.marks ?? []))
      joined[joined.length - 1] = { ...last, text: `${last.text}${node.text}` };
    else joined.push(node);
  }
  return joined;
}

function stretchesOf(sides: Sides<Token>, toTheirs: number, toMine: number): Stretch[] {
  const lengths = { base: sides.base.length, theirs: sides.theirs.length, mine: sides.mine.length };
  const isRewritten = lengths.base > 0 && Math.min(toTheirs, toMine) < leastLikeness;
  const words = (tokens: readonly Token[]) => tokens.map(({ word }) => word);
  const pair = (other: readonly Token[]) => (isRewritten ? [] : pairEqual(words(sides.base), words(other)));
  const isWeak = (at: number) => sides.base[at]?.node.text !== undefined && !/[\p{L}\p{N}]/u.test(sides.base[at]?.word ?? "");
  return cutInThree(lengths, pair(sides.theirs), pair(sides.mine), isWeak);
}

function cut(sides: Sides<Token>, { base, theirs, mine }: Stretch): Sides<Token> {
  return { base: sides.base.slice(...base), theirs: sides.theirs.slice(...theirs), mine: sides.mine.slice(...mine) };
}

function mergeStretch(sides: Sides<Token>, paired: boolean, merging: Merging): (TextNode | Hole)[] {
  const settled = settle(sides.base, sides.theirs, sides.mine) ?? (paired ? withMarks(sides) : null);
  const nodes = (tokens: readonly Token[]) => joinRuns(tokens.map(({ node }) => node)).filter((node) => !isHole(node));
  if (!settled) {
    const place = { level: "inline" as const, moved: false, before: "", after: "" };
    const [base, theirs, mine] = [nodes(sides.base), nodes(sides.theirs), nodes(sides.mine)];
    merging.places.push({ ...place, base, theirs, mine });
    return [{ type: "conflict", place: merging.places.length - 1 }];
  }
  const [before, after] = [wordsOf(nodes(sides.base)), wordsOf(nodes(settled.parts))];
  if (!paired && before !== after) merging.taken.push({ side: settled.side, before, after, beside: false });
  return settled.parts.map(({ node }) => node);
}

/** A word that both have, with other marks on each side: each mark by itself. */
function withMarks({ base, theirs, mine }: Sides<Token>): { side: "both"; parts: Token[] } | null {
  const of = (tokens: readonly Token[], type: string) => tokens[0]?.node.marks?.find((mark) => mark.type === type);
  const types = markOrder.map((type) => settle(marked(of(base, type)), marked(of(theirs, type)), marked(of(mine, type))));
  const [token] = theirs;
  if (!token || types.some((each) => each === null)) return null;
  const marks = types.flatMap((each) => each?.parts.flatMap(({ node }) => node) ?? []);
  const { marks: _, ...plain } = token.node;
  const node = marks.length > 0 ? { ...plain, marks } : plain;
  return { side: "both", parts: [{ word: token.word, key: keyOf(node), node }] };
}

const marked = (mark: TextNode | undefined) => (mark ? [{ key: keyOf(mark), node: mark }] : []);

function placeInLine(merging: Merging, place: number, line: readonly (TextNode | Hole)[], at: number): void {
  const found = merging.places[place];
  if (!found) return;
  found.before = wordsOf(line.slice(0, at)).slice(-contextLength);
  found.after = wordsOf(line.slice(at + 1)).slice(0, contextLength);
}
