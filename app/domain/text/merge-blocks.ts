import { cutInThree, pairEqual, type Pairing, type Stretch } from "./merge-align";
import { mergeInline } from "./merge-inline";
import { keyOf, levelWithin, likeness, settle, wordsOf, type Hole, type Merging, type PlaceLevel, type TextNode } from "./merge-node";

interface Part {
  key: string;
  node: TextNode;
}

interface Sides {
  base: readonly Part[];
  theirs: readonly Part[];
  mine: readonly Part[];
}

/** Two blocks that have less in common than this are two blocks, not one that was changed. */
const leastLikeness = 0.4;
/** So many pairs of blocks between two equal ones are compared; where there are more, none is taken for a changed one. */
const mostCompared = 4_000;

/** Merges blocks of a document, items of a list or rows of a table: what was changed, added, taken away and moved. */
export function mergeSequence(
  level: PlaceLevel,
  nodes: { base: readonly TextNode[]; theirs: readonly TextNode[]; mine: readonly TextNode[] },
  merging: Merging,
): (TextNode | Hole)[] {
  const sides = { base: nodes.base.map(partOf), theirs: nodes.theirs.map(partOf), mine: nodes.mine.map(partOf) };
  const settled = settle(sides.base, sides.theirs, sides.mine);
  if (settled?.side === "both") return take(sides, settled, merging);
  const toTheirs = pairLike(sides.base, sides.theirs);
  const toMine = pairLike(sides.base, sides.mine);
  if (isMovedAndLost(sides, toTheirs, toMine)) return conflict(level, sides, merging, true);
  const [places, taken] = [merging.places.length, merging.taken.length];
  const lengths = { base: sides.base.length, theirs: sides.theirs.length, mine: sides.mine.length };
  const merged = cutInThree(lengths, toTheirs, toMine).flatMap((stretch) => mergeStretch(level, sides, stretch, merging));
  const moved = [...movedOf(sides.base, sides.theirs, toTheirs), ...movedOf(sides.base, sides.mine, toMine)];
  const isOpen = merging.places
    .slice(places)
    .some((place) => moved.some((node) => place.theirs.includes(node) || place.mine.includes(node)));
  if (!isOpen && !standsTwice(merged, sides)) return merged;
  merging.places.length = places;
  merging.taken.length = taken;
  return conflict(level, sides, merging, true);
}

function mergeStretch(level: PlaceLevel, sides: Sides, stretch: Stretch, merging: Merging): (TextNode | Hole)[] {
  const cut = {
    base: sides.base.slice(...stretch.base),
    theirs: sides.theirs.slice(...stretch.theirs),
    mine: sides.mine.slice(...stretch.mine),
  };
  const [base, theirs, mine] = [cut.base[0], cut.theirs[0], cut.mine[0]];
  if (!stretch.paired || !base || !theirs || !mine) return mergeLoose(level, sides, cut, merging);
  return mergeNode(level, { base: base.node, theirs: theirs.node, mine: mine.node }, merging);
}

/** Says whether something that both put in stands more often in the merge than either meant it to. */
function standsTwice(merged: readonly (TextNode | Hole)[], { theirs, mine }: Sides): boolean {
  const counts = (keys: readonly string[]) =>
    keys.reduce((found, key) => found.set(key, (found.get(key) ?? 0) + 1), new Map<string, number>());
  const [their, my] = [counts(theirs.map(({ key }) => key)), counts(mine.map(({ key }) => key))];
  const found = counts(merged.map(keyOf));
  return [...found].some(([key, count]) => their.has(key) && my.has(key) && count > Math.max(their.get(key) ?? 0, my.get(key) ?? 0));
}

function partOf(node: TextNode): Part {
  return { key: keyOf(node), node };
}

/** What stands between paired blocks: the change of one, two that don't touch, both additions one after the other, or a conflict. */
function mergeLoose(level: PlaceLevel, whole: Sides, cut: Sides, merging: Merging): (TextNode | Hole)[] {
  const settled = settle(cut.base, cut.theirs, cut.mine);
  if (settled) return take(cut, settled, merging);
  const left = leftByBoth(cut);
  if (left) return take(cut, { side: "both", parts: left }, merging);
  // A text in which nothing stood was begun by both: that is no addition to something.
  const addedByBoth =
    cut.base.length === 0 && whole.base.length > 0 && !cut.theirs.some(({ key }) => cut.mine.some((one) => one.key === key));
  if (!addedByBoth) return conflict(level, cut, merging, isMoved(whole, cut));
  for (const side of ["theirs", "mine"] as const)
    merging.taken.push({ side, before: "", after: wordsOf(cut[side].map(({ node }) => node)).trim(), beside: true });
  return [...cut.theirs, ...cut.mine].map(({ node }) => node);
}

