import type { DocumentSection } from "~/domain/document/model";

/** Sections as they are bound: those of the kind `front` with which a document begins stand before its contents, all others after. */
export function boundAround<Section extends Pick<DocumentSection, "kind" | "level">>(
  sections: readonly Section[],
): { front: readonly Section[]; body: readonly Section[] } {
  const top = Math.min(...sections.map(({ level }) => level));
  const first = sections.findIndex(({ kind, level }) => level === top && kind !== "front");
  const end = first < 0 ? sections.length : first;
  return { front: sections.slice(0, end), body: sections.slice(end) };
}
