import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { frameworkTree, type JudgedNode } from "~/domain/alignment/framework-tree";
import type { Picture } from "~/domain/document/picture";
import { widthOfWords } from "~/domain/document/picture-drawing";
import { classify } from "~/domain/effectiveness/classes";
import type { PictureContent } from "~/domain/pictures/content";
import { drawPicture } from "~/domain/pictures/draw";
import { pictureWords } from "~/domain/pictures/words";
import { Criterion } from "~/domain/protocol/criteria";
import { PolicyFramework } from "~/domain/protocol/frameworks";
import { Option } from "~/domain/protocol/options";
import { Scale } from "~/domain/protocol/scales";
import { languages, type Language } from "~/domain/tool-language";
import en from "~/locales/en";
import nl from "~/locales/nl";

const label = (text: string, dutch = text) => ({ en: text, nl: dutch });
const ordinal = Scale.parse({
  id: "fit",
  kind: "ordinal",
  title: label("Fit"),
  levels: ["wholly", "partly", "not"].map((key, at) => ({ key, value: 2 - at, label: label(key) })),
  extraValues: [{ key: "open", label: label("left open", "opengelaten") }],
});
const numeric = Scale.parse({
  id: "mark",
  kind: "numeric",
  title: label("Mark"),
  min: 1,
  max: 10,
  step: 0.5,
  direction: "higher-is-better",
});

const wordsIn = (language: Language) => {
  const texts = language === "nl" ? nl : en;
  const translate = createTranslator<Record<string, string>>({
    locale: language === "nl" ? "nl" : "en-GB",
    messages: texts.pictures as object as Record<string, string>, // keys are asked for by their whole name
  });
  return pictureWords((key, values) => translate(key.slice("pictures.".length), values), language, ["nl"]);
};
const draw = (content: PictureContent, language: Language = "en") => drawPicture(content, wordsIn(language));

const framework = PolicyFramework.parse({
  id: "plan",
  code: "P",
  title: label("Plan"),
  scale: "fit",
  nodes: [
    { id: "g", kind: "group", title: label("Goals") },
    { id: "a", number: "1", parent: "g", title: label("Water for each household in the city") },
    { id: "b", number: "2", parent: "g", title: label("Upkeep") },
    { id: "c", number: "3", parent: "g", title: label("Drought") },
    { id: "d", number: "4", parent: "g", title: label("Learning") },
  ],
});
const judged = (node: string, level: string | number | null, without: string | null = null): JudgedNode => ({
  node,
  level,
  without,
  grounds: 1,
  lostGrounds: 0,
});
const alignment: PictureContent = {
  kind: "alignment",
  ...frameworkTree(framework, ordinal, [judged("a", "wholly"), judged("b", "not"), judged("c", null, "open")]),
};

const option = (code: string) => Option.parse({ id: code, code, kind: "channel", title: label(`Option ${code}`) });
const criterion = (id: string) => ({
  criterion: Criterion.parse({ id, code: "K1", subject: "option", title: label(id), scale: "fit" }),
  scale: ordinal,
});
const options: PictureContent = {
  kind: "options",
  options: [option("W1"), option("W2")],
  criteria: [criterion("Cost"), criterion("Speed")],
  cells: [
    { option: "W1", criterion: "Cost", judged: { level: "wholly", without: null }, for: 2, against: 1 },
    { option: "W2", criterion: "Cost", judged: { level: null, without: "open" }, for: 0, against: 0 },
    { option: "W1", criterion: "Speed", judged: null, for: 0, against: 1 },
  ],
};

const subject = (id: string, level: string | null, without: string | null, grounds: string[] = []) => ({
  id,
  judged: level === null && without === null ? null : { level, without },
  unclassed: level === null && without === null ? ("unrated" as const) : null,
  grounds: grounds.map((one) => ({ id: one, kind: "excerpt" as const, origin: "source 1" })),
});
const effectiveness: PictureContent = {
  kind: "effectiveness",
  title: label("Effectiveness"),
  scale: ordinal,
  found: classify(ordinal, [
    subject("v1", "wholly", null, ["e1", "e2"]),
    subject("v2", "not", null),
    subject("v3", null, "open"),
    subject("v4", null, null),
  ]),
  groups: [
    {
      title: label("One set"),
      members: [
        { id: "v1", code: "V1" },
        { id: "v3", code: "V3" },
      ],
    },
    {
      title: label("Other set"),
      members: [
        { id: "v2", code: "V2" },
        { id: "v4", code: "V4" },
      ],
    },
  ],
};

const written = ({ shapes }: Picture) => shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : []));