function take(
  { base }: Pick<Sides, "base">,
  { side, parts }: { side: "theirs" | "mine" | "both"; parts: readonly Part[] },
  merging: Merging,
): TextNode[] {
  const [before, after] = [wordsOf(base.map(({ node }) => node)).trim(), wordsOf(parts.map(({ node }) => node)).trim()];
  if (before !== after) merging.taken.push({ side, before, after, beside: false });
  return parts.map(({ node }) => node);
}

/** What is left where both only took away. */
function leftByBoth({ base, theirs, mine }: Sides): readonly Part[] | null {
  const keys = (parts: readonly Part[]) =>
    pairEqual(
      base.map(({ key }) => key),
      parts.map(({ key }) => key),
    );
  const [toTheirs, toMine] = [keys(theirs), keys(mine)];
  const count = (pairing: Pairing) => pairing.filter((at) => at !== -1).length;
  if (count(toTheirs) < theirs.length || count(toMine) < mine.length) return null;
  return base.filter((_, at) => toTheirs[at] !== -1 && toMine[at] !== -1);
}

function conflict(level: PlaceLevel, { base, theirs, mine }: Sides, merging: Merging, moved: boolean): Hole[] {
  const nodes = (parts: readonly Part[]) => parts.map(({ node }) => node);
  merging.places.push({ level, base: nodes(base), theirs: nodes(theirs), mine: nodes(mine), moved, before: "", after: "" });
  return [{ type: "conflict", place: merging.places.length - 1 }];
}

/** Says whether one side put something elsewhere that the other changed or took away here. */
function isMoved(whole: Sides, cut: Sides): boolean {
  const elsewhere = (parts: readonly Part[], here: readonly Part[], node: TextNode) =>
    parts.some((part) => !here.includes(part) && likenessOf(node, part.node) > 0);
  return cut.base.some(({ node }) => elsewhere(whole.theirs, cut.theirs, node) || elsewhere(whole.mine, cut.mine, node));
}

/** Says whether one side put a block elsewhere that the other took away or put elsewhere too: taken together it would stand twice, or stay. */
function isMovedAndLost(sides: Sides, toTheirs: Pairing, toMine: Pairing): boolean {
  const lost = sides.base.filter((_, at) => toTheirs[at] === -1 && toMine[at] === -1);
  const added = [...addedOf(sides.theirs, toTheirs), ...addedOf(sides.mine, toMine)];
  if (lost.length * added.length > mostCompared) return true;
  return lost.some(({ node }) => added.some((part) => likenessOf(node, part.node) > 0));
}

/** What one side put elsewhere: where it went may not be left open while where it stood is settled. */
function movedOf(base: readonly Part[], side: readonly Part[], pairing: Pairing): TextNode[] {
  const lost = base.filter((_, at) => pairing[at] === -1);
  const added = addedOf(side, pairing);
  if (lost.length * added.length > mostCompared) return added.map(({ node }) => node);
  return added.flatMap(({ node }) => (lost.some((part) => likenessOf(part.node, node) > 0) ? [node] : []));
}

function addedOf(parts: readonly Part[], pairing: Pairing): Part[] {
  const paired = new Set(pairing);
  return parts.filter((_, at) => !paired.has(at));
}

/** Merges one block that both have: what it is, and what is in it. */
function mergeNode(level: PlaceLevel, nodes: { base: TextNode; theirs: TextNode; mine: TextNode }, merging: Merging): (TextNode | Hole)[] {
  const { base, theirs, mine } = nodes;
  const sides = { base: [partOf(base)], theirs: [partOf(theirs)], mine: [partOf(mine)] };
  const shell = settle([shellOf(base)], [shellOf(theirs)], [shellOf(mine)])?.parts[0];
  if (!shell || (base.type === "table" && isRecut(nodes))) {
    const settled = settle(sides.base, sides.theirs, sides.mine);
    return settled ? take(sides, settled, merging) : conflict(level, sides, merging, false);
  }
  const content = contentOf(nodes, merging);
  if (content.length === 0 && ["item", "row"].includes(levelWithin(base) ?? "")) return [];
  return [content.length > 0 ? { ...shell.node, content } : shell.node];
}

