import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { exampleFile, exampleLanguages, exampleRecords } from "../support/example";
import { pagesOf } from "../support/poppler";
import { otherReaders, sentencesFrom } from "../support/read-by-others";

const Outline = z.looseObject({ sections: z.array(z.looseObject({ nl: z.string() })), summaries: z.looseObject({ nl: z.string() }) });
const { sections, summaries } = exampleRecords("outline", Outline);
/** How the text begins, after the lists of contents: the heading of the first section and what is said below it, in Dutch in both editions. */
const beginning = `${sections[0]?.nl} ${summaries.nl.slice(0, 60)}`;

describe.each(exampleLanguages)("the example in %s, read by programs of others", (language) => {
  let given: string[];
  beforeAll(() => {
    given = sentencesFrom(beginning, otherReaders.docx.read(exampleFile(language, "docx")));
  });

  it("is a text of hundreds of sentences", () => {
    expect(given.length).toBeGreaterThan(500);
  });

  it.each(["odt", "pdf", "html"] as const)("says in %s the same sentences in the same order as in docx", (format) => {
    const read = otherReaders[format].read(exampleFile(language, format));
    expect(sentencesFrom(beginning, read)).toEqual(given);
  });

  it("has on the pages of its archive what stands on those of its PDF", () => {
    expect(pagesOf(exampleFile(language, "archive"))).toEqual(pagesOf(exampleFile(language, "pdf")));
  });
});
