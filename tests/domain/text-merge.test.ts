import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { docFromPlain } from "~/domain/text/doc-from-plain";
import type { BlockDocument } from "~/domain/text/document";
import { canKeepBoth, chooseInMerge, documentOfMerge, mergeTexts, type TextMerge } from "~/domain/text/merge";
import { isHole, wordsOf, type TextNode } from "~/domain/text/merge-node";
import { plainFromDoc } from "~/domain/text/plain-from-doc";
import { tidyDoc } from "~/domain/text/tidy-doc";
import { documents } from "./text-documents";

const doc = (plain: string) => docFromPlain(plain);
const merge = (base: string, theirs: string, mine: string) => mergeTexts(doc(base), doc(theirs), doc(mine));
const merged = (found: TextMerge) => {
  const whole = documentOfMerge(found);
  return whole && plainFromDoc(whole);
};

describe("what merges by itself", () => {
  test.each([
    ["one changed, the other not", "a b c", "a x c", "a b c", "a x c"],
    ["both the same", "a b c", "a x c", "a x c", "a x c"],
    ["words apart in one line", "een twee drie vier vijf", "1 twee drie vier vijf", "een twee drie vier 5", "1 twee drie vier 5"],
    ["an addition at each end of a line", "kern van de zaak", "De kern van de zaak", "kern van de zaak zelf", "De kern van de zaak zelf"],
    ["a word gone here, a word added there", "a b c d e f", "a c d e f", "a b c d e x f", "a c d e x f"],
    ["bold by one, a word by the other", "a b c d e", "**a** b c d e", "a b c d x", "**a** b c d x"],
    ["bold by one, italic by the other", "a b c d e", "a b **c** d e", "a b *c* d e", "a b ***c*** d e"],
    ["two paragraphs", "a b c\n\nd e f", "a x c\n\nd e f", "a b c\n\nd y f", "a x c\n\nd y f"],
    ["a paragraph gone, another changed", "a b c\n\nd e f\n\ng h i", "d e f\n\ng h i", "a b c\n\nd e f\n\ng y i", "d e f\n\ng y i"],
    [
      "a paragraph moved, another changed",
      "a b c\n\nd e f\n\ng h i",
      "d e f\n\na b c\n\ng h i",
      "a b c\n\nd e f\n\ng y i",
      "d e f\n\na b c\n\ng y i",
    ],
    ["both took away neighbouring paragraphs", "a a\n\nb b\n\nc c\n\nd d", "a a\n\nc c\n\nd d", "a a\n\nb b\n\nd d", "a a\n\nd d"],
    ["both took away the same, one of them more", "a b c d e f g", "a g", "a b f g", "a g"],
    ["a paragraph added at the end by each: theirs first", "a b", "a b\n\nt t", "a b\n\nm m", "a b\n\nt t\n\nm m"],
    ["an addition, and the same with more after it", "a b", "a b\n\nc d", "a b\n\nc d\n\ne f", "a b\n\nc d\n\ne f"],
    ["a paragraph made a heading, its words changed", "a b c d", "## a b c d", "a b c x", "## a b c x"],
    ["items of a list", "- a b\n- c d\n- e f", "- a x\n- c d\n- e f", "- a b\n- c d\n- e f\n- g h", "- a x\n- c d\n- e f\n- g h"],
    [
      "an item and what stands below another",
      "- a b\n  - c d\n- e f",
      "- a b\n  - c x\n- e f",
      "- a b\n  - c d\n- e y",
      "- a b\n  - c x\n- e y",
    ],
    ["a list that gets numbers, an item that changes", "- a b\n- c d", "1. a b\n2. c d", "- a b\n- c x", "1. a b\n2. c x"],
    ["both took an item away, and the list is gone", "x y\n\n- a a\n- b b", "x y\n\n- b b", "x y\n\n- a a", "x y"],
    ["cells of one row", "| a | b |\n| c | d |", "| x | b |\n| c | d |", "| a | y |\n| c | d |", "| x | y |\n| c | d |"],
    [
      "a row added, a cell changed",
      "| a | b |\n| c | d |",
      "| a | b |\n| c | d |\n| e | f |",
      "| a | y |\n| c | d |",
      "| a | y |\n| c | d |\n| e | f |",
    ],
    ["a column added, nothing else", "| a |\n| c |", "| a | b |\n| c | d |", "| a |\n| c |", "| a | b |\n| c | d |"],
    ["a note by one, a word by the other", "a b c d", "a[^bron] b c d", "a b c x", "a[^bron] b c x"],
    ["into an empty text one writes", "", "a b", "", "a b"],
    ["a split paragraph, a word in its first half", "a b c d e f", "a b c d\n\ne f", "a x c d e f", "a x c d\n\ne f"],
    [
      "letters of other scripts and composed signs",
      "naïef 😀 東京 e\u0301en",
      "naïef 😀 東京 e\u0301en zin",
      "Naïef 😀 東京 e\u0301en",
      "Naïef 😀 東京 e\u0301en zin",
    ],
  ])("%s", (_, base, theirs, mine, expected) => {
    const found = merge(base, theirs, mine);
    expect(found.places).toEqual([]);
    expect(merged(found)).toBe(plainFromDoc(doc(expected)));
  });

  test("is told, with whose it is", () => {
    const found = merge("De kern telt.\n\nTwee.", "De ware kern telt.\n\nTwee.\n\nDrie.", "De kern telt.\n\nTwee.\n\nVier.");
    expect(found.taken).toEqual([
      { side: "theirs", before: "", after: "ware ", beside: false },
      { side: "theirs", before: "", after: "Drie.", beside: true },
      { side: "mine", before: "", after: "Vier.", beside: true },
    ]);
  });
});

