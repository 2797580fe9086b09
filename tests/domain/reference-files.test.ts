import { describe, expect, it } from "vitest";
import type { ReadSource } from "~/domain/sources/read-source";
import { importLimits } from "~/domain/sources/reference-formats";
import { parseReferences } from "~/platform/references-parse.server";
import { recordsOf, referenceFile, sourcesOf } from "../support/reference-files";

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const record = (title: string, more = "") => `TY  - JOUR\nAU  - Visser, A.\nTI  - ${title}\nPY  - 2020\n${more}ER  - \n\n`;
const titles = (content: string | Uint8Array) => sourcesOf(content).map(({ title }) => title);

// What all dialects say of the first work, and what some leave out.
const article = {
  type: "article",
  title: "Funding of clinics in two districts: a comparison",
  bibliography: { container: "Journal of District Health", volume: "12", issue: "3", pages: "101-120", doi: "10.5555/jdh.2019.012" },
};
const first = { family: "van der Meulen", given: "Anna" };

describe("an accent of LaTeX", () => {
  it.each([
    ["Garc{\\'\\i}a", "García"],
    ["Garc\\'{\\i}a", "García"],
    ['Na{\\"\\i}m', "Naïm"],
    ["Ben\\^{\\i}t", "Benît"],
    ["Ha\\v{\\j}ek", "Haǰek"],
    ['Sj{\\"o}gren', "Sjögren"],
    ["Dvo\\v{r}\\'ak", "Dvořák"],
    ["Babi\\v{c}", "Babič"],
    ["Fran\\c{c}ois", "François"],
    ["Gro{\\ss}", "Groß"],
    ["J{\\o}rgensen", "Jørgensen"],
    ["{\\AA}gren", "Ågren"],
    ["Sk{\\aa}r", "Skår"],
    ["G\\aa rd", "Gård"],
    ["{\\L}ukasz", "Łukasz"],
    ["D\\ij{}k", "Dijk"],
    ["Ç{\\i}nar", "Çınar"],
  ])("%s is the letter itself, in names and in titles", (latex, letters) => {
    const [source] = sourcesOf(`@article{a, title={On ${latex}}, author={${latex}, B.}, year=2020}`);
    expect(source).toMatchObject({ title: `On ${letters}`, authors: [{ family: letters, given: "B." }] });
  });
});

describe("a file as a program writes it", () => {
  it.each([
    ["zotero.ris", "2019-03-04", [first, { family: "Okoye", given: "Chidi B." }, { literal: "Ministry of Health of Atlantis" }], 4],
    ["endnote.ris", "2019-03-04", [first, { family: "Okoye", given: "Chidi B." }, { literal: "Ministry of Health, Welfare and Sport" }], 3],
    ["mendeley.ris", "2019-03-04", [first, { family: "Okoye", given: "Chidi B." }], 1],
    ["pubmed.nbib", "2019-03-04", [first, { family: "Okoye", given: "Chidi B" }], 2],
    ["endnote.enw", "2019-03-04", [first, { family: "Okoye", given: "Chidi B." }], 2],
    ["zotero.bib", "2019-03", [first, { family: "Okoye", given: "Chidi B." }, { literal: "Ministry of Health, Welfare and Sport" }], 4],
    ["zotero.json", "2019-03-04", [first, { family: "Okoye", given: "Chidi B." }, { literal: "Ministry of Health, Welfare and Sport" }], 2],
  ])("%s is read with all that a reference prints", (name, issued, authors, count) => {
    const records = recordsOf(referenceFile(name));
    expect(records.flatMap(({ problems }) => problems)).toEqual([]);
    expect(records).toHaveLength(count);
    expect(records[0]?.source).toMatchObject({ ...article, issued, authors });
  });

  it("tells chapters, theses, conferences, evaluations, sites and data sets", () => {
    expect(sourcesOf(referenceFile("zotero.ris")).slice(1)).toMatchObject([
      {
        type: "chapter",
        language: "nl",
        issued: "2017",
        bibliography: {
          container: "Zorg in beweging",
          editors: "Visser, Marijke; Koning, Hendrik",
          publisher: "Uitgeverij De Brug",
          place: "Utrecht",
          pages: "45-67",
          edition: "2",
        },
      },
      {
        type: "evaluation",
        issued: "2020-11",
        authors: [{ literal: "Atlantis Evaluation Office" }],
        bibliography: {
          publisher: "Ministry of Health of Atlantis",
          number: "2020-07",
          genre: "Evaluation report",
          series: "Evaluation series",
        },
      },
      {
        type: "website",
        issued: "2021-02-03",
        bibliography: { container: "Health Facts", accessed: "2021-05-06", url: "https://example.org/clinics-paid" },
      },
    ]);
    expect(sourcesOf(referenceFile("endnote.ris")).slice(1)).toMatchObject([
      { type: "thesis", bibliography: { publisher: "University of Atlantis", genre: "Doctoral dissertation" } },
      {
        type: "conference",
        bibliography: {
          container: "Proceedings of Health Finance 2018",
          event: "Annual Meeting on Health Finance",
          place: "Malmö",
          pages: "12-19",
        },
      },
    ]);
    expect(sourcesOf(referenceFile("zotero.bib"))[2]).toMatchObject({ type: "thesis", bibliography: { genre: "Doctoral dissertation" } });
    expect(sourcesOf(referenceFile("zotero.json"))[1]).toMatchObject({ type: "dataset", bibliography: { edition: "2.1" } });
    expect(sourcesOf(referenceFile("pubmed.nbib"))[1]).toMatchObject({
      authors: [{ family: "Lindqvist", given: "Å." }],
      issued: "2020-11",
    });
  });
});

