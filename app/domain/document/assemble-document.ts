import { digestOf } from "~/domain/canonical";
import { anchorOf } from "~/domain/document/anchor";
import { textIn } from "~/domain/local-text";
import { numberCaptions } from "~/domain/document/captions";
import { anchorIn, atomsIn, headingIn, printedNumber, startAssembly, type Assembly } from "~/domain/document/assembly";
import type { BlockContent, DataPiece, EditionContent, SectionContent } from "~/domain/document/content";
import { dataBlocks } from "~/domain/document/data-blocks";
import { plainInline, textBlocks } from "~/domain/document/inline";
import { documentFormat, type Block, type DocumentSection, type EditionBlocks, type EditionDocument } from "~/domain/document/model";
import { chosenIn } from "~/domain/document/passage";
import { registerOf } from "~/domain/document/register";
import { closingRemarks } from "~/domain/document/remark-blocks";
import { statementShown } from "~/domain/document/statement";
import { frozenWords, type Say } from "~/domain/document/words";

/** What the documents of an edition tell of it: the languages that it is issued in, and the digest of each by this function (text in, hex out). */
interface Issue {
  languages: readonly string[];
  sha256: (text: string) => string;
}

/** What an edition freezes: one document per language from one content. The outline alone decides parts and order. */
export function assembleEdition(content: EditionContent, issue: Issue, sayIn: (language: string) => Say): EditionBlocks {
  const documents = issue.languages.map((language) => assembleDocument(content, language, sayIn(language), issue));
  return { format: "grondslag-edition/1", documents };
}

/**
 * The whole document in one language, as a tree of blocks that every writer works from. The same content gives the same tree. Where it has a
 * colophon, that says the digest over the document in which the place of the digest is empty.
 */
export function assembleDocument(content: EditionContent, language: string, say: Say, issue?: Issue): EditionDocument {
  const assembly = startAssembly(content, language, say, issue?.languages ?? [language]);
  const document = documentOf(assembly);
  if (!issue || !holdsPiece(content, "colophon")) return document;
  return documentOf({ ...assembly, digest: digestOf(document, issue.sha256) });
}

function documentOf(assembly: Assembly): EditionDocument {
  const { content, language, say } = assembly;
  const sections = assembly.sections.map((each) => sectionShown(assembly, each));
  const register = registerOf(assembly);
  return {
    format: documentFormat,
    language,
    title: textIn(content.title, language, [content.originalLanguage]),
    notice: content.notice && textIn(content.notice, language, [content.originalLanguage]),
    number: content.number,
    draft: content.draft,
    purpose: content.purpose,
    titlePage: titlePage(assembly),
    classification: say(content.purpose === "concept" ? "classification-concept" : "classification-final"),
    lacking: lackingOf(assembly),
    sections: numberCaptions(
      [
        ...sections,
        ...(holdsPiece(content, "remarks") ? [] : closingRemarks(assembly)),
        ...(register.length > 0 && !sections.some(hasRegister) ? [closingRegister(assembly)] : []),
      ],
      say,
    ),
    register,
    words: frozenWords(say),
  };
}

/** Whether the outline has a place of its own for something. */
function holdsPiece({ sections }: EditionContent, wanted: DataPiece["piece"]): boolean {
  const pieces = sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "data" ? block.pieces : [])));
  return pieces.some(({ piece }) => piece === wanted);
}

const hasRegister = ({ blocks }: DocumentSection) => blocks.some(({ kind }) => kind === "register");

/** The register of a study whose outline has none: a statement must lead to its grounds in every document. */
function closingRegister({ language, say }: Assembly): DocumentSection {
  const code = "evidence-register";
  return {
    code,
    anchor: anchorOf("section", code),
    number: null,
    heading: say("register-heading"),
    language,
    level: 1,
    kind: "annex",
    signOff: "not-needed",
    blocks: [{ kind: "register", language }],
  };
}

function titlePage({ content, say, language }: Assembly): { term: string; text: string }[] {
  const { from, to } = content.period;
  const rows = [
    { term: say("commissioner"), text: textIn(content.commissioner, language, [content.originalLanguage]) },
    { term: say("edition"), text: say("edition-line", { number: content.number, draft: content.draft }) },
    { term: say("compiled-on"), text: say("day", { day: content.compiledOn }) },
    { term: say("period"), text: from && to ? say("period-line", { from, to }) : "" },
    { term: say("protocol"), text: say("protocol-line", { number: content.protocolNumber }) },
  ];
  return rows.filter((row) => row.text.trim() !== "");
}