describe("what a person chooses", () => {
  test.each([
    ["the same word", "a b c", "a x c", "a y c", ["b | x | y"]],
    ["words that touch", "a b c d e", "a x c d e", "a b y d e", ["b c | x c | b y"]],
    ["two words added at one place", "a b", "a b x", "a b y", ["| x | y"]],
    ["a word added within what the other took away", "a b c d e f", "a f", "a b c x d e f", ["b c d e | | b c x d e"]],
    ["a paragraph taken away and changed", "a b c\n\nd e f", "d e f", "a b x\n\nd e f", ["a b c | | a b x"]],
    ["a paragraph moved and changed", "a b c\n\nd e f\n\ng h i", "d e f\n\ng h i\n\na b c", "a b x\n\nd e f\n\ng h i", ["a b c | | a b x"]],
    ["a paragraph moved to two places", "a b\n\nc d\n\ne f\n\ng h", "c d\n\na b\n\ne f\n\ng h", "c d\n\ne f\n\ng h\n\na b", 1],
    ["a line rewritten by one, changed by the other", "a b c d e", "p q r s t", "a b c x e", ["a b c d e | p q r s t | a b c x e"]],
    ["a paragraph moved and taken away", "a b\n\nc d", "c d\n\na b", "c d", 1],
    ["one paragraph replaced by two others", "a b", "p q", "r s", ["a b | p q | r s"]],
    ["both begin an empty text", "", "a b", "c d", ["| a b | c d"]],
    ["another level of heading", "## a b", "### a b", "#### a b", ["a b | a b | a b"]],
    ["a column added, a cell changed", "| a | b |\n| c | d |", "| a | b | x |\n| c | d | y |", "| a | b |\n| c | z |", 1],
    ["another address behind a word", "[a](https://a.nl) b", "[a](https://b.nl) b", "[a](https://c.nl) b", ["a | a | a"]],
  ])("%s", (_, base, theirs, mine, places) => {
    const found = merge(base, theirs, mine);
    const told = found.places.map((place) =>
      [place.base, place.theirs, place.mine]
        .map((nodes) => wordsOf(nodes).trim())
        .join(" | ")
        .replaceAll("  ", " ")
        .trim(),
    );
    if (typeof places === "number") expect(told).toHaveLength(places);
    else expect(told).toEqual(places);
    expect(documentOfMerge(found)).toBeNull();
  });

  test("each place by itself: theirs, mine, both or own words, and the rest stays merged", () => {
    const found = merge("a b c d e f g\n\nh i j", "a 1 c d e f g\n\nh i t", "a 2 c d e f m\n\nh i m");
    expect(found.places).toHaveLength(2);
    const plain = (choices: Parameters<typeof chooseInMerge>[1]) => {
      const chosen = chooseInMerge(found, choices);
      return chosen && plainFromDoc(chosen);
    };
    expect(plain(["theirs", "mine"])).toBe("a 1 c d e f m\n\nh i m");
    expect(plain(["both", { own: [{ type: "text", text: "own" }] }])).toBe("a 1 2 c d e f m\n\nh i own");
    expect(plain(["theirs"])).toBeNull();
    expect(plain(["theirs", { own: [{ type: "paragraph" }] }])).toBeNull();
  });

  test("both can't be kept where one side has nothing, or moved it", () => {
    expect(merge("a b c\n\nd e", "d e", "a b x\n\nd e").places.map(canKeepBoth)).toEqual([false]);
    expect(merge("a b", "a b x", "a b y").places.map(canKeepBoth)).toEqual([true]);
  });

  test("a text that would be longer than a text may be", () => {
    const long = (word: string) => `${word} `.repeat(9_000);
    expect(merge("a b", `a b\n\n${long("theirs")}`, `a b\n\n${long("mines")}`).places).toHaveLength(1);
  });
});

