import { linesOfList } from "~/domain/document/lines-of-list";
import type { Block, EditionDocument, GroundShown, Inline, RegisterEntry } from "~/domain/document/model";

/** Places that something in the document leads to and that it does not have; empty when every statement, ground and reference resolves. */
export function brokenReferences(document: EditionDocument): string[] {
  const places = new Set(placesOf(document));
  return [...new Set(targetsOf(document).filter((target) => !places.has(target)))];
}

/** Every place of the document, in reading order: sections, statements at their home, limitations, entries of the register. */
export function placesOf({ sections, register }: EditionDocument): string[] {
  const shown = sections.some((section) => section.blocks.some((block) => block.kind === "register"));
  return [
    ...sections.flatMap((section) => [section.anchor, ...section.blocks.flatMap(placesOfBlock)]),
    ...(shown ? register.map((entry) => entry.anchor) : []),
  ];
}

/** The places that a block itself has. */
export function placesOfBlock(block: Block): string[] {
  if (block.kind === "statement") return block.repeats ? [] : [block.anchor];
  if (block.kind === "paragraph" || block.kind === "table" || block.kind === "picture")
    return block.anchor === undefined ? [] : [block.anchor];
  return block.kind === "limitations" ? block.items.flatMap((item) => item.anchor ?? []) : [];
}

function targetsOf({ sections, register }: EditionDocument): string[] {
  return [...sections.flatMap((section) => section.blocks.flatMap(blockTargets)), ...registerTargets(register)];
}

/** Where the entries of the register lead to. */
export function registerTargets(register: readonly RegisterEntry[]): string[] {
  return register.flatMap((entry) => [...entry.bears.map((each) => each.to), ...groundTargets(entry.grounds), ...lineTargets(entry.label)]);
}

/** Where a block leads to. */
export function blockTargets(block: Block): string[] {
  switch (block.kind) {
    case "statement":
      return [...groundTargets(block.grounds), ...block.paragraphs.flatMap(lineTargets), ...(block.repeats ? [block.anchor] : [])];
    case "list":
      return linesOfList(block.list).flatMap(lineTargets);
    case "table":
      return [...block.head, ...block.rows.flat()].flatMap((cell) => cell.lines.flatMap(lineTargets));
    case "limitations":
      return block.items.flatMap((item) => lineTargets(item.content));
    case "picture":
    case "register":
      return [];
    default:
      return lineTargets(block.content);
  }
}

const groundTargets = (grounds: readonly GroundShown[]) => grounds.map((ground) => ground.to);

function lineTargets(line: readonly Inline[]): string[] {
  return line.flatMap((each) => (each.kind === "reference" ? [each.to] : each.kind === "ground" ? [each.ground.to] : []));
}