describe("a damaged RIS", () => {
  it("that lacks an end loses no record, and tells where", () => {
    const records = recordsOf(`TY  - JOUR\nTI  - One\nPY  - 2019\n\n${record("Two")}TY  - BOOK\nTI  - Three\n`);
    expect(records.map(({ line, source }) => [line, source?.title])).toEqual([
      [1, "One"],
      [5, "Two"],
      [11, "Three"],
    ]);
    expect(records.map(({ problems }) => problems.map(({ key, line }) => [key, line]))).toEqual([[["no-end", 1]], [], [["no-end", 11]]]);
  });

  it("that lacks a beginning is one of no known kind", () => {
    const [only] = recordsOf(`Provider: somebody\n\nTI  - One\nAU  - Visser, A.\nER  - \n`);
    expect(only).toMatchObject({
      line: 3,
      source: { title: "One", type: "other" },
      problems: [{ key: "no-tag", line: 3 }, { key: "no-type" }],
    });
  });

  it("of a kind that is not known keeps its fields", () => {
    const [only] = recordsOf("TY  - HOLO\nTI  - One\nAU  - Visser, A.\nPB  - De Brug\nXX  - what\nER  - \n");
    expect(only).toMatchObject({
      source: { type: "other", bibliography: { publisher: "De Brug" } },
      problems: [{ key: "unknown-type", text: "HOLO" }],
    });
  });

  it("without a title makes no source, and the others stay", () => {
    const records = recordsOf(`TY  - JOUR\nAU  - Visser, A.\nER  - \n${record("Two")}`);
    expect(records.map(({ source }) => source?.title)).toEqual([undefined, "Two"]);
    expect(records[0]?.problems).toEqual([{ key: "no-title" }]);
  });

  it.each(["\r\n", "\r", "\n"])("with line ends %j is read", (end) => {
    expect(titles(utf8((record("One") + record("Two")).replaceAll("\n", end)))).toEqual(["One", "Two"]);
  });

  it("in which a value holds the sign between tag and value keeps all of it", () => {
    expect(titles(record("One  - two  - three"))).toEqual(["One - two - three"]);
  });

  it("with ten thousand authors keeps the first and the last", () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `AU  - N${at}, A.\n`).join("");
    const [only] = recordsOf(record("One", many));
    expect(only?.source?.authors).toHaveLength(100);
    expect(only?.problems).toMatchObject([{ key: "authors", text: "10001" }]);
  });
});

describe("an encoding that nobody names", () => {
  const text = record("Überzicht van Åland");
  it.each([
    ["UTF-8", utf8(text)],
    ["UTF-8 with a mark", Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(text)])],
    ["Latin-1", latin1(text)],
    ["UTF-16LE with a mark", Uint8Array.from(Buffer.from(`\uFEFF${text}`, "utf16le"))],
    ["UTF-16LE without a mark", Uint8Array.from(Buffer.from(text, "utf16le"))],
    ["UTF-16BE with a mark", Uint8Array.from(Buffer.from(`\uFEFF${text}`, "utf16le").swap16())],
  ])("is found out: %s", (_, bytes) => {
    expect(titles(bytes)).toEqual(["Überzicht van Åland"]);
  });
  it("may differ from record to record", () => {
    expect(titles(Uint8Array.from([...utf8(record("Één")), ...latin1(record("Twéé"))]))).toEqual(["Één", "Twéé"]);
  });
});

describe("what PubMed and EndNote leave out", () => {
  it("is told by the words of the file", () => {
    const medline = recordsOf("PMID- 1\nTI  - One.\nDP  - Winter 2020\n\nPMID- 2\nTI  - Two.\nDP  - in press\n");
    expect(medline.map(({ source, problems }) => [source?.issued, problems.map(({ key, text }) => [key, text])])).toEqual([
      ["2020", []],
      [null, [["date", "in press"]]],
    ]);
    const endnote = recordsOf("%A Visser, A.\n%T One\n\n%0 Odd Kind\n%T Two\n");
    expect(endnote.map(({ problems }) => problems)).toEqual([
      [{ key: "no-tag", line: 1, text: "%0" }, { key: "no-type" }],
      [{ key: "unknown-type", text: "Odd Kind" }],
    ]);
  });
});

