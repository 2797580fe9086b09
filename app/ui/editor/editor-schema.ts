import type { Attrs, MarkSpec, Node, NodeSpec } from "prosemirror-model";
import { DOMParser, Fragment, Schema } from "prosemirror-model";
import { isFigureKey, isFigureText, isHref, isKeptText, isLinkId, isNote, isReferenceKind } from "~/domain/text/limits";
import { blockSpec, statementSpec } from "~/domain/text/schema-spec";

type Drawn = Pick<NodeSpec, "toDOM" | "parseDOM">;
type DrawnMark = Pick<MarkSpec, "toDOM" | "parseDOM">;

/** How each node looks in the browser, and what pasted HTML becomes one. Whatever is not named here loses its markup, not its text. */
const drawnNodes: Record<string, Drawn> = {
  paragraph: { parseDOM: [{ tag: "p" }], toDOM: () => ["p", 0] },
  heading: { parseDOM: [1, 2, 3, 4, 5, 6].map(headingRule), toDOM: (node) => [`h${String(node.attrs["level"])}`, 0] },
  bullet_list: { parseDOM: [{ tag: "ul" }], toDOM: () => ["ul", 0] },
  ordered_list: { parseDOM: [{ tag: "ol" }], toDOM: () => ["ol", 0] },
  list_item: { parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0] },
  table: { parseDOM: [{ tag: "table" }], toDOM: () => ["table", ["tbody", 0]] },
  table_row: { parseDOM: [{ tag: "tr" }], toDOM: () => ["tr", 0] },
  table_cell: { parseDOM: [{ tag: "td", getContent: cellContent }], toDOM: () => ["td", 0] },
  table_header: { parseDOM: [{ tag: "th", getContent: cellContent }], toDOM: () => ["th", 0] },
  hard_break: { parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
  footnote: {
    parseDOM: [{ tag: "sup[data-note]", getAttrs: attributeIf("data-note", "text", isNote) }],
    toDOM: (node) => ["sup", { class: "note-mark", "data-note": String(node.attrs["text"]), title: String(node.attrs["text"]) }],
  },
  citation: {
    parseDOM: [{ tag: "[data-link-id]", getAttrs: attributeIf("data-link-id", "linkId", isLinkId) }],
    toDOM: (node) => ["span", { "data-link-id": String(node.attrs["linkId"]) }],
  },
  reference: {
    parseDOM: [{ tag: "[data-reference]", getAttrs: referenceAttrs }],
    toDOM: (node) => ["span", { "data-reference": `${String(node.attrs["kind"])}:${String(node.attrs["id"])}` }],
  },
  figure: {
    parseDOM: [{ tag: "[data-figure]", getAttrs: figureAttrs }],
    toDOM: (node) => ["span", { "data-figure": JSON.stringify(node.attrs) }, String(node.attrs["shown"])],
  },
};

const drawnMarks: Record<string, DrawnMark> = {
  link: {
    parseDOM: [{ tag: "a[href]:not([data-link-id], [data-reference])", getAttrs: attributeIf("href", "href", isHref) }],
    toDOM: (mark) => ["a", { href: String(mark.attrs["href"]), rel: "noopener noreferrer" }, 0],
  },
  strong: {
    parseDOM: [{ tag: "strong" }, { tag: "b", getAttrs: unlessNormalWeight }, { style: "font-weight", getAttrs: ifBold }],
    toDOM: () => ["strong", 0],
  },
  em: { parseDOM: [{ tag: "em" }, { tag: "i" }, { style: "font-style=italic" }], toDOM: () => ["em", 0] },
};

/** The schemas of the two documents, drawn in the browser. */
export const editorSchemas = {
  block: new Schema({ nodes: drawn<NodeSpec>(blockSpec.nodes, drawnNodes), marks: drawn<MarkSpec>(blockSpec.marks, drawnMarks) }),
  statement: new Schema({
    nodes: drawn<NodeSpec>(statementSpec.nodes, drawnNodes),
    marks: drawn<MarkSpec>(statementSpec.marks, drawnMarks),
  }),
};

/** A pasted piece without the citations of other texts: a link belongs to one block. */
export function withoutForeignCitations(content: Fragment, isKnown: (linkId: unknown) => boolean): Fragment {
  const kept: Node[] = [];
  content.forEach((node) => {
    if (node.type.name === "citation" && !isKnown(node.attrs["linkId"])) return;
    kept.push(node.isText ? node : node.copy(withoutForeignCitations(node.content, isKnown)));
  });
  return Fragment.fromArray(kept);
}

function drawn<Spec extends object>(specs: Record<string, Spec>, looks: Record<string, Partial<Spec>>): Record<string, Spec> {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, { ...spec, ...looks[name] }]));
}

function headingRule(level: number) {
  return { tag: `h${level}`, attrs: { level: Math.min(Math.max(level, 2), 4) } };
}

function attributeIf(attribute: string, name: string, holds: (value: unknown) => boolean) {
  return (element: HTMLElement): Attrs | false => {
    const value = element.getAttribute(attribute);
    return holds(value) && { [name]: value };
  };
}

function referenceAttrs(element: HTMLElement): Attrs | false {
  const [kind, id] = (element.dataset["reference"] ?? "").split(":");
  return isReferenceKind(kind) && isLinkId(id) && { kind, id };
}

/** What a copied figure says; anything that doesn't read as one is text. */
function figureAttrs(element: HTMLElement): Attrs | false {
  try {
    const { of, shown, kept } = Object(JSON.parse(element.dataset["figure"] ?? "{}")) as Record<string, unknown>; // any value as an object
    return isFigureKey(of) && isFigureText(shown) && isKeptText(kept) && { of, shown, kept };
  } catch {
    return false;
  }
}

function unlessNormalWeight(element: HTMLElement): null | false {
  return element.style.fontWeight === "normal" ? false : null;
}

function ifBold(weight: string): null | false {
  return /^(?:bold(?:er)?|[5-9]\d{2})$/.test(weight) ? null : false;
}

/** A cell holds one run of text: paragraphs within a pasted cell become lines. */
function cellContent(cell: globalThis.Node, schema: Schema): Fragment {
  const copy = cell.cloneNode(true);
  if (copy instanceof HTMLElement) {
    for (const block of copy.querySelectorAll("p, div, li, h1, h2, h3, h4, h5, h6"))
      if (block.nextElementSibling) block.after(document.createElement("br"));
  }
  return DOMParser.fromSchema(schema).parse(copy, { topNode: schema.node("paragraph") }).content;
}
