import { labelsOfInterviewees, type NamedInterviewee } from "~/domain/attribution";
import type { EvidenceGraph, GraphLink } from "~/domain/evidence/graph";
import { isEvidenceKind, nodeKey, type LinkKind, type NodeKind, type NodeRef } from "~/domain/evidence/kinds";
import { textIn, textWithLanguage } from "~/domain/local-text";
import { languageIfAny, type Language } from "~/domain/tool-language";
import { textOfDoc } from "~/domain/text/text-of-doc";
import type { BlockDocument } from "~/domain/text/document";
import type { Evidence } from "./evidence.server";
import type { EvidenceLevel } from "./evidence-origin.server";
import type { BlockRow, StudyDocument } from "./evidence-graph.server";
import { documentWords } from "./document-words.server";
import { translator } from "./i18n.server";

/** In which language a page shows texts, and in which it falls back. */
export interface Reading {
  language: string;
  /** The language of the tool, for its own words. */
  tool: Language;
  fallback: readonly string[];
}

/** How a person reads a study: in her own language where the study has it, else in its original. */
export function readingOf(tool: Language, assessment: { languages: readonly string[]; originalLanguage: string }): Reading {
  const language = assessment.languages.includes(tool) ? tool : assessment.originalLanguage;
  return { language, tool: languageIfAny(tool) ?? "nl", fallback: [assessment.originalLanguage, ...assessment.languages] };
}

/** A text as it is shown: in which language, and whether that is instead of a missing translation or behind its original. */
export interface ShownText {
  text: string;
  language: string;
  state: "original" | "translated" | "missing" | "behind";
}

/** A ground as a page shows it: its chip, and its words in full. `href` is null for what can't be opened. */
export interface GroundView {
  kind: NodeKind;
  id: string;
  code: string;
  /** Where it comes from in few words, for the chip. */
  origin: string;
  /** Where it comes from in full. */
  from: string;
  text: ShownText | null;
  quoted: boolean;
  withheld: "withdrawn" | null;
  /** Its source was left out in the screening. */
  leftOut: boolean;
  href: string | null;
}

/** A ground with the link under which it stands. */
export interface LinkedGround extends GroundView {
  linkId: string;
  version: number;
  relation: LinkKind;
  note: string;
}

/** The words of a bound text in the language that is read. */
function shownText(
  text: { original: string; texts: { readonly [language: string]: string }; behind: readonly string[] },
  { language }: Reading,
): ShownText {
  const found = textWithLanguage(text.texts, language, [text.original]);
  const there = found?.language ?? text.original;
  if (there === text.original)
    return { text: found?.text ?? "", language: there, state: language === text.original ? "original" : "missing" };
  return { text: found?.text ?? "", language: there, state: text.behind.includes(there) ? "behind" : "translated" };
}

/** A document as it is shown, likewise. */
export interface ShownDocument extends Omit<ShownText, "text"> {
  document: BlockDocument;
}

/** The document of a block in the language that is read, else its original. */
export function shownDocument(
  block: Pick<BlockRow, "language" | "document" | "translations">,
  { language }: Pick<Reading, "language">,
): ShownDocument {
  const translation = block.translations.find((one) => one.language === language);
  if (block.language === language) return { document: block.document, language, state: "original" };
  if (!translation) return { document: block.document, language: block.language, state: "missing" };
  return { document: translation.body, language, state: translation.behind ? "behind" : "translated" };
}

/** A piece of evidence as a page shows it. `base` is the address of the assessment. */
export function evidenceView(evidence: Evidence, reading: Reading, base: string): GroundView {
  const { kind, id, code, withheld } = evidence;
  const text = evidence.text && shownText(evidence.text, reading);
  return {
    kind,
    id,
    code,
    ...originTexts(evidence, reading),
    text: text && text.text === "" ? null : text,
    quoted: evidence.form === "quoted",
    withheld,
    leftOut: evidence.leftOut,
    href: withheld ? null : base + evidence.path,
  };
}

/** A statement as the ground of another. */
export function statementView(document: StudyDocument, id: string, reading: Reading, base: string): GroundView | null {
  const statement = document.statements.get(id);
  const block = statement && document.blocks.get(statement.blockId);
  if (!statement || !block) return null;
  const { document: words, ...shown } = shownDocument(block, reading);
  const text = { ...shown, text: textOfDoc(words) };
  return {
    kind: "statement",
    id,
    code: statement.code,
    origin: "",
    from: "",
    text,
    quoted: false,
    withheld: null,
    leftOut: false,
    href: `${base}/statements/${statement.code}`,
  };
}