describe("a damaged BibTeX", () => {
  it("with an open brace loses that entry at most, and tells where", () => {
    const records = recordsOf(
      "@book{a, title={One}, year=2019}\n@book{b, title={Two {nested}, year=2020\n\n@book{c,\n title={Three}, year=2021}\n",
    );
    expect(records.map(({ line, source }) => [line, source?.title ?? null])).toEqual([
      [1, "One"],
      [2, expect.anything()],
      [4, "Three"],
    ]);
    expect(records[1]?.problems).toMatchObject([{ key: "unbalanced", line: 2 }]);
  });
  it("with an unknown abbreviation, an unknown kind and odd names still reads the rest", () => {
    const read = recordsOf(
      "@book{a, title={One}, publisher=nobody}\n@hologram{b, title={Two}}\n@book{__proto__, title={Three}, constructor={x}, __proto__={y}}\n@book{d, title={Four}}",
    );
    expect(read).toHaveLength(4);
    expect(read[3]?.source?.title).toBe("Four");
    expect(read[0]?.problems).toEqual([{ key: "abbreviation", line: 1, text: "nobody" }]);
    expect(({} as Record<string, unknown>)["title"]).toBeUndefined();
  });
  it("that is closed too early is told, and not what stands between entries", () => {
    const records = recordsOf("@book{a, title={One}}}, year=2019}\nA remark, {and one}.\n@book{b, title={Two}}\n");
    expect(records.map(({ source, problems }) => [source?.title, problems.map(({ key }) => key)])).toEqual([
      ["One", ["unbalanced"]],
      ["Two", []],
    ]);
  });
  it("with damaged abbreviations loses no entry, and tells where one is used", () => {
    const records = recordsOf(
      [
        '@string{good = "Journal"}',
        '@string{a = "A", b = "B"}',
        "@string{round = round}",
        '@article{k, title={One = a, "x"}, journal = GOOD # " of b", month = mar}',
        "@article{l, title={Two}, journal = a # round}",
      ].join("\n"),
    );
    expect(records.map(({ source }) => [source?.title, source?.bibliography.container])).toEqual([
      ['One = a, "x"', "Journal of b"],
      ["Two", undefined],
    ]);
    expect(records.map(({ problems }) => problems)).toEqual([
      [],
      [
        { key: "abbreviation", line: 5, text: "a" },
        { key: "abbreviation", line: 5, text: "round" },
      ],
    ]);
  });
});

describe("a damaged CSL-JSON", () => {
  it("loses the damaged work only", () => {
    const text = '[\n  {"type": "book", "title": "One"},\n  {"type": "book", "title": "Tw\n  {"type": "book", "title": "Three"}\n]';
    const records = recordsOf(text);
    expect(records.map(({ line, source }) => [line, source?.title])).toEqual([
      [2, "One"],
      [3, undefined],
      [4, "Three"],
    ]);
    expect(records[1]?.problems).toEqual([{ key: "not-read", line: 3 }]);
  });
  it("tells each element of a list that is no work, at its line", () => {
    const records = recordsOf('[\n  1, "a]",\n  [["b"]],\n  null,\n  {"type": "book",\n   "title": "One"}\n]');
    expect(records.map(({ line, source }) => [line, source?.title ?? null])).toEqual([
      [2, null],
      [2, null],
      [3, null],
      [4, null],
      [5, "One"],
    ]);
    expect(records[2]?.problems).toEqual([{ key: "not-read", line: 3 }]);
    expect(recordsOf('{"items": [7]}')[0]?.problems).toEqual([{ key: "not-read", line: 1 }]);
  });
  it("is read as one work, a list, or a list within", () => {
    expect(titles('{"type":"book","title":"One"}')).toEqual(["One"]);
    expect(titles('{"items":[{"type":"book","title":"One"},{"type":"book","title":"Two"}]}')).toEqual(["One", "Two"]);
  });
});

describe("what is no file of references", () => {
  it.each([
    ["", "empty"],
    [" \n\n", "empty"],
    ["Dear colleague, see attached.", "unknown-format"],
    ["%PDF-1.7 \n%âãÏÓ", "unknown-format"],
    ["[]", "no-records"],
    ["@comment{x}", "no-records"],
  ])("%j is refused: %s", (text, problem) => {
    expect(parseReferences(utf8(text), null)).toEqual({ ok: false, problem });
  });
  it("holds no more records than the limit", () => {
    const over = "TY  - BOOK\nTI  - A\nER  - \n".repeat(importLimits.records + 1);
    expect(parseReferences(utf8(over), null)).toEqual({ ok: false, problem: "too-many" });
  });
});

describe("the language of a work", () => {
  it.each([
    ["English", "en"],
    ["eng", "en"],
    ["Nederlands", "nl"],
    ["en_US", "en-us"],
    ["Klingon of the north", null],
  ])("%j is %j", (named, code) => {
    const read: ReadSource | undefined = sourcesOf(record("One", `LA  - ${named}\n`))[0];
    expect(read?.language).toBe(code);
  });
});
