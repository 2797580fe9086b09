import { textIn, type LocalText } from "~/domain/local-text";
import type { DataBlock } from "~/domain/protocol/outline";
import { dataBlocks } from "~/domain/protocol/outline";
import { criteriaFor, formOf, questionsInOrder } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import type { DataReference } from "./data-reference";

/** A data block that can be given a place in a section; `narrowed` says to what, where it is not the whole. `value` stands for it in a form. */
export interface Placeable {
  value: string;
  block: DataBlock;
  narrowed: { code: string; title: LocalText } | null;
  reference: DataReference;
}

/** The data blocks that are drawn above their numbers, so that the picture can stand alone. */
export const drawnBlocks: readonly DataBlock[] = ["method", "ratings", "ranking", "alignment", "options", "interventions"];

/** How a data block is shown: its tables with what is drawn of them, or the pictures alone. */
export const showings = ["all", "pictures"] as const;
/** How a data block is shown. */
export type Showing = (typeof showings)[number];

/** Everything of a study that can be given a place in a section: each data block whole, then narrowed to one of what it is about. */
export function placeables(protocol: Protocol): Placeable[] {
  return dataBlocks.flatMap((block) => (block === "table" ? tablesOf(protocol) : [whole(block), ...narrowedOf(protocol, block)]));
}

/** What a choice of a form stands for; null for one that is not in the list, or pictures of what is not drawn. */
export function placedReferenceIfAny(protocol: Protocol, value: string | undefined, show: Showing): DataReference | null {
  const found = placeables(protocol).find((one) => one.value === value);
  if (!found || (show === "pictures" && !drawnBlocks.includes(found.block))) return null;
  return show === "pictures" ? { ...found.reference, show } : found.reference;
}

/** What a placed block is narrowed to, in words; "" where it is the whole, or where the protocol no longer has it. */
export function narrowedName(
  protocol: Protocol,
  reference: DataReference,
  { language, fallback }: { language: string; fallback: readonly string[] },
): string {
  const { show: _show, ...wanted } = reference;
  const found = placeables(protocol).find(({ reference: one }) => JSON.stringify(one) === JSON.stringify(wanted));
  return found?.narrowed ? [found.narrowed.code, textIn(found.narrowed.title, language, fallback)].join(" ") : "";
}

function whole(block: DataBlock): Placeable {
  return { value: block, block, narrowed: null, reference: { block } };
}

function narrowedOf(protocol: Protocol, block: DataBlock): Placeable[] {
  const things = thingsOf(protocol, block);
  if (things.length < 2) return [];
  return things.map(({ id, code, title }) => ({
    value: `${block}/${id}`,
    block,
    narrowed: { code, title },
    reference: { block, of: [id] },
  }));
}

function thingsOf(protocol: Protocol, block: DataBlock): { id: string; code: string; title: LocalText }[] {
  switch (block) {
    case "ratings":
      return criteriaFor(protocol, "actor");
    case "alignment":
      return (protocol.frameworks ?? []).map(({ id, title }) => ({ id, code: id, title }));
    case "options":
      return protocol.options ?? [];
    case "interventions":
      return (protocol.interventionSets ?? []).map(({ id, title }) => ({ id, code: id, title }));
    default:
      return [];
  }
}

/** The tables that are filled in for research questions. */
function tablesOf(protocol: Protocol): Placeable[] {
  return questionsInOrder(protocol).flatMap(({ node }) =>
    formOf(protocol, node.id).flatMap(({ key, label, answer }) =>
      answer.kind === "table"
        ? [
            {
              value: `table/${node.id}/${key}`,
              block: "table" as const,
              narrowed: { code: node.id, title: label },
              reference: { block: "table" as const, table: { question: node.id, field: key } },
            },
          ]
        : [],
    ),
  );
}