function shellOf(node: TextNode): Part {
  const { content: _, ...shell } = node;
  return partOf(shell);
}

function contentOf({ base, theirs, mine }: { base: TextNode; theirs: TextNode; mine: TextNode }, merging: Merging): (TextNode | Hole)[] {
  const parts = { base: childrenOf(base), theirs: childrenOf(theirs), mine: childrenOf(mine) };
  const within = levelWithin(base);
  if (base.type === "table_row") return inPlace(parts, merging);
  if (within === undefined) return mergeInline(parts.base, parts.theirs, parts.mine, merging);
  if (base.type !== "list_item") return mergeSequence(within, parts, merging);
  const first = inPlace({ base: parts.base.slice(0, 1), theirs: parts.theirs.slice(0, 1), mine: parts.mine.slice(0, 1) }, merging);
  const below = { base: parts.base.slice(1), theirs: parts.theirs.slice(1), mine: parts.mine.slice(1) };
  return [...first, ...mergeSequence(within, below, merging)];
}

function childrenOf({ content = [] }: TextNode): readonly TextNode[] {
  return content.filter((node): node is TextNode => node.type !== "conflict");
}

/** Cells of a row and the line of an item have their partners at the same place. */
function inPlace(parts: { base: readonly TextNode[]; theirs: readonly TextNode[]; mine: readonly TextNode[] }, merging: Merging) {
  return parts.base.flatMap((base, at) => {
    const [theirs, mine] = [parts.theirs[at], parts.mine[at]];
    return theirs && mine ? mergeNode("block", { base, theirs, mine }, merging) : [];
  });
}

/** Says whether one side gave a table another number of columns: then its cells have no partners. */
function isRecut({ base, theirs, mine }: { base: TextNode; theirs: TextNode; mine: TextNode }): boolean {
  const widths = [base, theirs, mine].flatMap((table) => childrenOf(table).map((row) => childrenOf(row).length));
  return new Set(widths).size > 1;
}

/** Pairs what is equal, and between that what is like enough to be the same block changed. */
function pairLike(base: readonly Part[], other: readonly Part[]): number[] {
  const pairing = pairEqual(
    base.map(({ key }) => key),
    other.map(({ key }) => key),
  );
  const ends = [...pairing.entries(), [base.length, other.length] as const].filter(([, partner]) => partner !== -1);
  let from: readonly [number, number] = [0, 0];
  for (const [at, partner] of ends) {
    const pairs = likestPairs(base.slice(from[0], at), other.slice(from[1], partner));
    for (const [one, two] of pairs) pairing[from[0] + one] = from[1] + two;
    from = [at + 1, partner + 1];
  }
  return pairing;
}

/** The pairs in order whose likeness adds up to the most. */
function likestPairs(base: readonly Part[], other: readonly Part[]): [number, number][] {
  if (base.length * other.length === 0 || base.length * other.length > mostCompared) return [];
  const table = Array.from({ length: base.length + 1 }, () => new Float64Array(other.length + 1));
  const alike = base.map(({ node }) => other.map((part) => likenessOf(node, part.node)));
  const best = (row: number, column: number) => table[row]?.[column] ?? 0;
  for (let row = base.length - 1; row >= 0; row -= 1)
    for (let column = other.length - 1; column >= 0; column -= 1) {
      const paired = (alike[row]?.[column] ?? 0) > 0 ? (alike[row]?.[column] ?? 0) + best(row + 1, column + 1) : 0;
      table[row]?.fill(Math.max(paired, best(row + 1, column), best(row, column + 1)), column, column + 1);
    }
  const pairs: [number, number][] = [];
  for (let row = 0, column = 0; row < base.length && column < other.length;) {
    const own = alike[row]?.[column] ?? 0;
    if (own > 0 && best(row, column) === own + best(row + 1, column + 1)) pairs.push([row++, column++]);
    else if (best(row, column) === best(row + 1, column)) row += 1;
    else column += 1;
  }
  return pairs;
}

const families = new Map([
  ["heading", "paragraph"],
  ["ordered_list", "bullet_list"],
]);

function likenessOf(one: TextNode, other: TextNode): number {
  const family = ({ type }: TextNode) => families.get(type) ?? type;
  if (family(one) !== family(other)) return 0;
  const found = likeness([one], [other]);
  return found >= leastLikeness ? found : 0;
}
