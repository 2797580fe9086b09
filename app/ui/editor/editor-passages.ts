import { Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import type { Node } from "prosemirror-model";
import type { BlockDocument } from "~/domain/text/document";
import { inlineOf } from "~/domain/text/inline-of";
import { textPlaces } from "~/domain/text/text-places";
import type { PassageMark } from "../passages";

/** Shows marked passages in an editor. They go along with what is typed around and in them. */
export function passagePlugin(doc: BlockDocument, marks: readonly PassageMark[]): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    state: {
      init: (_, { doc: root }) => DecorationSet.create(root, decorationsOf(root, doc, marks)),
      apply: (tr, set) => set.map(tr.mapping, tr.doc),
    },
    props: {
      decorations(state) {
        return this.getState(state);
      },
    },
  });
}

/** The parts of a document stand in an editor in the order in which they stand in the text. */
function decorationsOf(root: Node, doc: BlockDocument, marks: readonly PassageMark[]): Decoration[] {
  const places = textPlaces(doc);
  const starts = inlineOf(doc).map((node) => places.get(node) ?? 0);
  const found: Decoration[] = [];
  let at = 0;
  root.descendants((node, position) => {
    if (!node.isInline) return;
    const start = starts[at++] ?? 0;
    if (!node.isText) return;
    const end = start + node.nodeSize;
    for (const mark of marks) {
      const [from, to] = [Math.max(mark.start, start), Math.min(mark.end, end)];
      if (from >= to) continue;
      const attributes = { nodeName: "mark", class: "cm-mark", ...(mark.end === to && { "data-no": mark.label }) };
      found.push(Decoration.inline(position + from - start, position + to - start, attributes));
    }
  });
  return found;
}
