import { canonical } from "~/domain/canonical";
import { compareDocuments, type DocumentComparison, type StatementChange, type Was } from "~/domain/document/compare-documents";
import type { RowChange } from "~/domain/document/compare-tables";
import { plainInline } from "~/domain/document/inline";
import type { Block, EditionDocument, TableCell } from "~/domain/document/model";
import { provenanceOf } from "~/domain/document/provenance";
import { redline } from "~/domain/document/redline";
import { languageIfAny } from "~/domain/tool-language";
import { writeDocx } from "~/platform/docx/write-docx.server";
import { writeTableDocx } from "~/platform/docx/write-table-docx.server";
import { translator } from "~/platform/i18n.server";

/** What is to be written of two editions. */
interface WrittenComparison {
  what: "changes" | "redline";
  from: EditionDocument;
  to: EditionDocument;
  /** SHA-256 over the documents of the later edition. */
  hash: string;
}

/** Writes what changed between two editions as a Word file: a list, or the later edition with tracked changes. */
export function writeComparison({ what, from, to, hash }: WrittenComparison): Promise<Uint8Array> {
  if (what === "changes") return writeChanges(from, to);
  const document = redline(from, to);
  return writeDocx({ document, hash, provenance: canonical(provenanceOf(to, hash)), manifest: "" });
}

type Say = ReturnType<typeof translator<"editions">>;

function writeChanges(from: EditionDocument, to: EditionDocument): Promise<Uint8Array> {
  const say = translator(languageIfAny(to.language) ?? "en", "editions");
  const found = compareDocuments(from, to);
  const name = ({ number, draft }: EditionDocument) => say("draft", { number, draft });
  const counts = { statements: found.statements.length, tables: found.tables.length, sections: found.sections.length };
  return writeTableDocx({
    language: to.language,
    title: say("compare.title", { from: name(from), to: name(to) }),
    intro: [say("compare.lede", counts)],
    table: changesTable(found, to.language, say),
    head: to.title,
    notice: to.notice,
    page: to.words["page"] ?? "",
    of: to.words["of"] ?? "",
  });
}

function changesTable(found: DocumentComparison, language: string, say: Say): Extract<Block, { kind: "table" }> {
  const rows = [
    ...found.statements.map((statement) => statementRow(statement, say)),
    ...found.tables.flatMap((table) => [
      ...(table.rows.length === 0 ? [[cell(table.name), cell(say(`compare.what.${table.what}`)), cell(""), cell("")]] : []),
      ...table.rows.map((row) => tableRow(table.name, row, say)),
    ]),
    ...found.sections.flatMap(({ heading, texts }) => {
      const name = heading.after ?? heading.before ?? "";
      const headings = heading.before === heading.after ? [] : [row(name, say("compare.heading"), heading)];
      return [...headings, ...texts.map((text) => row(name, say("compare.text"), text))];
    }),
  ];
  const head = ["compare.where", "compare.kind", "compare.before", "compare.after"] as const;
  return {
    ...{ kind: "table", language, caption: null, widths: [16, 14, 35, 35] },
    head: head.map((key): TableCell => ({ ...cell(say(key)), header: true })),
    rows: rows.length > 0 ? rows : [[cell(say("compare.none")), cell(""), cell(""), cell("")]],
  };
}

const cell = (text: string): TableCell => ({ lines: text === "" ? [] : [plainInline(text)] });
const row = (name: string, what: string, { before, after }: Was<string>) => [cell(name), cell(what), cell(before ?? ""), cell(after ?? "")];

function statementRow(statement: StatementChange, say: Say): TableCell[] {
  const side = (of: "before" | "after"): TableCell => ({
    lines: [
      statement.text[of] ?? "",
      ...(statement.what.includes("moved") ? [`${say("compare.of.moved")} ${statement.section[of] ?? ""}`] : []),
      ...(statement.what.includes("confidence")
        ? [`${say("compare.of.confidence")} ${statement.confidence[of] ?? say("compare.nothing")}`]
        : []),
      ...(statement.what.includes("addressee")
        ? [`${say("compare.of.addressee")} ${statement.addressedTo[of] ?? say("compare.nothing")}`]
        : []),
      ...groundsLine(statement, of, say),
    ]
      .filter((text) => text !== "")
      .map(plainInline),
  });
  const what = statement.what.map((each) => say(`compare.what.${each}`)).join(", ");
  return [{ ...cell(statement.code), header: true }, cell(what), side("before"), side("after")];
}

function groundsLine({ what, groundsGone, groundsCome }: StatementChange, of: "before" | "after", say: Say): string[] {
  const grounds = of === "before" ? groundsGone : groundsCome;
  return what.includes("grounds") && grounds.length > 0 ? [`${say("compare.of.grounds")} ${grounds.join(", ")}`] : [];
}

function tableRow(table: string, { name, what, cells }: RowChange, say: Say): TableCell[] {
  const side = (of: "before" | "after"): TableCell => ({
    lines: cells.map((one) => plainInline(`${one.column}: ${one[of] || say("compare.nothing")}`)),
  });
  return [
    cell(table),
    cell(`${name}: ${say(what === "changed" ? "compare.cell" : `compare.what.${what}`)}`),
    side("before"),
    side("after"),
  ];
}
