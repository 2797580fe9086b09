import type {
  EditionContent,
  EvidenceContent,
  GroundKey,
  LimitationContent,
  LinkContent,
  SectionContent,
  StatementContent,
} from "~/domain/document/content";
import { distinctAnchors } from "~/domain/document/anchor";
import type { Atoms } from "~/domain/document/inline";
import type { GroundShown, Inline } from "~/domain/document/model";
import { namedTables, type NamedTable } from "~/domain/document/tables-named";
import type { ReferenceTarget } from "~/domain/text/document";
import type { Say } from "~/domain/document/words";

/** What assembling one document has at hand: the content, the language, and where everything in it stands. */
export interface Assembly {
  content: EditionContent;
  language: string;
  say: Say;
  /** The languages of the edition. */
  issuedIn: readonly string[];
  /** SHA-256 over this document with an empty digest, as hex; empty until it is known. */
  digest: string;
  /** The sections that are printed, in order. */
  sections: readonly SectionContent[];
  sectionById: ReadonlyMap<string, SectionContent>;
  statementById: ReadonlyMap<string, StatementContent>;
  evidenceByKey: ReadonlyMap<string, EvidenceContent>;
  limitationById: ReadonlyMap<string, LimitationContent>;
  /** The data blocks to which a text refers, by id. */
  tables: ReadonlyMap<string, NamedTable>;
  anchors: Record<"statement" | "section" | "ground" | "limitation", ReadonlyMap<string, string>>;
}

/** One name for a ground of any kind. */
export function keyOf(ground: GroundKey): string {
  return `${ground.kind} ${ground.id}`;
}

/** Prepares a document in one language, of those of the edition. */
export function startAssembly(content: EditionContent, language: string, say: Say, issuedIn: readonly string[]): Assembly {
  return {
    content,
    language,
    say,
    issuedIn,
    digest: "",
    sections: sectionsShown(content.sections),
    sectionById: new Map(content.sections.map((each) => [each.id, each])),
    statementById: new Map(content.statements.map((each) => [each.id, each])),
    evidenceByKey: new Map(content.evidence.map((each) => [keyOf(each), each])),
    limitationById: new Map(content.limitations.map((each) => [each.id, each])),
    tables: namedTables(content),
    anchors: {
      statement: distinctAnchors(
        "statement",
        content.statements.map((each) => each.code),
      ),
      section: distinctAnchors(
        "section",
        content.sections.map((each) => each.code),
      ),
      ground: distinctAnchors(
        "ground",
        content.evidence.map((each) => each.code),
      ),
      limitation: distinctAnchors(
        "limitation",
        content.limitations.map((each) => String(each.number)),
      ),
    },
  };
}

/** Without the optional sections that say nothing and hold none that does: a bare heading tells a reader nothing. */
function sectionsShown(sections: readonly SectionContent[]): SectionContent[] {
  const shown: SectionContent[] = [];
  for (const section of sections.toReversed()) {
    const says = section.required || section.blocks.length > 0 || section.limitationIds.length > 0;
    const holds = (shown.at(-1)?.level ?? 0) > section.level;
    if (says || holds) shown.push(section);
  }
  return shown.toReversed();
}

/** The place of a thing in the document. */
export function anchorIn(assembly: Assembly, kind: keyof Assembly["anchors"], code: string): string {
  const anchor = assembly.anchors[kind].get(code);
  if (!anchor) throw new Error(`no place for ${kind} ${code}`);
  return anchor;
}

/** How a section is named in a reference: its printed number, else its heading. */
export function sectionLabel(assembly: Assembly, section: SectionContent): string {
  return printedNumber(assembly, section) ?? headingIn(assembly, section).text;
}

/** The number before a heading: of an annex at the top with the word. */
export function printedNumber({ say }: Assembly, { number, annex, level }: SectionContent): string | null {
  return number !== null && annex && level === 1 ? say("annex", { number }) : number;
}

/** The heading of a section as this document prints it. */
export function headingIn(assembly: Assembly, section: SectionContent): { text: string; language: string } {
  const order = [section.language ?? assembly.language, assembly.content.originalLanguage, ...Object.keys(section.heading)];
  for (const language of order) {
    const text = section.heading[language];
    if (text?.trim()) return { text, language };
  }
  return { text: section.code, language: assembly.language };
}

/** A ground as printed, or nothing when it is not in the content (its record is gone). */
export function groundShown(
  assembly: Assembly,
  target: GroundKey,
  bearing: Pick<LinkContent, "relation" | "note">,
): GroundShown | undefined {
  if (target.kind === "statement") {
    const statement = assembly.statementById.get(target.id);
    return (
      statement && {
        code: statement.code,
        kind: "statement",
        to: anchorIn(assembly, "statement", statement.code),
        relation: bearing.relation,
        note: bearing.note,
        withheld: false,
      }
    );
  }
  const evidence = assembly.evidenceByKey.get(keyOf(target));
  return (
    evidence && {
      code: evidence.code,
      kind: evidence.kind,
      to: anchorIn(assembly, "ground", evidence.code),
      relation: bearing.relation,
      note: bearing.note,
      withheld: evidence.withheld !== null,
    }
  );
}

/** The grounds of a list of links, those that support first, then those that contradict, then context. */
export function groundsShown(assembly: Assembly, links: readonly LinkContent[]): GroundShown[] {
  const rank = { supports: 0, contradicts: 1, context: 2 };
  return links
    .flatMap(({ target, relation, note }) => groundShown(assembly, target, { relation, note }) ?? [])
    .toSorted((a, b) => rank[a.relation] - rank[b.relation]);
}

/** What stands between the words of a text: the grounds that its links lead to, and cross references as numbered here. */
export function atomsIn(assembly: Assembly, links: readonly LinkContent[]): Atoms {
  const byId = new Map(links.map((link) => [link.id, link]));
  return {
    cited: (linkId) => {
      const link = byId.get(linkId);
      return link && groundShown(assembly, link.target, link);
    },
    referred: (target) => referenceShown(assembly, target),
  };
}

/** A section by its name, as a reference where it is printed. */
export function sectionReference(assembly: Assembly, section: SectionContent): Inline {
  const text = sectionLabel(assembly, section);
  return assembly.sections.includes(section)
    ? { kind: "reference", text, to: anchorIn(assembly, "section", section.code) }
    : { kind: "text", text };
}

/** A cross reference by the number that its target has in this document; words where the target is gone. */
function referenceShown(assembly: Assembly, { kind, id }: ReferenceTarget): Inline {
  const gone: Inline = { kind: "text", text: `[${assembly.say("reference-gone")}]`, em: true };
  if (kind === "statement") {
    const code = assembly.statementById.get(id)?.code;
    return code === undefined ? gone : { kind: "reference", text: code, to: anchorIn(assembly, "statement", code) };
  }
  if (kind === "section") {
    const section = assembly.sectionById.get(id);
    return section ? sectionReference(assembly, section) : gone;
  }
  const table = assembly.tables.get(id);
  if (!table) return gone;
  const { section, place, count, anchor } = table;
  return {
    kind: "reference",
    text: assembly.say("reference-table", { section: sectionLabel(assembly, section), place, count }),
    to: anchor,
  };
}
