import { describe, expect, it } from "vitest";
import { bibliographicFields, placeOnWeb } from "~/domain/sources/bibliography";
import { SourceForm } from "~/features/sources/schema";

const empty = Object.fromEntries([...bibliographicFields, "authors", "origin", "appraisal", "abstract"].map((name) => [name, ""]));
const typed = { ...empty, type: "report", title: "Kranen", titleKind: "given", language: "nl", reading: "read" };
const filled = (more: Record<string, string>) => SourceForm.safeParse({ ...typed, ...more });
const problem = (more: Record<string, string>) => filled(more).error?.issues.map(({ path, message }) => [path.join("/"), message]);

describe("the form of a source", () => {
  it.each([
    ["", null],
    ["2021", "2021"],
    ["maart 2021", "2021-03"],
    ["14-03-2021", "2021-03-14"],
    ["2021-03-14", "2021-03-14"],
  ])("takes %j as what the work says of its year", (issued, kept) => {
    expect(filled({ issued }).data?.issued).toBe(kept);
  });

  it.each(["voorjaar 2021", "ca. 2021", "31-02-2021", "21"])("asks for a year where %j was typed", (issued) => {
    expect(problem({ issued })).toEqual([["issued", "year-or-date"]]);
  });

  it.each(["10.1000/182", "https://doi.org/10.1000/182", "http://dx.doi.org/10.1000/182", "doi: 10.1000/182"])(
    "keeps the DOI %j as 10.1000/182",
    (doi) => {
      expect(filled({ doi }).data?.doi).toBe("10.1000/182");
    },
  );

  it("takes an address that a browser can open, and no other", () => {
    expect(filled({ url: "https://example.org/a?b=c" }).data?.url).toBe("https://example.org/a?b=c");
    for (const url of ["example.org/x", "javascript:alert(1)", "https://"]) expect(problem({ url })).toEqual([["url", "url"]]);
  });

  it("leaves empty what was left empty", () => {
    expect(filled({ doi: " ", url: "" }).data).toMatchObject({ doi: null, url: null, issued: null });
  });
});

describe("where a fact of a reference is found", () => {
  it.each([
    ["url", "https://example.org/a", "https://example.org/a"],
    ["url", "example.org/a", null],
    ["url", "javascript:alert(1)", null],
    ["doi", "10.1000/182", "https://doi.org/10.1000/182"],
    ["doi", "https://doi.org/10.1000/182", "https://doi.org/10.1000/182"],
    ["doi", "10.1000/a<b", "https://doi.org/10.1000/a%3Cb"],
    ["doi", "10.1000/a#b", "https://doi.org/10.1000/a%23b"],
    ["doi", "unknown", null],
    ["publisher", "https://example.org", null],
  ] as const)("of %s %s", (field, text, href) => {
    expect(placeOnWeb(field, text)).toBe(href);
  });
});
