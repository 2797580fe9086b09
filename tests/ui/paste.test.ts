import { describe, expect, test } from "vitest";
import { blockDocument } from "~/domain/text/document";
import { NOTE_LENGTH } from "~/domain/text/limits";
import { plainFromDoc } from "~/domain/text/plain-from-doc";
import { withoutImages } from "~/ui/editor/paste-tree";
import { pasted } from "../support/pasted";
import { googleDocs, libreOffice, web, word } from "./pasted-fixtures";

const plain = (html: string) => {
  const { doc } = pasted(html);
  expect(blockDocument.safeParse(doc).success).toBe(true);
  return plainFromDoc(doc);
};
const told = (html: string) => Object.fromEntries(Object.entries(pasted(html).told).filter(([, count]) => count > 0));

describe("what comes from Word", () => {
  test("is headings, nested lists, tables, notes and links, without what Word says to itself", () => {
    expect(plain(word)).toBe(
      [
        "## Havens",
        "De *heffingen* stegen in **vier** havens.[^Zie bijlage 2, p. 4.] Zie [het besluit](https://example.org/besluit).",
        "- eerst\n  - daaronder\n  - nog een\n- dan",
        "1. een\n2. twee",
        "|= Haven |= 2024 |\n| Rotterdam | 7 |\n|  | 8 |",
        "### Slot",
        "Dat is ingevoegd.",
      ].join("\n\n"),
    );
  });
  test("and says what was left out", () => {
    expect(told(word)).toEqual({ images: 1, unrolled: 1, comments: 1, deleted: 1 });
  });
});

describe("what comes from LibreOffice", () => {
  test("is read likewise", () => {
    expect(plain(libreOffice)).toBe(["## Kop", "Een zin[^De noot zelf.] met **nadruk**.", "1. a\n  - b", "| x | y |"].join("\n\n"));
  });
});

describe("what comes from Google Docs", () => {
  test("is not bold because it is wrapped in a bold element that says otherwise", () => {
    expect(plain(googleDocs)).toBe(["## Title", "Plain **heavy** *slanted* text.", "- one\n  - under one\n- two"].join("\n\n"));
  });
});

describe("what comes from a web page", () => {
  test("keeps words and structure, and no script, style or hidden text", () => {
    expect(plain(web)).toBe(
      [
        "## Ports",
        "Dues rose [here](https://example.org/a), not there.[^Annual report, 2024.]",
        "First line\nsecond line",
        "- a\n- b",
        "Alone in a layout",
      ].join("\n\n"),
    );
  });
  test("refuses a link that runs a script, and keeps its words", () => {
    const html = '<p>see <a href="javascript:alert(1)">this</a> and <a href="#x">that</a></p>';
    expect(plain(html)).toBe("see this and that");
    expect(told(html)).toEqual({ links: 1 });
  });
});

describe("shapes that no text may have", () => {
  test("lists deeper than three levels are kept at the third", () => {
    expect(plain("<ul><li>a<ul><li>b<ul><li>c<ul><li>d</li></ul></li></ul></li></ul></li></ul>")).toBe("- a\n  - b\n    - c\n    - d");
  });
  test("lists directly in lists, and items that hold paragraphs or tables", () => {
    expect(plain("<ul><li><p>a</p><p>b</p></li><ul><li>c</li></ul></ul>")).toBe("- a\n  b\n  - c");
    expect(plain("<ul><li>x<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table></li></ul>")).toBe(
      "- x\n  1 | 2\n  3 | 4",
    );
  });
  test("a cell over rows and columns stands in the first of them", () => {
    const html = '<table><tr><th colspan="2">a</th></tr><tr><td rowspan="2">b</td><td>c</td></tr><tr><td>d</td></tr></table>';
    expect(plain(html)).toBe("|= a |=  |\n| b | c |\n|  | d |");
    expect(told(html)).toEqual({ unrolled: 1 });
  });
  test("a span of a million columns is no million cells", () => {
    expect(pasted('<table><tr><td colspan="1000000">a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>').doc.content).toHaveLength(
      1,
    );
  });
  test("a note that is too long for one stays a paragraph", () => {
    const long = "woord ".repeat(NOTE_LENGTH / 4).trim();
    expect(plain(`<p>a<a href="#_ftn1">[1]</a></p><p id="_ftn1">${long}</p>`)).toBe(`a[1\\]\n\n${long}`);
  });
});

test("two megabytes of images are cut out before anything reads them", () => {
  const image = `<img alt="a > b" src="data:image/png;base64,${"A".repeat(1_000_000)}">`;
  const html = `<p>voor${image}tussen</p><P>${image.replace("<img", "<IMG")}na</P>`;
  expect(withoutImages(html)).toEqual({ html: "<p>voortussen</p><P>na</P>", images: 2 });
  expect(withoutImages(`<p>a<img src="x`)).toEqual({ html: "<p>a", images: 1 });
  expect(plain(html)).toBe("voortussen\n\nna");
});