const runs = { numRuns: 40 };

describe("for any texts", () => {
  test("the one that changed alone is taken, the same twice is itself", () => {
    fc.assert(
      fc.property(documents, documents, (one, other) => {
        const [base, changed] = [tidyDoc(one), tidyDoc(other)];
        expect(documentOfMerge(mergeTexts(base, changed, base))).toEqual(changed);
        expect(documentOfMerge(mergeTexts(base, base, changed))).toEqual(changed);
        expect(documentOfMerge(mergeTexts(base, changed, changed))).toEqual(changed);
      }),
      runs,
    );
  });

  test("three that have nothing to do with each other are merged or shown, and every choice is a text", () => {
    fc.assert(
      fc.property(documents, documents, documents, (...three) => {
        const [base, theirs, mine] = three.map((each) => tidyDoc(each)) as [BlockDocument, BlockDocument, BlockDocument];
        const found = mergeTexts(base, theirs, mine);
        for (const choice of ["theirs", "mine"] as const)
          expect(
            chooseInMerge(
              found,
              found.places.map(() => choice),
            ),
          ).not.toBeNull();
      }),
      runs,
    );
  });
});

/** A text of blocks, each of lines of words: a paragraph, a list or a table of one column. */
type Model = { kind: "p" | "ul" | "table"; lines: string[][] }[];
type Edit = {
  act: "add-word" | "drop-word" | "drop-line" | "add-line" | "move-block" | "drop-block" | "add-block";
  at: number;
  in: number;
};

const textOf = (line: string[]): TextNode[] => (line.length > 0 ? [{ type: "text", text: line.join(" ") }] : []);
const lineOf = (type: string, line: string[]): TextNode => ({ type, ...(line.length > 0 && { content: textOf(line) }) });
const built: Record<Model[number]["kind"], (lines: string[][]) => TextNode> = {
  p: (lines) => lineOf("paragraph", lines.flat()),
  ul: (lines) => ({ type: "ordered_list", content: lines.map((line) => ({ type: "list_item", content: [lineOf("paragraph", line)] })) }),
  table: (lines) => ({ type: "table", content: lines.map((line) => ({ type: "table_row", content: [lineOf("table_cell", line)] })) }),
};
const docOf = (model: Model) => {
  const content = model.filter(({ lines }) => lines.length > 0).map(({ kind, lines }) => built[kind](lines));
  return tidyDoc({ type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] } as BlockDocument);
};
const base: fc.Arbitrary<Model> = fc
  .array(
    fc.record({
      kind: fc.constantFrom("p", "p", "ul", "table"),
      sizes: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 }),
    }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((blocks) => {
    let next = 0;
    return blocks.map(({ kind, sizes }) => ({
      kind: kind,
      lines: sizes.map((size) => Array.from({ length: size }, () => `b${(next += 1)}`)),
    }));
  });
const edit: fc.Arbitrary<Edit> = fc.record({
  act: fc.constantFrom("add-word", "add-word", "drop-word", "drop-word", "drop-line", "add-line", "move-block", "drop-block", "add-block"),
  at: fc.nat(40),
  in: fc.nat(40),
});

function apply(model: Model, edits: Edit[], letter: string): Model {
  const now = structuredClone(model);
  for (const [place, { act, at, in: within }] of edits.entries()) {
    const block = now[at % Math.max(now.length, 1)];
    const line = block?.lines[within % Math.max(block.lines.length, 1)];
    if (act === "add-block") now.splice(at % (now.length + 1), 0, { kind: "p", lines: [[`${letter}${place}`, `${letter}${place}x`]] });
    else if (act === "drop-block") now.splice(at % Math.max(now.length, 1), 1);
    else if (act === "move-block") now.splice(within % Math.max(now.length, 1), 0, ...now.splice(at % Math.max(now.length, 1), 1));
    else if (act === "add-line") block?.lines.splice(within % (block.lines.length + 1), 0, [`${letter}${place}`]);
    else if (act === "drop-line") block?.lines.splice(within % Math.max(block.lines.length, 1), 1);
    else if (act === "add-word") line?.splice((at + within) % (line.length + 1), 0, `${letter}${place}`);
    else line?.splice((at + within) % Math.max(line.length, 1), 1);
  }
  return now;
}

