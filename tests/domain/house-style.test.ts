import { describe, expect, it } from "vitest";
import { fillIn, placeholderList, placeholdersIn } from "~/domain/house-style/placeholders";
import { carryMapping, proposeMapping, wrongInMapping } from "~/domain/house-style/propose-mapping";
import { slotGroups } from "~/domain/house-style/slot-groups";
import { styleSlots } from "~/domain/house-style/slots";
import type { StyleLook, StyleType, TemplateStyle } from "~/domain/house-style/template";

const look: StyleLook = {
  ...{ font: null, size: 10, colour: null, background: null, bold: false, italic: false, caps: false },
  ...{ align: "left" as const, before: 0, after: 0, line: null, indent: 0 },
};
const style = (id: string, name = id, type: StyleType = "paragraph", isDefault = false): TemplateStyle => ({
  ...{ id, name, type, isDefault, numbered: false, look },
});

describe("a proposed mapping", () => {
  it.each([
    [
      "English ids and names",
      [style("Normal", "Normal", "paragraph", true), style("Title"), style("Heading1", "heading 1"), style("Caption", "caption")],
    ],
    [
      "Dutch ids, English names",
      [style("Normal", "Normal", "paragraph", true), style("Title", "Title"), style("Heading1", "heading 1"), style("Caption", "caption")],
    ],
  ])("finds built-in styles under %s", (_, styles) => {
    expect(proposeMapping({ styles })).toEqual({ title: "Title", heading1: "Heading1", body: "Normal", caption: "Caption" });
  });

  it("finds styles under Dutch names, however they are spelled", () => {
    const styles = [
      style("a", "Standaard", "paragraph", true),
      style("b", "Titel"),
      style("c", "Kop 1"),
      style("d", "KOP_2"),
      style("e", "Bijschrift"),
      style("f", "Inhopg 1"),
      style("g", "Voetnoottekst"),
    ];
    expect(proposeMapping({ styles })).toEqual({
      title: "b",
      heading1: "c",
      heading2: "d",
      body: "a",
      caption: "e",
      toc1: "f",
      footnote: "g",
    });
  });

  it("takes no style of another kind", () => {
    expect(proposeMapping({ styles: [style("Titel", "Titel", "character"), style("Hyperlink", "Hyperlink")] })).toEqual({});
  });

  it("stays as chosen where another template has the style too, and is proposed anew elsewhere", () => {
    const styles = [style("Normal", "Normal", "paragraph", true), style("Fancy"), style("Title")];
    expect(carryMapping({ title: "Fancy", heading1: "Gone" }, { styles })).toEqual({ title: "Fancy", body: "Normal" });
  });

  it("is wrong where it names a style that is not there, or of another kind", () => {
    const styles = [style("Fancy"), style("Grid", "Grid", "table")];
    expect(wrongInMapping({ styles }, { title: "Fancy", body: "Gone", caption: "Grid", table: "Grid" })).toEqual(["body", "caption"]);
  });
});

describe("our styles", () => {
  it("each stand in one group of the page", () => {
    expect(slotGroups.flatMap(({ slots }) => [...slots]).toSorted()).toEqual([...styleSlots].toSorted());
  });
});

describe("placeholders", () => {
  const values = { title: "Kranen", client: "De gemeente", date: "1 juli", classification: "Concept", edition: "Editie 1" };

  it("are filled in under English and Dutch names, and other braces stay", () => {
    expect(fillIn("{title} · { Opdrachtgever } · {DATUM} · {other} {}", values)).toBe("Kranen · De gemeente · 1 juli · {other} {}");
    expect(placeholdersIn("{titel} {rubricering} {unknown}")).toEqual(["title", "classification"]);
  });

  it("are told in the language of the page", () => {
    expect(placeholderList(["title", "classification"], "nl")).toBe("{titel}, {rubricering}");
    expect(placeholderList(["title", "classification"], "en")).toBe("{title}, {classification}");
  });
});
