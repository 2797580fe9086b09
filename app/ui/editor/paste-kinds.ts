import { styleOf, wordsOf, type PasteElement, type PasteNode } from "./paste-tree";

const pictures = new Set(["img", "svg", "picture", "video", "audio", "canvas", "object", "embed", "iframe", "v:imagedata"]);
const leftOut = new Set([
  "script",
  "style",
  "head",
  "title",
  "meta",
  "link",
  "template",
  "noscript",
  "xml",
  "del",
  "input",
  "select",
  "textarea",
  "button",
  "hr",
]);
const blocks = new Set(
  "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header html li main nav p pre section summary td th tr".split(
    " ",
  ),
);

/** Whether an element is a picture, a film or a page within the page. */
export function isPicture({ name }: PasteElement): boolean {
  return pictures.has(name);
}

/** Whether an element is a remark in the margin, or calls one: of Word, or of Google Docs. */
export function isComment(element: PasteElement): boolean {
  const { attrs } = element;
  const names = attrs["class"] ?? "";
  if (/\bmso(?:comment(?:reference|text)?|comanchor)\b/iu.test(names)) return true;
  if (/^comment(?:-list)?$/u.test(styleOf(element).get("mso-element") ?? "")) return true;
  return element.name === "a" && /^#_?(?:msocom|cmnt)/iu.test(attrs["href"] ?? "") && !/ref/iu.test(attrs["href"] ?? "");
}

/** Whether an element is no text at all: what runs, what is hidden, what was deleted, and the sign that Word draws before an item. */
export function isLeftOut(element: PasteElement): boolean {
  const style = styleOf(element);
  if (leftOut.has(element.name) || style.get("display") === "none" || style.get("mso-hide") === "all") return true;
  if (element.attrs["class"] === "Apple-interchange-newline") return true;
  return /ignore/iu.test(style.get("mso-list") ?? "") || isRemarkOfDocs(element);
}

/** A paragraph below a text of Google Docs that holds a remark, known by the link back to where it was made. */
function isRemarkOfDocs({ name, children }: PasteElement): boolean {
  const [first] = children;
  const isBack = (node: PasteNode | undefined): boolean =>
    typeof node === "object" && ((node.name === "a" && /^#cmnt_ref/u.test(node.attrs["href"] ?? "")) || isBack(node.children[0]));
  return (name === "p" || name === "div") && isBack(first);
}

/** Whether an element begins and ends a line. */
export function isBlockElement({ name }: PasteElement): boolean {
  return blocks.has(name);
}

/** The level of heading that an element has by its name, its style in Word, or its level in the outline; null for what is none. */
export function headingLevelOf(element: PasteElement): 2 | 3 | 4 | null {
  const byName = /^h([1-6])$/u.exec(element.name)?.[1];
  const byClass = element.name === "p" ? /(?:^|\s)(?:mso)?(?:heading|kop)\s?(\d)/iu.exec(element.attrs["class"] ?? "")?.[1] : undefined;
  const byTitle = element.name === "p" && /\bMsoTitle\b/u.test(element.attrs["class"] ?? "") ? "1" : undefined;
  const byOutline = element.name === "p" ? /^[1-6]$/u.exec(styleOf(element).get("mso-outline-level") ?? "")?.[0] : undefined;
  const level = byName ?? byClass ?? byTitle ?? byOutline;
  return level === undefined ? null : (Math.min(Math.max(Number(level), 2), 4) as 2 | 3 | 4); // between the two
}

/** What item of a list a paragraph of Word is: its level from 0, and whether it counts; null for one that is none. */
export function msoItemOf(element: PasteElement): { level: number; ordered: boolean } | null {
  const found = /\blevel(\d)\b/u.exec(styleOf(element).get("mso-list") ?? "");
  if (!found) return null;
  const sign = signOf(element.children)?.replace(/[\s\u00a0]+/gu, "") ?? "";
  return { level: Math.max(Number(found[1]) - 1, 0), ordered: /^\(?(?:\d+|[a-z]{1,4})[.)]/iu.test(sign) };
}

/** The sign that Word draws before an item. */
function signOf(nodes: readonly PasteNode[]): string | undefined {
  for (const node of nodes) {
    if (typeof node === "string") continue;
    const own = /ignore/iu.test(styleOf(node).get("mso-list") ?? "") ? wordsOf(node) : signOf(node.children);
    if (own !== undefined) return own;
  }
  return undefined;
}
