import { describe, expect, it } from "vitest";
import { canonical } from "~/domain/canonical";
import { assembleDocument, assembleEdition } from "~/domain/document/assemble-document";
import type { EditionContent } from "~/domain/document/content";
import type { Block, EditionDocument, TableCell } from "~/domain/document/model";
import { documentWords } from "~/platform/document-words.server";
import { sha256 } from "~/platform/sha256.server";
import { section, study } from "../support/edition-content";

const colophon = section("colophon", {
  ...{ kind: "front", number: null, signOff: "not-needed" },
  blocks: [{ kind: "data", pieces: [{ piece: "colophon" }] }],
});

function content(more: Partial<EditionContent> = {}): EditionContent {
  const base = study(more);
  return { ...base, sections: [colophon, ...base.sections] };
}

const issued = (of: EditionContent, languages = ["nl", "en"]) => assembleEdition(of, { languages, sha256 }, documentWords).documents;
const textOf = ({ lines }: TableCell) => lines.map((line) => line.map((part) => ("text" in part ? part.text : "")).join(""));
const tableOf = ({ sections }: EditionDocument) =>
  sections.flatMap(({ blocks }) => blocks).find((block): block is Extract<Block, { kind: "table" }> => block.kind === "table");
function factsOf(document: EditionDocument | undefined): Record<string, string[]> {
  const rows = document ? (tableOf(document)?.rows ?? []) : [];
  return Object.fromEntries(rows.map(([term, said]) => [term ? (textOf(term)[0] ?? "") : "", said ? textOf(said) : []]));
}

describe("the colophon", () => {
  it("says who commissioned and did the study, which edition it is, and what it was made with", () => {
    const team = [
      { role: "lead" as const, names: ["Hanna Vos"] },
      { role: "reviewer" as const, names: ["Noor Bakker", "Tom Okafor"] },
    ];
    const [nl, en] = issued(content({ colophon: { ...study().colophon, carriedOutBy: team } }));
    expect(factsOf(nl)).toMatchObject({
      Opdrachtgever: ["De gemeente"],
      "Uitgevoerd door": ["Projectleider: Hanna Vos", "Beoordelaars: Noor Bakker, Tom Okafor"],
      Editie: ["Editie 1, versie 2", "Concept, voor commentaar"],
      "Samengesteld op": ["1 juli 2026"],
      Taal: ["Nederlands", "Ook verschenen in: Engels"],
      Protocol: ["versie 1", "sha256 abab abab abab abab"],
      "Gemaakt met": ["Grondslag 1.2.3"],
    });
    expect(factsOf(en)).toMatchObject({ Language: ["English", "Also issued in: Dutch"], "Commissioned by": ["The city"] });
  });

  it("says the fingerprint of the document with that place empty, so that anybody can count it again", () => {
    const [nl] = issued(content(), ["nl"]);
    const [said = ""] = factsOf(nl)["Vingerafdruk van de tekst"] ?? [];
    const emptied = canonical(nl).replace(said, "sha256");
    expect(said).toBe(`sha256 ${(sha256(emptied).slice(0, 16).match(/.{4}/gu) ?? []).join(" ")}`);
    expect(factsOf(nl)["Taal"]).toEqual(["Nederlands"]);
  });

  it("changes its fingerprint with a word of the text, and stands in no document whose outline has none", () => {
    const [one] = issued(content(), ["nl"]);
    const [other] = issued(content({ limitations: [] }), ["nl"]);
    expect(factsOf(one)["Vingerafdruk van de tekst"]?.[0]).not.toBe(factsOf(other)["Vingerafdruk van de tekst"]?.[0]);
    expect(issued(study(), ["nl"])).toEqual([assembleDocument(study(), "nl", documentWords("nl"))]);
  });

  it("is no table of the list of tables", () => {
    const [nl] = issued(content(), ["nl"]);
    expect(nl && tableOf(nl)).toMatchObject({ caption: null, head: [] });
  });
});
