import { Fragment, Node, Slice } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { ReplaceStep } from "prosemirror-transform";
import type { BlockDocument } from "~/domain/text/document";
import { pairEqual } from "~/domain/text/merge-align";
import { documentOfMerge, mergeTexts } from "~/domain/text/merge";
import { tidyDoc } from "~/domain/text/tidy-doc";

const foreign = "words of others";

/** Says whether a step brought in the words of others, so that nobody typed it here. */
export function isTakenIn(tr: Transaction): boolean {
  return tr.getMeta(foreign) === true;
}

/**
 * Brings into an editor what others changed between two versions: only the ranges that differ, beside what was typed since the first, and
 * apart from its history, so that undo takes back one's own typing alone. Null where both touch the same; `from` null = the text as it is here.
 */
export function takeIn(state: EditorState, from: BlockDocument | null, to: BlockDocument): Transaction | null {
  const here = tidyDoc(state.doc.toJSON() as BlockDocument); // what the schema holds has this shape
  const target = from === null ? to : documentOfMerge(mergeTexts(from, to, here));
  if (!target) return null;
  const tr = state.tr.setMeta("addToHistory", false).setMeta(foreign, true);
  replaceChanged(tr, state.doc, Node.fromJSON(state.schema, target), 0);
  return tr;
}

interface Part {
  key: string;
  nodes: readonly Node[];
  from: number;
  to: number;
}

/** Replaces what differs within a node, from its end to its start, so that the places before stay what they are. */
function replaceChanged(tr: Transaction, before: Node, after: Node, start: number): void {
  const cut = before.isTextblock ? words : children;
  const [old, next] = [cut(before, start), cut(after, start)];
  const pairing = pairEqual(
    old.map(({ key }) => key),
    next.map(({ key }) => key),
  );
  let [end, nextEnd] = [old.length, next.length];
  for (let at = old.length - 1; at >= -1; at -= 1) {
    const partner = at === -1 ? -1 : (pairing[at] ?? -1);
    if (at !== -1 && partner === -1) continue;
    replaceStretch(tr, old.slice(at + 1, end), next.slice(partner + 1, nextEnd), old[at]?.to ?? start);
    [end, nextEnd] = [at, partner];
  }
}

/** Parts of the same kind are changed within, as many as both have; what is left is put in or taken out after them. */
function replaceStretch(tr: Transaction, old: readonly Part[], next: readonly Part[], start: number): void {
  let same = 0;
  while (isSameKind(old[same], next[same])) same += 1;
  const [gone, added] = [old.slice(same), next.slice(same)];
  const nodes = added.flatMap((part) => part.nodes);
  const from = gone[0]?.from ?? old.at(-1)?.to ?? start;
  // An empty line in which somebody is about to write is none of a text that is saved, and stays.
  const isIdle = nodes.length === 0 && gone.every((part) => part.nodes.every((node) => node.isTextblock && node.childCount === 0));
  if (!isIdle) tr.step(new ReplaceStep(from, gone.at(-1)?.to ?? from, new Slice(Fragment.fromArray([...nodes]), 0, 0)));
  for (let at = same - 1; at >= 0; at -= 1) {
    const [one, other] = [old[at]?.nodes[0], next[at]?.nodes[0]];
    if (one && other) replaceChanged(tr, one, other, (old[at]?.from ?? 0) + 1);
  }
}

function isSameKind(old: Part | undefined, next: Part | undefined): boolean {
  const [one, other] = [old?.nodes[0], next?.nodes[0]];
  return one !== undefined && other !== undefined && !one.isInline && !one.isLeaf && one.sameMarkup(other);
}

function children(parent: Node, start: number): Part[] {
  const parts: Part[] = [];
  parent.forEach((node, offset) => {
    parts.push({ key: JSON.stringify(node.toJSON()), nodes: [node], from: start + offset, to: start + offset + node.nodeSize });
  });
  return parts;
}

/** The words and signs of a line, each by itself with its marks. */
function words(parent: Node, start: number): Part[] {
  return children(parent, start).flatMap((part) => {
    const [node] = part.nodes;
    if (!node?.isText) return [part];
    return [...(node.text ?? "").matchAll(/[\p{L}\p{N}\p{M}]+|\s+|[^]/gu)].map((found): Part => {
      const [from, to] = [part.from + found.index, part.from + found.index + found[0].length];
      const one = node.cut(found.index, found.index + found[0].length);
      return { key: JSON.stringify(one.toJSON()), nodes: [one], from, to };
    });
  });
}
