import type { LocalText } from "~/domain/local-text";
import { sectionsInOrder } from "~/domain/protocol/readers";
import type { OutlineSection } from "~/domain/protocol/outline";
import type { Protocol } from "~/domain/protocol/schema";
import { firstSortKeys } from "./sort-key";

/** A section as the outline of a protocol asks for it, with texts ready to be stored; parents are named by their node. */
export interface OutlineRow {
  node: string;
  parentNode: string | null;
  code: string;
  sort: string;
  heading: LocalText;
  kind: string;
  required: boolean;
  language: string | null;
  translationOfNode: string | null;
  data: string | null;
  questions: string;
}

/** The sections that a protocol's outline asks for, in the order of the document, parents before what stands below them. */
export function outlineRows(protocol: Protocol): OutlineRow[] {
  const keys = firstSortKeys(protocol.outline.length);
  return sectionsInOrder(protocol).map(({ node }, at) => ({
    node: node.id,
    parentNode: node.parent ?? null,
    code: node.code,
    sort: keys[at] ?? "",
    heading: node.title,
    kind: node.kind,
    required: node.required,
    language: node.language ?? null,
    translationOfNode: node.translationOf ?? null,
    data: dataOf(node),
    questions: JSON.stringify(node.questions ?? []),
  }));
}

function dataOf(node: OutlineSection): string | null {
  if (node.data === undefined) return null;
  return JSON.stringify({ block: node.data, ...(node.of && { of: node.of }), ...(node.table && { table: node.table }) });
}
