import { z } from "zod";
import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A piece of a paragraph: its words, and the place that it leads to. */
export interface TaggedPiece {
  text: string;
  to: string | null;
}

/** A paragraph of a tagged PDF with its pieces in reading order, without notes at the foot and their marks; null stands for any other element between paragraphs. */
export type TaggedParagraph = readonly TaggedPiece[] | null;

/** A node of the structure tree as pdf.js gives it: an element, words on the page, or a link's area. */
interface TreeNode {
  role?: string | undefined;
  type?: string | undefined;
  id?: string | undefined;
  children?: TreeNode[] | undefined;
}
const TreeNode: z.ZodType<TreeNode> = z.lazy(() =>
  z.object({ role: z.string().optional(), type: z.string().optional(), id: z.string().optional(), children: z.array(TreeNode).optional() }),
);

const Area = z.object({ id: z.string(), dest: z.string() });
const Item = z.union([
  z.object({ type: z.literal(["beginMarkedContentProps", "beginMarkedContent"]), id: z.string().nullish() }),
  z.object({ type: z.literal("endMarkedContent") }),
  z.object({ str: z.string(), hasEOL: z.boolean() }),
]);

/** Elements that only hold others. */
const holders = new Set(["Root", "Document", "Part", "Sect", "Art", "Div", "NonStruct"]);
/** Elements in a paragraph whose words aren't the paragraph's. */
const leftOut = new Set(["Lbl", "Note", "FENote"]);

interface Page {
  /** The words of each piece of marked content. */
  words: ReadonlyMap<string, string>;
  /** Where each area of a link leads to. */
  areas: ReadonlyMap<string, string>;
}

/** The paragraphs of a page as its structure tree has them. */
export async function paragraphsOfPage(page: PDFPageProxy): Promise<TaggedParagraph[]> {
  const tree = TreeNode.safeParse(await page.getStructTree());
  if (!tree.success) return [];
  const read: Page = { words: await wordsOf(page), areas: await areasOf(page) };
  const found: TaggedParagraph[] = [];
  const walk = (node: TreeNode): void => {
    if (node.role === "P") found.push(piecesOf(read, node));
    else if (node.role !== undefined && holders.has(node.role)) node.children?.forEach(walk);
    else found.push(null);
  };
  walk(tree.data);
  return found;
}

function piecesOf(page: Page, paragraph: TreeNode): TaggedPiece[] {
  const pieces: TaggedPiece[] = [];
  const walk = (node: TreeNode, to: string | null): void => {
    if (node.role !== undefined && leftOut.has(node.role)) return;
    const leads = node.role === "Link" ? placeOf(page, node) : to;
    if (node.type === "content" && node.id !== undefined) pieces.push({ text: page.words.get(node.id) ?? "", to: leads });
    node.children?.forEach((child) => walk(child, leads));
  };
  walk(paragraph, null);
  return pieces;
}

function placeOf({ areas }: Page, link: TreeNode): string | null {
  const ids = (link.children ?? []).flatMap((child) =>
    (child.type === "object" || child.type === "annotation") && child.id !== undefined ? [child.id] : [],
  );
  return ids.map((id) => areas.get(id.replace(/^pdfjs_internal_id_/u, ""))).find((place) => place !== undefined) ?? null;
}

async function areasOf(page: PDFPageProxy): Promise<Map<string, string>> {
  const annotations: unknown[] = await page.getAnnotations();
  return new Map(
    annotations.flatMap((each) => {
      const area = Area.safeParse(each);
      return area.success ? [[area.data.id, area.data.dest] as const] : [];
    }),
  );
}

async function wordsOf(page: PDFPageProxy): Promise<Map<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const words = new Map<string, string>();
  const open: (string | null)[] = [];
  for (const each of items) {
    const item = Item.safeParse(each);
    if (!item.success) continue;
    if ("str" in item.data) {
      const id = open.findLast((one) => one !== null);
      if (id != null) words.set(id, `${words.get(id) ?? ""}${item.data.str}${item.data.hasEOL ? "\n" : ""}`);
    } else if (item.data.type === "endMarkedContent") open.pop();
    else open.push(item.data.id ?? null);
  }
  return words;
}
