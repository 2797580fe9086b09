import { anchorIn, groundShown, keyOf, sectionLabel, type Assembly } from "~/domain/document/assembly";
import { groundKinds, type EvidenceContent, type GroundKey, type LinkContent, type Relation } from "~/domain/document/content";
import { plainInline } from "~/domain/document/inline";
import type { RegisterEntry } from "~/domain/document/model";
import { chosenIn } from "~/domain/document/passage";
import { cellLines, wordingText } from "~/domain/document/wording";

interface Bearing {
  code: string;
  to: string;
  relation: Relation;
}

/**
 * The register of evidence: every ground that the document cites, and what those stand on themselves, each once, with what
 * stands on it. Evidence that nothing cites is not in it.
 */
export function registerOf(assembly: Assembly): RegisterEntry[] {
  const bears = bearingsOf(assembly);
  const cited = reachableFrom(assembly, [...bears.keys()]);
  const found = assembly.content.evidence.filter((each) => cited.has(keyOf(each))).toSorted(inOrder);
  return found.map((each) => entryOf(assembly, each, bears.get(keyOf(each)) ?? []));
}

/** By kind, then by code as people count: S2 before S10. */
function inOrder(a: EvidenceContent, b: EvidenceContent): number {
  const kinds = groundKinds.indexOf(a.kind) - groundKinds.indexOf(b.kind);
  return kinds !== 0 ? kinds : byCode.compare(a.code, b.code);
}

const byCode = new Intl.Collator("en", { numeric: true });

function entryOf(assembly: Assembly, evidence: EvidenceContent, bears: Bearing[]): RegisterEntry {
  const chosen = evidence.text && chosenIn(evidence.text, assembly.language);
  const [open, close] = evidence.quoted ? [assembly.say("quote-open"), assembly.say("quote-close")] : ["", ""];
  return {
    code: evidence.code,
    kind: evidence.kind,
    anchor: anchorIn(assembly, "ground", evidence.code),
    label: joined(cellLines(assembly, evidence.label)),
    language: chosen?.language ?? assembly.language,
    ...(chosen?.flag ? { flag: chosen.flag } : {}),
    text: chosen && chosen.body.trim() !== "" ? plainInline(`${open}${chosen.body}${close}`) : null,
    withheld: evidence.withheld && assembly.say(`withheld-${evidence.withheld}`),
    remarks: evidence.remarks.map((each) => wordingText(assembly, each)),
    grounds: evidence.grounds.flatMap((key) => groundShown(assembly, key, { relation: "supports", note: "" }) ?? []),
    bears,
  };
}

function joined(lines: ReturnType<typeof cellLines>) {
  return lines.flatMap((line, at) => (at > 0 ? [{ kind: "text" as const, text: ", " }, ...line] : line));
}

/** What stands on each ground: statements by number, running text by the section that holds it. */
function bearingsOf(assembly: Assembly): Map<string, Bearing[]> {
  const bears = new Map<string, Bearing[]>();
  const add = (links: readonly LinkContent[], code: string, to: string) => {
    for (const { target, relation } of links) {
      const list = bears.get(keyOf(target)) ?? [];
      if (!list.some((each) => each.to === to && each.relation === relation)) list.push({ code, to, relation });
      bears.set(keyOf(target), list);
    }
  };
  for (const section of assembly.content.sections) {
    for (const block of section.blocks) {
      const statement = block.kind === "statement" ? assembly.statementById.get(block.statementId) : undefined;
      if (statement) add(statement.links, statement.code, anchorIn(assembly, "statement", statement.code));
      if (block.kind === "text") add(block.links, sectionLabel(assembly, section), anchorIn(assembly, "section", section.code));
    }
  }
  return bears;
}

function reachableFrom(assembly: Assembly, start: readonly string[]): Set<string> {
  const reached = new Set<string>(start);
  const waiting = [...start];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const grounds: readonly GroundKey[] = assembly.evidenceByKey.get(key)?.grounds ?? [];
    for (const next of grounds.map(keyOf)) {
      if (!reached.has(next)) waiting.push(next);
      reached.add(next);
    }
  }
  return reached;
}