describe.each(languages)("in %s", (language) => {
  it.each([
    ["alignment", alignment],
    [
      "alignment on a numeric scale",
      { ...frameworkTree(framework, numeric, [judged("a", 3.5), judged("b", 9)]), kind: "alignment" } as const,
    ],
    ["options", options],
    ["effectiveness", effectiveness],
  ] satisfies [string, PictureContent][])("%s stays within its edges, with every word there is", (_, content) => {
    const { picture, table } = draw(content, language);
    for (const shape of picture.shapes) {
      if (shape.kind !== "text") continue;
      const width = widthOfWords(shape.text, shape.strong) * (shape.small ? 11 / 13 : 1);
      const left = shape.x - (shape.middle ? width / 2 : shape.end ? width : 0);
      expect(left, shape.text).toBeGreaterThanOrEqual(-1);
      expect(left + width, shape.text).toBeLessThanOrEqual(picture.width + 1);
      expect(shape.y, shape.text).toBeLessThanOrEqual(picture.height);
    }
    const all = [
      picture.title,
      picture.description,
      ...written(picture),
      ...table.columns.map((column) => column.label),
      ...table.rows.flat(),
    ];
    expect(all.filter((text) => text.includes("pictures."))).toEqual([]);
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
  });
});

describe("the tree of a framework", () => {
  // Under "Goals" four nodes: wholly 1, not 1, one left open, one not judged yet. From "not" to "wholly"; the middle two are those two.
  it("has in its table what it rolls up, in words", () => {
    const rows = draw(alignment).table.rows;
    expect(rows[0]).toEqual([
      "Goals",
      "",
      "2 of 4",
      "wholly 1, not 1",
      "from not to wholly, in the middle between not and wholly",
      "left open 1",
      "1",
    ]);
    expect(rows.slice(1).map(([name, value]) => [name, value])).toEqual([
      ["P 1 Water for each household in the city", "wholly"],
      ["P 2 Upkeep", "not"],
      ["P 3 Drought", "left open"],
      ["P 4 Learning", "Not judged yet"],
      ["The whole framework", ""],
    ]);
  });
  it("hatches what has no level, rings what is not judged, and fills what is", () => {
    const { shapes } = draw(alignment).picture;
    expect(shapes.flatMap((shape) => (shape.kind === "box" ? [[shape.tone, shape.hatched === true]] : []))).toEqual([
      ["level4", false],
      ["level0", false],
      ["plain", true],
    ]);
    expect(shapes.filter((shape) => shape.kind === "mark" && shape.form === "ring")).toHaveLength(1);
  });
  it("draws no line from lowest to highest where nothing is ordered", () => {
    const nominal = Scale.parse({
      id: "sort",
      kind: "nominal",
      title: label("Sort"),
      classes: ["x", "y"].map((key) => ({ key, label: label(key) })),
    });
    const tree = frameworkTree(framework, nominal, [judged("a", "x"), judged("b", "y")]);
    const { picture, table } = draw({ kind: "alignment", ...tree });
    expect(picture.shapes.filter((shape) => shape.kind === "mark" && shape.form === "diamond")).toEqual([]);
    expect(table.rows[0]?.slice(3, 5)).toEqual(["x 1, y 1", ""]);
  });
});

describe("the comparison of options", () => {
  it("has level and points in words, the same in drawing and table", () => {
    const { picture, table } = draw(options);
    expect(table.rows).toEqual([
      ["Cost", "wholly (+2 −1)", "left open"],
      ["Speed", "Not judged yet (+0 −1)", "Not judged yet"],
    ]);
    expect(written(picture)).toEqual(expect.arrayContaining(["wholly", "+2 −1", "left open", "+0 −1"]));
  });
});

describe("interventions by class", () => {
  it("counts per class, and apart what has no level or stands in no class", () => {
    expect(
      draw(effectiveness).table.rows.map(([name, count, codes, excerpts, , , pieces, origins]) => [
        name,
        count,
        codes,
        excerpts,
        pieces,
        origins,
      ]),
    ).toEqual([
      ["wholly", "1", "V1", "2", "2", "1"],
      ["partly", "0", "", "0", "0", "0"],
      ["not", "1", "V2", "0", "0", "0"],
      ["left open (counted in no class)", "1", "V3", "0", "0", "0"],
      ["In no class yet (counted in no class)", "1", "V4", "", "", ""],
    ]);
  });
  it("says in its description how many have a class and how many no level", () => {
    expect(draw(effectiveness).picture.description).toContain("2 of 4 interventions stand in a class; 1 have an answer without a level");
  });
});
