import { describe, expect, it } from "vitest";
import type { Citable } from "~/domain/sources/cite";
import { plainReference, runsFromHtml } from "~/domain/sources/cite-runs";
import { citeAll } from "~/platform/citations-format.server";

const person = (family: string, given: string) => ({ family, given });
const of = (type: Citable["type"], title: string, more: Partial<Citable> = {}): Citable => ({
  type,
  title,
  titleKind: "given",
  authors: [],
  issued: null,
  language: "en",
  bibliography: {},
  ...more,
});

/** A reference with what is italic between underscores. */
function cited(source: Citable): { nl: string; en: string } {
  const [made] = citeAll([{ key: "one", source }]);
  const marked = (language: "nl" | "en") => (made?.runs[language] ?? []).map(({ text, italic }) => (italic ? `_${text}_` : text)).join("");
  return { nl: marked("nl"), en: marked("en") };
}

// Written by hand after chapter 10 of the APA manual (7th edition). Where the style of CSL departs from it, the style's form stands here with the reason.
const references: [name: string, source: Citable, en: string, nl: string][] = [
  [
    // The Dutch words of the style put a hyphen between pages, where Dutch handbooks have a dash.
    "an article",
    of("article", "Funding of clinics in two districts: A comparison", {
      authors: [person("van der Meulen", "Anna"), person("Okoye", "Chidi B.")],
      issued: "2019-03-04",
      bibliography: { container: "Journal of District Health", volume: "12", issue: "3", pages: "101-120", doi: "10.5555/jdh.2019.012" },
    }),
    "van der Meulen, A., & Okoye, C. B. (2019). Funding of clinics in two districts: A comparison. _Journal of District Health_, _12_(3), 101–120. https://doi.org/10.5555/jdh.2019.012",
    "van der Meulen, A., & Okoye, C. B. (2019). Funding of clinics in two districts: A comparison. _Journal of District Health_, _12_(3), 101-120. https://doi.org/10.5555/jdh.2019.012",
  ],
  [
    // APA 7 leaves the place of publication out.
    "a book",
    of("book", "Zorg in beweging", {
      authors: [person("Visser", "Marijke")],
      issued: "2017",
      language: "nl",
      bibliography: { publisher: "Uitgeverij De Brug", place: "Utrecht", edition: "2" },
    }),
    "Visser, M. (2017). _Zorg in beweging_ (2nd ed.). Uitgeverij De Brug.",
    "Visser, M. (2017). _Zorg in beweging_ (2de dr.). Uitgeverij De Brug.",
  ],
  [
    "a chapter",
    of("chapter", "Betalen voor zorg", {
      authors: [person("De Bruin", "Pieter")],
      issued: "2017",
      language: "nl",
      bibliography: {
        container: "Zorg in beweging",
        editors: "Visser, Marijke; Koning, Hendrik",
        publisher: "Uitgeverij De Brug",
        pages: "45-67",
        edition: "2",
      },
    }),
    "De Bruin, P. (2017). Betalen voor zorg. In M. Visser & H. Koning (Eds.), _Zorg in beweging_ (2nd ed., pp. 45–67). Uitgeverij De Brug.",
    "De Bruin, P. (2017). Betalen voor zorg. In M. Visser & H. Koning (Red.), _Zorg in beweging_ (2de dr., pp. 45-67). Uitgeverij De Brug.",
  ],
  [
    "a report by its own publisher, which is named once",
    of("report", "Annual report on clinics", {
      authors: [{ literal: "Atlantis Health Agency" }],
      issued: "2020",
      bibliography: { publisher: "Atlantis Health Agency", number: "2020-07", url: "https://example.org/r" },
    }),
    "Atlantis Health Agency. (2020). _Annual report on clinics_ (No. 2020-07). https://example.org/r",
    "Atlantis Health Agency. (2020). _Annual report on clinics_ (No. 2020-07). https://example.org/r",
  ],
  [
    // The style writes the genre of an English work with capitals.
    "an evaluation",
    of("evaluation", "Midterm review of the clinics programme", {
      authors: [{ literal: "Atlantis Evaluation Office" }],
      issued: "2020-11",
      bibliography: { publisher: "Ministry of Health of Atlantis", number: "7", genre: "Evaluation report", url: "https://example.org/e" },
    }),
    "Atlantis Evaluation Office. (2020). _Midterm review of the clinics programme_ (Evaluation Report No. 7). Ministry of Health of Atlantis. https://example.org/e",
    "Atlantis Evaluation Office. (2020). _Midterm review of the clinics programme_ (Evaluation Report No. 7). Ministry of Health of Atlantis. https://example.org/e",
  ],
  [
    "a thesis",
    of("thesis", "Clinics without queues", {
      authors: [person("Jansen", "Eva")],
      issued: "2015",
      bibliography: { publisher: "University of Atlantis", genre: "Doctoral dissertation", url: "https://example.org/t" },
    }),
    "Jansen, E. (2015). _Clinics without queues_ [Doctoral dissertation, University of Atlantis]. https://example.org/t",
    "Jansen, E. (2015). _Clinics without queues_ [Doctoral dissertation, University of Atlantis]. https://example.org/t",
  ],
  [
    "a policy paper",
    of("policy", "Samen naar gezonde districten", {
      authors: [{ literal: "Ministerie van Volksgezondheid" }],
      issued: "2018-06-12",
      language: "nl",
      bibliography: { publisher: "Ministerie van Volksgezondheid", genre: "Beleidsnota", url: "https://example.org/nota" },
    }),
    "Ministerie van Volksgezondheid. (2018). _Samen naar gezonde districten_ [Beleidsnota]. https://example.org/nota",
    "Ministerie van Volksgezondheid. (2018). _Samen naar gezonde districten_ [Beleidsnota]. https://example.org/nota",
  ],
  [
    // The style cites laws after the Bluebook, as the manual does (chapter 11).
    "a law",
    of("law", "Wet op de klinieken", {
      issued: "2016",
      language: "nl",
      bibliography: { container: "Staatsblad", number: "123", url: "https://example.org/wet" },
    }),
    "Wet op de klinieken, Staatsblad 123 (2016). https://example.org/wet",
    "Wet op de klinieken, Staatsblad 123 (2016). https://example.org/wet",
  ],
  [
    "a treaty",
    of("treaty", "Convention on District Health", { issued: "1994-09-13", bibliography: { url: "https://example.org/conv" } }),
    "Convention on District Health, September 13, 1994. https://example.org/conv",
    "Convention on District Health, 13 september 1994. https://example.org/conv",
  ],
  [
    "a page of a site",
    of("website", "How clinics are paid", {
      authors: [{ literal: "Health Facts Foundation" }],
      issued: "2021-02-03",
      bibliography: { container: "Health Facts", url: "https://example.org/clinics-paid", accessed: "2021-05-06" },
    }),
    "Health Facts Foundation. (2021, February 3). _How clinics are paid_. Health Facts. https://example.org/clinics-paid",
    "Health Facts Foundation. (2021, 3 februari). _How clinics are paid_. Health Facts. https://example.org/clinics-paid",
  ],
  [
    "a page without a date of a site by its own name",
    of("website", "About us", {
      authors: [{ literal: "Health Facts Foundation" }],
      bibliography: { container: "Health Facts Foundation", url: "https://example.org/about", accessed: "2021-05-06" },
    }),
    "Health Facts Foundation. (n.d.). _About us_. Retrieved May 6, 2021, from https://example.org/about",
    "Health Facts Foundation. (z.d.). _About us_. Geraadpleegd op 6 mei 2021, van https://example.org/about",
  ],
  [
    "a news item",
    of("news", "Clinics run out of money", {
      authors: [person("Smit", "Karel")],
      issued: "2021-03-09",
      bibliography: { container: "The Atlantis Times", url: "https://example.org/news" },
    }),
    "Smit, K. (2021, March 9). Clinics run out of money. _The Atlantis Times_. https://example.org/news",
    "Smit, K. (2021, 9 maart). Clinics run out of money. _The Atlantis Times_. https://example.org/news",
  ],
  [
    "a data set",
    of("dataset", "District health accounts", {
      authors: [{ literal: "Statistics Atlantis" }],
      issued: "2018",
      bibliography: { edition: "2.1", publisher: "Statistics Atlantis", url: "https://example.org/data" },
    }),
    "Statistics Atlantis. (2018). _District health accounts_ (Version 2.1) [Dataset]. https://example.org/data",
    "Statistics Atlantis. (2018). _District health accounts_ (Versie 2.1) [Dataset]. https://example.org/data",
  ],
  [
    "a paper of a conference",
    of("conference", "Queues and payments", {
      authors: [person("Lindqvist", "Åsa")],
      issued: "2018-05-14",
      bibliography: { event: "Annual Meeting on Health Finance" },
    }),
    "Lindqvist, Å. (2018, May 14). _Queues and payments_. Annual Meeting on Health Finance.",
    "Lindqvist, Å. (2018, 14 mei). _Queues and payments_. Annual Meeting on Health Finance.",
  ],
  [
    "a work whose title is our description, upright between square brackets",
    of("other", "Letter on the closing of clinics", {
      titleKind: "described",
      authors: [{ literal: "Clinic Council" }],
      issued: "2013",
      bibliography: { url: "https://example.org/l" },
    }),
    "Clinic Council. (2013). [Letter on the closing of clinics]. https://example.org/l",
    "Clinic Council. (2013). [Letter on the closing of clinics]. https://example.org/l",
  ],
];

