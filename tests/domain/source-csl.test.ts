import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { authorsFromLines, lineFromNames, linesFromAuthors, mostAuthors, namesFromLine } from "~/domain/sources/author";
import { bibliographicFields } from "~/domain/sources/bibliography";
import { cslFromSource, sourceFromCsl } from "~/domain/sources/csl";
import type { ReadSource } from "~/domain/sources/read-source";
import { sourceTypes, titleKinds } from "~/domain/sources/source";

const word = fc.stringMatching(/^[A-Za-zÀ-ÿ]{1,9}( [a-z]{1,6})?$/u);
const author = fc.oneof(
  fc.record({ family: word, given: word }),
  fc.record({ family: word, given: word, suffix: word }),
  fc.record({
    literal: fc.oneof(
      word,
      word.map((name) => `${name}, ${name} and more`),
    ),
  }),
);
const date = fc.constantFrom("2019", "2019-03", "2019-03-04", "1848-12-31");
const bibliography = fc.record(
  Object.fromEntries(
    bibliographicFields.map((field) => [
      field,
      field === "doi"
        ? fc.constant("10.5555/a_b(1)")
        : field === "url"
          ? fc.constant("https://example.org/a?b=c")
          : field === "accessed"
            ? date
            : field === "editors"
              ? fc.array(author, { minLength: 1, maxLength: 3 }).map(lineFromNames)
              : word,
    ]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<ReadSource["bibliography"]>;
const source: fc.Arbitrary<ReadSource> = fc.record({
  type: fc.constantFrom(...sourceTypes),
  title: word,
  titleKind: fc.constantFrom(...titleKinds),
  authors: fc.array(author, { maxLength: 4 }),
  issued: fc.option(date),
  bibliography,
  language: fc.constantFrom(null, "nl", "en", "pt-br"),
  abstract: fc.oneof(
    fc.constant(""),
    word,
    word.map((one) => `${one}\n\n${one}`),
  ),
});

describe("a source as CSL-JSON", () => {
  it("reads back as what it was", () => {
    fc.assert(
      fc.property(source, (one) => {
        const csl: unknown = JSON.parse(JSON.stringify(cslFromSource(one, "S01")));
        expect(sourceFromCsl(csl)).toEqual({ source: one, problems: [] });
      }),
    );
  });
});

describe("a work in CSL-JSON", () => {
  const read = (item: unknown) => sourceFromCsl(item);
  const work = { type: "book", title: "Wells" };

  it("keeps particles where they are printed, and takes a family name alone for an organisation", () => {
    const names = [
      { family: "Berg", given: "Jan", "non-dropping-particle": "van der" },
      { family: "Fontaine", given: "Jean", "dropping-particle": "de" },
      { family: "King", given: "Martin", suffix: "Jr." },
      { family: "UNFPA" },
      { literal: "Water Board, North" },
    ];
    expect(read({ ...work, author: names }).source?.authors).toEqual([
      { family: "van der Berg", given: "Jan" },
      { family: "Fontaine", given: "Jean de" },
      { family: "King", given: "Martin", suffix: "Jr." },
      { literal: "UNFPA" },
      { literal: "Water Board, North" },
    ]);
  });

  it.each([
    [{ "date-parts": [[2019]] }, "2019"],
    [{ "date-parts": [["2019", "3"]] }, "2019-03"],
    [
      {
        "date-parts": [
          [2019, 3, 4],
          [2019, 3, 9],
        ],
      },
      "2019-03-04",
    ],
    [{ raw: "2019-03-04" }, "2019-03-04"],
    [{ literal: "maart 2019" }, "2019-03"],
    [{ "date-parts": [[]] }, null],
  ])("reads the date %j as %j", (issued, expected) => {
    expect(read({ ...work, issued })).toMatchObject({ source: { issued: expected }, problems: [] });
  });

  it.each([{ literal: "in press" }, { "date-parts": [[2019, 13]] }, { raw: "2019-02-30" }])("tells that %j is no date", (issued) => {
    expect(read({ ...work, issued })).toMatchObject({ source: { issued: null }, problems: [{ key: "date", field: "issued" }] });
  });

  it("tells what is of the wrong shape, and keeps the rest", () => {
    const wrong = { ...work, author: "Visser", publisher: { name: "De Brug" }, issued: 2019, editor: [{ family: 3 }], volume: 7 };
    const { source: made, problems } = read(wrong);
    expect(made).toMatchObject({ title: "Wells", authors: [], issued: null, bibliography: { volume: "7" } });
    expect(problems.map(({ key, field }) => [key, field])).toEqual(
      expect.arrayContaining([
        ["wrong-shape", "author"],
        ["wrong-shape", "publisher"],
        ["wrong-shape", "issued"],
        ["wrong-shape", "editor"],
      ]),
    );
  });

  it.each([null, 3, "text", [], { type: "book" }, { type: "book", title: " \u0000 " }, { title: ["Wells"] }])(
    "makes no source of %j",
    (item) => {
      const { source: made, problems } = read(item);
      expect(made).toBeNull();
      expect(problems.length).toBeGreaterThan(0);
    },
  );

  it("leaves out an address that no browser opens and what is no DOI, and says so", () => {
    const { source: made, problems } = read({ ...work, URL: "javascript:alert(1)", DOI: "none" });
    expect(made?.bibliography).toEqual({});
    expect(problems.map(({ key }) => key)).toEqual(["doi", "url"]);
  });

  it("takes what strangers put under the names of an object's insides for nothing", () => {
    const item: unknown = JSON.parse('{"type":"book","title":"Wells","__proto__":{"publisher":"x"},"constructor":{"prototype":1}}');
    expect(read(item)).toMatchObject({ source: { title: "Wells", bibliography: {} } });
    expect(({} as Record<string, unknown>)["publisher"]).toBeUndefined();
  });

  it("strips control characters and the tags of exporters, and no other angle bracket", () => {
    expect(read({ ...work, title: "<i>E. coli</i>\u0007 at p < 0.05" }).source?.title).toBe("E. coli at p < 0.05");
  });

  it("keeps the first authors and the last of ten thousand, and says how many there were", () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({ family: `N${at}`, given: "A." }));
    const { source: made, problems } = read({ ...work, author: many });
    expect(made?.authors).toHaveLength(mostAuthors);
    expect(made?.authors.at(-1)).toEqual({ family: "N9999", given: "A." });
    expect(problems).toEqual([{ key: "authors", field: "author", text: "10000" }]);
  });

  it.each([
    ["report", "Evaluation report", "evaluation"],
    ["report", "Beleidsnota", "policy"],
    ["report", undefined, "report"],
    ["thesis", undefined, "thesis"],
    ["article-newspaper", undefined, "news"],
    ["treaty", undefined, "treaty"],
  ] as const)("takes a %s with genre %j for %s", (type, genre, expected) => {
    expect(read({ ...work, type, genre })).toMatchObject({ source: { type: expected }, problems: [] });
  });

  it("tells a kind that it does not know", () => {
    expect(read({ ...work, type: "hologram" })).toMatchObject({
      source: { type: "other" },
      problems: [{ key: "unknown-type", text: "hologram" }],
    });
  });
});

describe("authors as typed", () => {
  it("read back as they are", () => {
    fc.assert(
      fc.property(fc.array(author, { maxLength: 5 }), (authors) => {
        expect(authorsFromLines(linesFromAuthors(authors))).toEqual(authors);
        expect(namesFromLine(lineFromNames(authors))).toEqual(authors);
      }),
    );
  });
  it("tell a person from an organisation by the comma, unless it stands between braces", () => {
    expect(authorsFromLines("Visser, A.\nPlato,\nUNFPA\n{Zorg, Welzijn en Sport}\nKing, M. L., Jr.")).toEqual([
      { family: "Visser", given: "A." },
      { family: "Plato" },
      { literal: "UNFPA" },
      { literal: "Zorg, Welzijn en Sport" },
      { family: "King", given: "M. L.", suffix: "Jr." },
    ]);
  });
});
