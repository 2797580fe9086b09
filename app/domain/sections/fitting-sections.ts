import type { Finding } from "~/domain/protocol/problem";
import type { Protocol } from "~/domain/protocol/schema";

/** A section that is there, as far as a new outline has to fit it. */
export interface SectionThere {
  id: string;
  node: string;
  code: string;
}

/** Which section that is there each node of an outline continues: the one of the same id, else one of the same code whose own node is gone. */
export function continuedSections(outline: Protocol["outline"], there: readonly SectionThere[]): Map<string, SectionThere> {
  const nodes = new Set(outline.map(({ id }) => id));
  const byNode = new Map(there.map((section) => [section.node, section]));
  const goneByCode = new Map(there.filter(({ node }) => !nodes.has(node)).map((section) => [section.code, section]));
  return new Map(
    outline.flatMap(({ id, code }) => {
      const section = byNode.get(id) ?? goneByCode.get(code);
      return section ? [[id, section] as const] : [];
    }),
  );
}

/** Codes that a new outline may not give: another one to a section that has text, and one that a section which goes keeps for itself. */
export function codeProblems(protocol: Protocol, there: readonly SectionThere[], withText: readonly string[]): Finding<"kept-changed">[] {
  const continued = continuedSections(protocol.outline, there);
  const going = new Set([...continued.values()].map(({ id }) => id));
  const keptCodes = new Set(there.filter(({ id }) => !going.has(id)).map(({ code }) => code));
  return protocol.outline.flatMap(({ id, code }, at): Finding<"kept-changed">[] => {
    const section = continued.get(id);
    if (!section || section.code === code || !(withText.includes(section.node) || keptCodes.has(code))) return [];
    return [{ code: "kept-changed", path: ["outline", at, "code"], details: { id, kind: "section", before: section.code, after: code } }];
  });
}