const countIn = (text: string) => {
  const counts = new Map<string, number>();
  for (const word of text.match(/\w+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};
const inDoc = (found: BlockDocument) => countIn(wordsOf(found.content));
/** The words that stand in a merge outside its holes. */
const settledWords = (content: TextMerge["content"]) => countIn(wordsOf(content.filter((node) => !isHole(node))));

describe("for any edits of one text by two", () => {
  const three = fc.tuple(base, fc.array(edit, { maxLength: 6 }), fc.array(edit, { maxLength: 6 })).map(([model, one, other]) => ({
    base: docOf(model),
    theirs: docOf(apply(model, one, "t")),
    mine: docOf(apply(model, other, "m")),
    moving: [...one, ...other].some(({ act }) => act === "move-block"),
  }));
  const check = (
    holds: (texts: { base: BlockDocument; theirs: BlockDocument; mine: BlockDocument; moving: boolean }, found: TextMerge) => void,
  ) =>
    fc.assert(
      fc.property(three, (texts) => holds(texts, mergeTexts(texts.base, texts.theirs, texts.mine))),
      { numRuns: 120 },
    );

  test("what either typed stands in the result or is shown, and what either took away alone is gone", () => {
    check(({ base: was, theirs, mine, moving }, found) => {
      const settled = settledWords(found.content);
      const shown = (side: "theirs" | "mine") => countIn(found.places.map((place) => wordsOf(place[side])).join(" "));
      const [their, my, before] = [inDoc(theirs), inDoc(mine), inDoc(was)];
      for (const word of their.keys())
        if (word.startsWith("t")) expect((settled.get(word) ?? 0) + (shown("theirs").get(word) ?? 0)).toBe(1);
      for (const word of my.keys()) if (word.startsWith("m")) expect((settled.get(word) ?? 0) + (shown("mine").get(word) ?? 0)).toBe(1);
      for (const word of before.keys()) {
        // What one side took away stays only where the other had put it elsewhere.
        if (!their.has(word) || !my.has(word)) expect(settled.has(word) && !moving).toBe(false);
        else expect(settled.has(word) || shown("theirs").has(word) || shown("mine").has(word)).toBe(true);
        expect(settled.get(word) ?? 0).toBeLessThanOrEqual(1);
      }
    });
  });

  test("it is the same whoever saves first, but for the order of what both added at one place", () => {
    check(({ base: was, theirs, mine }, found) => {
      const turned = mergeTexts(was, mine, theirs);
      expect(turned.places.map((place) => ({ ...place, theirs: place.mine, mine: place.theirs })).map(withoutContext)).toEqual(
        found.places.map(withoutContext),
      );
      if (found.taken.some(({ beside }) => beside))
        expect([...settledWords(turned.content).keys()].toSorted()).toEqual([...settledWords(found.content).keys()].toSorted());
      else expect(turned.content).toEqual(found.content);
    });
  });

  test("choosing one side everywhere keeps all that this side typed", () => {
    check((texts, found) => {
      for (const side of ["theirs", "mine"] as const) {
        const chosen = chooseInMerge(
          found,
          found.places.map(() => side),
        );
        const words = chosen ? inDoc(chosen) : new Map<string, number>();
        for (const word of inDoc(texts[side]).keys()) if (!word.startsWith("b")) expect(words.has(word)).toBe(true);
      }
    });
  });

  test("merging what was merged with either side again changes nothing", () => {
    check(({ base: was, theirs, mine }, found) => {
      const whole = documentOfMerge(found);
      if (!whole) return;
      expect(documentOfMerge(mergeTexts(theirs, theirs, whole))).toEqual(whole);
      expect(documentOfMerge(mergeTexts(was, whole, whole))).toEqual(whole);
      expect(documentOfMerge(mergeTexts(mine, whole, mine))).toEqual(whole);
    });
  });
});

function withoutContext({ before: _, after: __, ...place }: TextMerge["places"][number]) {
  return place;
}
