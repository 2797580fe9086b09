import { orderFor } from "../support/write-order";
import { beforeAll, describe, expect, it } from "vitest";
import type { Picture, Shape } from "~/domain/document/picture";
import { prismaFlow, type FlowRecords } from "~/domain/screening/flow";
import { flowPicture } from "~/domain/screening/flow-picture";
import { flowTableRows } from "~/domain/screening/flow-table";
import type { KnownDecision } from "~/domain/screening/standing";
import { writeDocx } from "~/platform/docx/write-docx.server";
import { partsOf } from "../support/docx";
import { keys, studyWith } from "../support/edition-content";

const included: KnownDecision[] = (
  [
    ["title-abstract", "include"],
    ["retrieval", "retrieved"],
    ["full-text", "include"],
  ] as const
).map(([step, decision]) => ({ step, screener: "a", decision, reason: null }));
const reasons = [
  { key: "far", label: { nl: "Ander land", en: "Other country" } },
  { key: "thin", label: { nl: "Geen methode", en: "No method" } },
];
const records: FlowRecords = {
  sources: Array.from({ length: 18 }, (_, at) => ({
    code: `S${at + 10}`,
    channel: "database",
    isImported: false,
    isArchived: false,
    decisions: included,
  })),
  imports: [],
  counts: new Map([
    ["identified-database", 43],
    ["duplicates", 9],
    ["excluded", 27],
    ["not-retrieved", 1],
    ["full-text:far", 4],
    ["full-text:thin", 2],
  ]),
  screeners: 1,
  reasons,
};
const searched = prismaFlow(records);
const both = prismaFlow({
  ...records,
  counts: new Map([...records.counts, ["identified-website", 3], ["other-not-retrieved", 1], ["other-full-text:thin", 2]]),
});
const nameOf = (key: string) => key.toUpperCase();
const wordsOf = ({ shapes }: Picture) => shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : [])).join(" ");
const boxesOf = ({ shapes }: Picture) => shapes.filter((shape): shape is Extract<Shape, { kind: "box" }> => shape.kind === "box");

describe("the flow as a table", () => {
  it("has the numbers from top to bottom, and no second column where nothing was found otherwise (calculated by hand)", () => {
    expect(flowTableRows(searched).map(({ id, depth, searched: n, other }) => [id, depth, n, other])).toEqual([
      ["identified", 0, 61, null],
      ["identified-database", 1, 61, null],
      ["removed-duplicates", 1, 9, null],
      ["removed-automation", 1, 0, null],
      ["removed-other", 1, 0, null],
      ["screened", 0, 52, null],
      ["excluded", 0, 27, null],
      ["sought", 0, 25, null],
      ["notRetrieved", 0, 1, null],
      ["assessed", 0, 24, null],
      ["excludedInFull", 0, 6, null],
      ["reason-far", 1, 4, null],
      ["reason-thin", 1, 2, null],
      ["included", 0, 18, null],
    ]);
  });

  it("has the second way of finding beside it, without a number where that way has no such step", () => {
    const rows = new Map(flowTableRows(both).map((row) => [row.id, [row.searched, row.other]]));
    expect(Object.fromEntries(rows)).toMatchObject({
      ...{ identified: [61, 3], "identified-website": [null, 3], "removed-duplicates": [9, null], screened: [52, null] },
      ...{ sought: [25, 3], notRetrieved: [1, 1], assessed: [24, 2], excludedInFull: [6, 2], included: [18, 0] },
      ...{ "reason-far": [4, 0], "reason-thin": [2, 2] },
    });
  });
});

describe("the flow as a picture", () => {
  it("says every number, and the reasons in the words of the protocol", () => {
    const words = wordsOf(flowPicture(searched, keys, nameOf));
    for (const said of ["screened:52", "excluded:27", "sought:25", "notRetrieved:1", "assessed:24", "excludedInFull:6", "included:18"])
      expect(words).toContain(said);
    expect(words).toContain("reason:FAR:4 reason:THIN:2");
  });

  it("announces no reasons where nothing was left out in full text", () => {
    const counts = new Map([...records.counts].filter(([kind]) => !kind.startsWith("full-text")));
    const words = wordsOf(flowPicture(prismaFlow({ ...records, counts }), keys, nameOf));
    expect(words).toContain("excluded:0");
    expect(words).not.toContain("excludedInFull");
  });

  it.each([
    ["one way of finding", searched, 0],
    ["two ways of finding", both, 1],
  ])("keeps every box inside the frame and apart from the others: %s", (_, flow, joins) => {
    const picture = flowPicture(flow, keys, nameOf);
    const boxes = boxesOf(picture);
    for (const [at, box] of boxes.entries()) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(picture.width);
      expect(box.y + box.height).toBeLessThanOrEqual(picture.height);
      const over = boxes.slice(at + 1).filter((other) => {
        const beside = other.x >= box.x + box.width || box.x >= other.x + other.width;
        return !beside && other.y < box.y + box.height && box.y < other.y + other.height;
      });
      expect(over).toEqual([]);
    }
    const bent = picture.shapes.filter((shape) => shape.kind === "arrow" && shape.points.length > 2);
    expect(bent).toHaveLength(joins);
  });
});

describe("the flow in the Word file", () => {
  let parts: Record<string, string>;
  beforeAll(async () => {
    const piece = { piece: "picture" as const, picture: { kind: "flow" as const, flow: searched, reasons } };
    const content = studyWith({ 2: { blocks: [{ kind: "data", pieces: [piece] }] } });
    parts = partsOf(await writeDocx(orderFor(content)));
  });

  it("is one drawing that is told in words, for whoever reads no picture", () => {
    const body = parts["word/document.xml"] ?? "";
    expect(body.match(/<w:drawing>/g)).toHaveLength(1);
    expect(body).toMatch(/descr="61 publicaties[^"]*52[^"]*24[^"]*18[^"]*"/);
  });

  it("is drawn as SVG with the words of the language, and as a PNG for programs that draw none", () => {
    const media = Object.keys(parts).filter((path) => path.startsWith("word/media/"));
    expect(media.map((path) => path.split(".").at(-1)).toSorted()).toEqual(["png", "svg"]);
    const svg = parts[media.find((path) => path.endsWith(".svg")) ?? ""] ?? "";
    expect(svg).toContain("Ander land");
    expect(svg).toContain('xml:lang="nl"');
    expect(parts[media.find((path) => path.endsWith(".png")) ?? ""]?.slice(1, 4)).toBe("PNG");
  });
});