describe("a reference after APA 7", () => {
  it.each(references)("of %s", (_, source, en, nl) => {
    expect(cited(source)).toEqual({ en, nl });
  });

  it("has the titles of a work in an unknown language as they are, where those in English get capitals", () => {
    const facts = { authors: [person("Visser", "Anna")], issued: "2019", bibliography: { container: "Zorg in beweging" } };
    const where = (language: string) => /_(.+?)_/u.exec(cited(of("article", "Putten", { ...facts, language })).en)?.[1];
    expect([where("und"), where("en")]).toEqual(["Zorg in beweging", "Zorg in Beweging"]);
  });

  it("names the first nineteen of twenty-one authors and the last", () => {
    const authors = Array.from({ length: 21 }, (_, at) => person(`N${String.fromCharCode(65 + at)}`, "A."));
    expect(cited(of("book", "Many", { authors, issued: "2020" })).en).toContain("NS, A., … NU, A. (2020)");
  });

  it("is the same each time, whatever was formatted before it", () => {
    const all = references.map(([key, source]) => ({ key, source }));
    const together = citeAll(all);
    for (const one of all.toReversed()) expect(citeAll([one])).toEqual(together.filter(({ key }) => key === one.key));
  });
});

describe("the runs of a reference", () => {
  it("are read from the formatter's tags and entities", () => {
    const runs = runsFromHtml('  <div class="csl-entry">A &#38; B. <i>C &lt; D</i>, <span>12</span>.</div>\n');
    expect(runs).toEqual([
      { text: "A & B. ", italic: false },
      { text: "C < D", italic: true },
      { text: ", 12.", italic: false },
    ]);
    expect(plainReference(runs)).toBe("A & B. C < D, 12.");
  });
});

