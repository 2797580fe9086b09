/** An element of pasted HTML: its name in lower case, its attributes and what stands in it. */
export interface PasteElement {
  name: string;
  attrs: Readonly<Record<string, string>>;
  children: PasteNode[];
}
/** A text or an element of pasted HTML. */
export type PasteNode = string | PasteElement;

/** Pasted HTML without its images, and how many there were. Their data are cut out before anything reads them, in one pass over the text. */
export function withoutImages(html: string): { html: string; images: number } {
  const parts: string[] = [];
  let images = 0;
  let at = 0;
  for (let next = nextImage(html, at); next !== -1; next = nextImage(html, at)) {
    parts.push(html.slice(at, next));
    at = endOfTag(html, next);
    images += 1;
  }
  parts.push(html.slice(at));
  return { html: parts.join(""), images };
}

function nextImage(html: string, from: number): number {
  const one = html.indexOf("<img", from);
  const other = html.indexOf("<IMG", from);
  return one === -1 || (other !== -1 && other < one) ? other : one;
}

/** The place after a tag; a sign in quotation marks doesn't end it. */
function endOfTag(html: string, start: number): number {
  let quote = "";
  for (let at = start; at < html.length; at += 1) {
    const sign = html.charAt(at);
    if (quote !== "") {
      const closes = html.indexOf(quote, at);
      if (closes === -1) return html.length;
      at = closes;
      quote = "";
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === ">") return at + 1;
  }
  return html.length;
}

/** The declarations of an element's `style`, by name in lower case. */
export function styleOf({ attrs }: PasteElement): ReadonlyMap<string, string> {
  const pairs = (attrs["style"] ?? "").split(";").flatMap((part) => {
    const colon = part.indexOf(":");
    return colon === -1 ? [] : [[part.slice(0, colon).trim().toLowerCase(), part.slice(colon + 1).trim()] as const];
  });
  return new Map(pairs);
}

/** The words in an element, without any form. */
export function wordsOf(node: PasteNode): string {
  return typeof node === "string" ? node : node.children.map(wordsOf).join("");
}

/** Every element of a tree with the elements around it, the nearest last. */
export function* elementsOf(
  nodes: readonly PasteNode[],
  around: readonly PasteElement[] = [],
): Generator<[PasteElement, readonly PasteElement[]]> {
  for (const node of nodes) {
    if (typeof node === "string") continue;
    yield [node, around];
    yield* elementsOf(node.children, [...around, node]);
  }
}
