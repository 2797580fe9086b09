import { blockDocument, type BlockDocument } from "./document";
import { mergeSequence } from "./merge-blocks";
import { joinRuns } from "./merge-inline";
import { isHole, type Hole, type MergePlace, type MergeTaken, type Merging, type TextNode } from "./merge-node";
import { tidyDoc } from "./tidy-doc";

/** Two versions of a text put together: what both can agree on, with holes where a person has to choose. */
export interface TextMerge {
  content: readonly (TextNode | Hole)[];
  /** The holes, by number. None = the merge is a document. */
  places: readonly MergePlace[];
  /** What was taken over from either side by itself. */
  taken: readonly MergeTaken[];
}

/** What is to stand at a place. `both` = theirs and then mine. */
export type MergeChoice = "theirs" | "mine" | "both" | { own: readonly TextNode[] };

/**
 * Merges two versions of a text by their common start: by blocks, items, rows and cells, within them by words. What one side did and
 * the other left alone is taken; what both did alike is taken once; whole blocks that both added at one place stay, theirs first.
 * Whatever else touches is a place to choose at, so that nothing is decided by who came first.
 */
export function mergeTexts(base: BlockDocument, theirs: BlockDocument, mine: BlockDocument): TextMerge {
  const merging: Merging = { places: [], taken: [] };
  const content = mergeSequence("block", { base: contentOf(base), theirs: contentOf(theirs), mine: contentOf(mine) }, merging);
  const merge = { content, ...merging };
  if (merge.places.length > 0 || documentOfMerge(merge)) return merge;
  // Put together it is longer than a text may be.
  return openMerge(base, theirs, mine);
}

/** Two versions of a text between which a person chooses as a whole; `base` is null where the start is not known. */
export function openMerge(base: BlockDocument | null, theirs: BlockDocument, mine: BlockDocument): TextMerge {
  const whole = { level: "block" as const, moved: false, before: "", after: "" };
  const place = { ...whole, base: base ? contentOf(base) : [], theirs: contentOf(theirs), mine: contentOf(mine) };
  return { content: [{ type: "conflict", place: 0 }], places: [place], taken: [] };
}

/** What a text says now with what another changed in it since their common start; null where both changed the same words. */
export function changedOver(base: BlockDocument, now: BlockDocument, changed: BlockDocument): BlockDocument | null {
  const isUntouched = JSON.stringify(base) === JSON.stringify(now);
  return isUntouched ? changed : documentOfMerge(mergeTexts(base, now, changed));
}

/** The merged text when there is nothing to choose, else null. */
export function documentOfMerge(merge: Pick<TextMerge, "content" | "places">): BlockDocument | null {
  return merge.places.length > 0 ? null : read(merge.content);
}

/** The merged text with what was chosen at each place; null when a choice is missing, or it is no text that can be kept. */
export function chooseInMerge(merge: TextMerge, choices: readonly MergeChoice[]): BlockDocument | null {
  if (choices.length !== merge.places.length) return null;
  const chosen = merge.places.map((place, at) => nodesOf(place, choices[at] ?? "theirs"));
  return read(filled(merge.content, chosen));
}

/** Says whether theirs and mine can stand one after the other at a place: both have something there, and it is not the same. */
export function canKeepBoth({ level, theirs, mine, moved }: MergePlace): boolean {
  return !moved && theirs.length > 0 && mine.length > 0 && (level !== "inline" || [...theirs, ...mine].some(({ text }) => text?.trim()));
}

/** A text without words has no blocks: what both write into it is no change of something. */
function contentOf({ content }: BlockDocument): readonly TextNode[] {
  const [first] = content;
  return content.length === 1 && first?.type === "paragraph" && first.content === undefined ? [] : content;
}

function nodesOf({ level, theirs, mine }: MergePlace, choice: MergeChoice): readonly TextNode[] {
  if (typeof choice === "object") return choice.own;
  if (choice === "theirs") return theirs;
  if (choice === "mine") return mine;
  return level === "inline" ? [...theirs, { type: "text", text: " " }, ...mine] : [...theirs, ...mine];
}

function filled(content: readonly (TextNode | Hole)[], chosen: readonly (readonly TextNode[])[]): TextNode[] {
  const nodes = content.flatMap((node): readonly TextNode[] => {
    if (isHole(node)) return chosen[node.place] ?? [];
    if (!node.content) return [node];
    const { content: inside, ...shell } = node;
    const left = filled(inside, chosen);
    // A list or a table of which nothing is left goes itself.
    if (left.length > 0) return [{ ...shell, content: left }];
    return ["bullet_list", "ordered_list", "table"].includes(node.type) ? [] : [shell];
  });
  return joinRuns(nodes).filter((node): node is TextNode => !isHole(node));
}

function read(content: readonly (TextNode | Hole)[]): BlockDocument | null {
  const whole = { type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] };
  const parsed = blockDocument.safeParse(whole);
  return parsed.success ? tidyDoc(parsed.data) : null;
}