describe("a source that the formatter can't take", () => {
  const article = of("article", "Wells", { authors: [person("Visser", "Anna")], issued: "2020" });
  it.each(["constructor", "__proto__", "toString", "hasOwnProperty"])("by %s takes no other reference with it", (name) => {
    const odd = of("article", "Pumps", {
      authors: [person(name, "A."), { literal: name }],
      issued: "2021",
      bibliography: { doi: "10.5555/p" },
    });
    const made = citeAll([article, odd, article].map((source, at) => ({ key: String(at), source })));
    const plain = made.map(({ runs }) => plainReference(runs.nl));
    expect([plain[0], plain[2]]).toEqual(["Visser, A. (2020). Wells.", "Visser, A. (2020). Wells."]);
    expect(plain[1]).toContain(name);
    expect(plain[1]).toContain("(2021). Pumps. https://doi.org/10.5555/p");
  });

  it("has its authors, year and title all the same", () => {
    const undated = of("book", "Pumps", {
      titleKind: "described",
      authors: [{ family: "constructor" }],
      bibliography: { publisher: "De Pomp" },
    });
    expect(cited(undated)).toEqual({ nl: "constructor (z.d.). _[Pumps]_. De Pomp", en: "constructor (n.d.). _[Pumps]_. De Pomp" });
  });
});
