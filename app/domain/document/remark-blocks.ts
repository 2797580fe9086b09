import { anchorOf } from "~/domain/document/anchor";
import { groundShown, sectionReference, type Assembly } from "~/domain/document/assembly";
import type { RemarkContent } from "~/domain/document/content";
import { groupedBy } from "~/domain/document/grouped-by";
import { plainInline } from "~/domain/document/inline";
import type { Block, DocumentSection, Inline, TableCell } from "~/domain/document/model";
import { textWithLanguage, type LocalText } from "~/domain/local-text";

/** Remarks on earlier editions with what was done with them, a table for each edition; a sentence where there is none. */
export function remarkBlocks(assembly: Assembly): Block[] {
  const { language, say } = assembly;
  const tables = byEdition(assembly).map(([edition, remarks]) => tableOf(assembly, remarks, say("remarks-heading", { edition })));
  return tables.length > 0 ? tables : [{ kind: "paragraph", language, content: plainInline(say("remarks-none")) }];
}

/** The same as annexes of their own, for a study whose outline has no place for them; none where nothing was answered. */
export function closingRemarks(assembly: Assembly): DocumentSection[] {
  const { language, say } = assembly;
  return byEdition(assembly).map(([edition, remarks]) => {
    const code = `remarks-${edition}`;
    const heading = say("remarks-heading", { edition });
    const place = { code, anchor: anchorOf("section", code), number: null, heading, language, level: 1, kind: "annex" };
    return { ...place, signOff: "not-needed" as const, blocks: [tableOf(assembly, remarks, null)] };
  });
}

function byEdition({ content }: Assembly): [number, RemarkContent[]][] {
  return [...groupedBy(content.remarks, ({ edition }) => String(edition))].map(([edition, remarks]) => [Number(edition), [...remarks]]);
}

function tableOf(assembly: Assembly, remarks: readonly RemarkContent[], caption: string | null): Block {
  const head = ["remark-code", "remark-about", "remark-said", "remark-response", "remark-changed"];
  return {
    kind: "table",
    language: assembly.language,
    caption,
    widths: [9, 15, 28, 28, 20],
    head: head.map((key) => ({ lines: [plainInline(assembly.say(key))], header: true as const })),
    rows: remarks.map((remark) => rowOf(assembly, remark)),
  };
}

function rowOf(assembly: Assembly, remark: RemarkContent): TableCell[] {
  const { code, passage, text, language, stance, response, changed, statementIds } = remark;
  const quoted = passage === "" ? [] : plainInline(`${assembly.say("quote-open")}${passage}${assembly.say("quote-close")}`);
  const links = statementIds.flatMap((id) => statementLink(assembly, id) ?? []);
  return [
    { lines: [plainInline(code)], header: true },
    cell(aboutOf(assembly, remark), inLanguage(assembly, quoted, language)),
    cell(inLanguage(assembly, plainInline(text), language)),
    cell(plainInline(assembly.say(`stance-${stance}`)).map(strong), localLine(assembly, response)),
    cell(localLine(assembly, changed), joined(links)),
  ];
}

const cell = (...lines: Inline[][]): TableCell => ({ lines: lines.filter((line) => line.length > 0) });
const strong = (part: Inline): Inline => (part.kind === "text" ? { ...part, strong: true } : part);

/** What a remark is about: a link to the statement or section where this document still has it, else its code. */
function aboutOf(assembly: Assembly, { sectionCode, statementCode }: RemarkContent): Inline[] {
  if (statementCode !== null) {
    const statement = assembly.content.statements.find(({ code }) => code === statementCode);
    const link = statement && statementLink(assembly, statement.id);
    return link ? [link] : plainInline(statementCode);
  }
  if (sectionCode === null) return plainInline(assembly.say("remark-whole"));
  const section = assembly.content.sections.find(({ code }) => code === sectionCode);
  return section ? [sectionReference(assembly, section)] : plainInline(sectionCode);
}

/** A link to a statement; nothing where no section of the document shows it. */
function statementLink(assembly: Assembly, id: string): Inline | undefined {
  const isShown = assembly.content.sections.some(({ blocks }) =>
    blocks.some((block) => block.kind === "statement" && block.statementId === id),
  );
  const ground = isShown ? groundShown(assembly, { kind: "statement", id }, { relation: "context", note: "" }) : undefined;
  return ground && { kind: "reference", text: ground.code, to: ground.to };
}

function joined(links: readonly Inline[]): Inline[] {
  return links.flatMap((link, at) => (at > 0 ? [{ kind: "text" as const, text: ", " }, link] : [link]));
}

function localLine(assembly: Assembly, text: LocalText): Inline[] {
  const found = textWithLanguage(text, assembly.language, [assembly.content.originalLanguage]);
  return found ? inLanguage(assembly, plainInline(found.text), found.language) : [];
}

function inLanguage(assembly: Assembly, line: Inline[], language: string): Inline[] {
  return line.map((part) => (part.kind === "text" && language !== assembly.language ? { ...part, language } : part));
}