/** The grounds under a block, in the order of its ground line: what supports, what contradicts, what gives context. */
export function groundsOf(
  {
    graph,
    document,
    evidence,
    versions,
  }: { graph: EvidenceGraph; document: StudyDocument; evidence: ReadonlyMap<string, Evidence>; versions: ReadonlyMap<string, number> },
  blockId: string,
  reading: Reading,
  base: string,
): LinkedGround[] {
  const links = graph.linksOfBlock.get(blockId) ?? [];
  const order: readonly LinkKind[] = ["supports", "contradicts", "context"];
  return links
    .toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
    .flatMap((link) => {
      const view = nodeView(link.to, { document, evidence }, reading, base);
      return view ? [linked(view, link, versions.get(link.id) ?? 1)] : [];
    });
}

/** A node as a page shows it; null for one that this viewer may not see or that is gone. */
export function nodeView(
  node: NodeRef,
  { document, evidence }: { document: StudyDocument; evidence: ReadonlyMap<string, Evidence> },
  reading: Reading,
  base: string,
): GroundView | null {
  if (!isEvidenceKind(node.kind)) return statementView(document, node.id, reading, base);
  const found = evidence.get(nodeKey(node));
  return found ? evidenceView(found, reading, base) : null;
}

function linked(view: GroundView, link: GraphLink, version: number): LinkedGround {
  return { ...view, linkId: link.id, version, relation: link.kind, note: link.note };
}

function originTexts(evidence: Evidence, reading: Reading): { origin: string; from: string } {
  const { origin } = evidence;
  const text = (value: Parameters<typeof textIn>[0]) => textIn(value, reading.language, reading.fallback);
  switch (origin.kind) {
    case "source": {
      const title = origin.described ? `[${origin.title}]` : origin.title;
      const short = [origin.authors || title, origin.year].filter(Boolean).join(" ");
      return {
        origin: joined(short, origin.place),
        from: joined(origin.authors && `${origin.authors} ${origin.year ?? ""}`.trim(), title, origin.place),
      };
    }
    case "interview": {
      const unnamed = translator(reading.tool, "evidence")("data.unnamed");
      const people = labelsOfInterviewees(origin.people, reading.language, unnamed, reading.fallback).join("; ") || unnamed;
      return {
        origin: people,
        from: [joined(people, text(origin.question)), interestText(origin.people, reading)].filter(Boolean).join(". "),
      };
    }
    case "actor":
      return { origin: origin.name, from: joined(origin.name, text(origin.label), origin.asOf) };
    case "judgement":
      return {
        origin: joined(shortened(text(origin.subject)), levelText(evidence.level, reading)),
        from: joined(
          text(origin.subject),
          text(origin.criterion),
          levelText(evidence.level, reading),
          origin.earlier ? documentWords(reading.language)("earlier-wording") : null,
        ),
      };
    case "framework":
      return {
        origin: joined(shortened(text(origin.node)), levelText(evidence.level, reading)),
        from: joined(text(origin.title), text(origin.node), levelText(evidence.level, reading)),
      };
  }
}

/** The interests in the outcome of those who gave an answer, as far as their level allows, each once. */
function interestText(people: readonly NamedInterviewee[], reading: Reading): string {
  const say = documentWords(reading.language);
  const told = people.flatMap(({ interest }) =>
    interest.map(({ kind, words }) =>
      [say(`interest-${kind}`), textIn(words, reading.language, reading.fallback)].filter(Boolean).join(": "),
    ),
  );
  return [...new Set(told)].join("; ");
}

const longestInChip = 48;

/** A name that fits a chip; in full it stands beside the ground. */
function shortened(name: string): string {
  return name.length > longestInChip ? `${name.slice(0, longestInChip).trimEnd()}…` : name;
}

function levelText(level: EvidenceLevel | null, { language, fallback }: Reading): string {
  if (!level) return "";
  return level.label ? textIn(level.label, language, fallback) : String(level.value);
}

function joined(...parts: (string | null | undefined)[]): string {
  return parts.filter((part) => part).join(", ");
}
