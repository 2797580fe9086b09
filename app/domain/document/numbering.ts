import { groupedBy } from "~/domain/document/grouped-by";
import type { SectionContent } from "~/domain/document/content";

/** A section in reading order with its level (1 = top) and its printed number; null = not numbered. */
export interface NumberedSection {
  section: SectionContent;
  level: number;
  number: string | null;
}

const unnumbered = new Set(["summary"]);

/**
 * The outline in reading order, numbered by place: chapters 1, 2, 3, their parts 1.1, 1.2; annexes A, B, C; summaries carry no
 * number. Codes never change and say nothing of the place; this number does.
 */
export function numberSections(sections: readonly SectionContent[]): NumberedSection[] {
  const below = groupedBy(sections, (section) => section.parentId);
  const walk = (parentId: string | null, level: number, prefix: string | null): NumberedSection[] => {
    const counts = { chapter: 0, annex: 0 };
    return (below.get(parentId) ?? []).flatMap((section) => {
      const number = level === 1 ? topNumber(section, counts) : prefix && `${prefix}.${(counts.chapter += 1)}`;
      return [{ section, level, number }, ...walk(section.id, level + 1, number)];
    });
  };
  return walk(null, 1, null);
}

function topNumber(section: SectionContent, counts: { chapter: number; annex: number }): string | null {
  if (unnumbered.has(section.kind)) return null;
  if (section.kind === "annex") return letters(counts.annex++);
  return String((counts.chapter += 1));
}

function letters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letters(Math.floor(at / 26) - 1) + last;
}
