import { textIn } from "~/domain/local-text";
import { codesInOrder } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";

/** The codes of a codebook to choose from, those under another set in. */
export function codeOptions(protocol: Protocol, { language, fallback }: { language: string; fallback: readonly string[] }) {
  return codesInOrder(protocol).map(({ node, depth }) => ({
    value: node.id,
    label: `${"– ".repeat(depth)}${textIn(node.title, language, fallback) || node.id}`,
  }));
}
