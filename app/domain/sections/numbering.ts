import { compare } from "~/domain/evidence/graph";

/** A section as far as its place goes. */
export interface PlacedSection {
  id: string;
  code: string;
  parentId: string | null;
  sort: string;
  kind: string;
}

/** A section with its depth (0 at the top) and its printed number: null before the text and for a summary, `annex` numbers count apart. */
export interface NumberedSection<Section> {
  section: Section;
  depth: number;
  number: string | null;
  annex: boolean;
}

/**
 * The sections in the order of the document with their printed numbers. A section is numbered after the one before it, unless its code
 * is itself a later number below the same parent: then that is printed, so that a gap which the protocol leaves (3.1 being the text
 * of chapter 3) stays a gap. Annexes count apart from 1; summaries, what stands before the text, and what is below these have no number.
 */
export function numberSections<Section extends PlacedSection>(sections: readonly Section[]): NumberedSection<Section>[] {
  const known = new Set(sections.map((section) => section.id));
  const below = (parentId: string | null) =>
    sections
      .filter((section) => (section.parentId !== null && known.has(section.parentId) ? section.parentId : null) === parentId)
      .toSorted((one, other) => compare(one.sort, other.sort) || compare(one.code, other.code));
  const walk = (parent: NumberedSection<Section> | null): NumberedSection<Section>[] => {
    const last = { main: 0, annex: 0 };
    return below(parent?.section.id ?? null).flatMap((section) => {
      const numbered = numberOne(section, parent, last);
      return [numbered, ...walk(numbered)];
    });
  };
  return walk(null);
}

function numberOne<Section extends PlacedSection>(
  section: Section,
  parent: NumberedSection<Section> | null,
  last: { main: number; annex: number },
): NumberedSection<Section> {
  const depth = parent ? parent.depth + 1 : 0;
  const annex = parent ? parent.annex : section.kind === "annex";
  const unnumbered = parent ? parent.number === null : section.kind === "summary" || section.kind === "front";
  if (unnumbered) return { section, depth, number: null, annex };
  const prefix = parent ? `${parent.number}.` : "";
  const series = annex ? "annex" : "main";
  last[series] = ownNumber(section.code, prefix, last[series]) ?? last[series] + 1;
  return { section, depth, number: `${prefix}${last[series]}`, annex };
}

function ownNumber(code: string, prefix: string, last: number): number | null {
  const own = code.startsWith(prefix) ? code.slice(prefix.length) : "";
  if (!/^[1-9]\d{0,3}$/.test(own)) return null;
  return Number(own) > last ? Number(own) : null;
}