/** What is missing under this edition, in one sentence that stands on every page; null when every sign-off is there. */
function lackingOf({ sections, say }: Assembly): string | null {
  const needed = sections.filter((section) => section.signOff !== "not-needed").length;
  const open = sections.filter((section) => section.signOff === "missing" || section.signOff === "stale").length;
  return open === 0 ? null : say("sign-offs-missing", { open, needed });
}

function sectionShown(assembly: Assembly, section: SectionContent): DocumentSection {
  const heading = headingIn(assembly, section);
  const blocks = [...section.blocks.flatMap((block) => blocksShown(assembly, section, block)), ...limitationBlocks(assembly, section)];
  return {
    code: section.code,
    anchor: anchorIn(assembly, "section", section.code),
    number: printedNumber(assembly, section),
    heading: heading.text,
    language: heading.language,
    level: Math.min(6, section.level),
    kind: section.kind,
    signOff: section.signOff,
    ...signedBy(assembly, section),
    blocks: hasParts(assembly, section) || blocks.length > 0 ? blocks : [nothingYet(assembly)],
  };
}

/** Whether sections below this one come next. */
function hasParts({ sections }: Assembly, section: SectionContent): boolean {
  const next = sections[sections.indexOf(section) + 1];
  return next !== undefined && next.level > section.level;
}

/** A heading with nothing below it reads as a mistake. */
function nothingYet({ language, say }: Assembly): Block {
  return { kind: "paragraph", language, content: plainInline(say("data-empty")) };
}

function signedBy({ content, say }: Assembly, { id }: SectionContent): Pick<DocumentSection, "signedBy"> {
  const held = content.approvals.filter(({ sectionId, holds }) => sectionId === id && holds);
  return held.length > 0 ? { signedBy: held.map(({ name, at }) => ({ name, on: say("day", { day: at }) })) } : {};
}

function blocksShown(assembly: Assembly, section: SectionContent, block: BlockContent): Block[] {
  if (block.kind === "data")
    return placed(dataBlocks(assembly, block.pieces, section.level), assembly.tables.get(block.id ?? "")?.anchor, assembly.language);
  if (block.kind === "text") {
    const { body, language, flag } = chosenIn(block.text, assembly.language, section.language);
    return textBlocks(body, { language, depth: section.level, atoms: atomsIn(assembly, block.links), ...(flag ? { flag } : {}) });
  }
  const statement = assembly.statementById.get(block.statementId);
  return statement ? [statementShown(assembly, statement, section, block.kind === "repeat")] : [];
}

/** The blocks with a place at the first of them; where that can have none, before it. */
function placed(blocks: readonly Block[], anchor: string | undefined, language: string): Block[] {
  const [first, ...rest] = blocks;
  if (anchor === undefined) return [...blocks];
  if (!first) return [{ kind: "paragraph", language, content: [], anchor }];
  if (first.kind === "paragraph" || first.kind === "table" || first.kind === "picture") return [{ ...first, anchor }, ...rest];
  return [{ kind: "paragraph", language: first.language, content: [], anchor }, ...blocks];
}

/** The limitations that the section names. A limitation has its place where it is first listed. */
function limitationBlocks(assembly: Assembly, section: SectionContent): Block[] {
  const listed = section.limitationIds.flatMap((id) => assembly.limitationById.get(id) ?? []);
  if (listed.length === 0) return [];
  const homes = firstHomes(assembly);
  const items = listed.map((limitation) => {
    const { body, language, flag } = chosenIn(limitation.text, assembly.language, section.language);
    const mark = flag ? [{ kind: "text" as const, text: ` [${assembly.say(flag)}]`, em: true as const }] : [];
    return {
      number: limitation.number,
      ...(homes.get(limitation.id) === section.id ? { anchor: anchorIn(assembly, "limitation", String(limitation.number)) } : {}),
      language,
      content: [...plainInline(body), ...mark],
    };
  });
  return [{ kind: "limitations", language: assembly.language, items }];
}

function firstHomes(assembly: Assembly): Map<string, string> {
  const homes = new Map<string, string>();
  for (const section of assembly.content.sections) for (const id of section.limitationIds) if (!homes.has(id)) homes.set(id, section.id);
  return homes;
}

/** How the outline of a document reads: number and heading, for a list of contents. */
export function contentsLine(section: Pick<DocumentSection, "number" | "heading">): string {
  return section.number === null ? section.heading : `${section.number} ${section.heading}`;
}
