import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorAt, findPassage, followAnchors, placeOf, placesOf, surroundings } from "~/domain/comments/anchor";
import { commonWords } from "~/domain/comments/common-words";
import { cutAtMentions } from "~/domain/comments/mentions";
import { keptRuns } from "~/domain/comments/kept-runs";
import { inlineOf } from "~/domain/text/inline-of";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { textPlaces } from "~/domain/text/text-places";
import { documents } from "./text-documents";

/** The words that a passage is followed to through the versions of a text; null when it went. */
function followed(passage: string, versions: readonly string[]): string | null {
  const [first = "", ...later] = versions;
  const start = first.indexOf(passage);
  let [before, anchors] = [first, [anchorAt(first, { start, end: start + passage.length })]];
  for (const after of later) [before, anchors] = [after, followAnchors(anchors, before, after)];
  const place = anchors[0] ? placeOf(anchors[0]) : null;
  return place ? before.slice(place.start, place.end) : null;
}

const sentence = "Steun voor de korte termijn houdt het werk aan normen tegen.";

describe("a passage of a text that changes", () => {
  it.each<[string, string, string[], string | null]>([
    ["stays where nothing changed", "korte termijn", [sentence], "korte termijn"],
    ["moves with what is put before it", "korte termijn", [`In 2021 bleek: ${sentence}`], "korte termijn"],
    ["moves back with what goes before it", "normen", [sentence.replace("Steun voor de ", "")], "normen"],
    ["stays when the rest is written anew", "korte termijn", ["Hulp die maar een korte termijn loopt, remt wetgeving."], "korte termijn"],
    ["widens by what is put inside", "korte termijn", [sentence.replace("korte", "korte en onzekere")], "korte en onzekere termijn"],
    ["shrinks by what goes inside", "het werk aan normen", [sentence.replace(" aan normen", "")], "het werk"],
    ["follows a letter that was put right", "korte", [sentence.replace("korte", "korrte")], "korrte"],
    ["keeps its head when its end goes", "de korte termijn", [sentence.replace(" termijn", "")], "de korte"],
    ["does not grow by what is put right before or after it", "korte", [sentence.replace("korte", "zeer korte zeer")], "korte"],
    ["went when all of it goes", "korte termijn", [sentence.replace(" korte termijn", "")], null],
    ["went when other words took its place", "de korte termijn", [sentence.replace("de korte termijn", "een project van een jaar")], null],
    ["went when it was written anew with a letter in common", "Steun", [sentence.replace("Steun", "Samenwerking")], null],
    ["went when the text was emptied", "korte termijn", [""], null],
    ["is found again when it comes back", "korte termijn", [sentence.replace("korte termijn", ""), sentence], "korte termijn"],
    ["stays gone while it would stand twice", "korte termijn", ["Niets.", `${sentence} ${sentence}`], null],
    [
      "is found where it was moved to",
      "houdt het werk aan normen tegen",
      ["Wat houdt het werk aan normen tegen? Steun voor de korte termijn."],
      "houdt het werk aan normen tegen",
    ],
    ["keeps characters of two units whole", "😀 ja", ["Zo 😁 ja, of 😀 ja."], "😀 ja"],
  ])("%s", (_what, passage, later, expected) => {
    const first = passage === "😀 ja" ? "Zo 😀 ja." : sentence;
    expect(followed(passage, [first, ...later])).toBe(expected);
  });

  it("is followed over each version, not only to the last", () => {
    const versions = [
      sentence,
      sentence.replace("korte", "korte, dure"),
      "Er is korte, dure termijn.",
      "Nu: er is korte, dure en late termijn.",
    ];
    expect(followed("korte termijn", versions)).toBe("korte, dure en late termijn");
  });

  it("is not taken for the same words elsewhere that were there before", () => {
    expect(followed("werk", ["werk en werk", "en werk"])).toBe(null);
  });
});

/** Texts in which no character occurs twice, so that which ones stayed is certain. */
const letters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"];
const fresh = [..."àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷź"];
const edits = fc.array(fc.record({ at: fc.nat(200), remove: fc.nat(6), add: fc.nat(4), isRemoval: fc.boolean() }), {
  minLength: 1,
  maxLength: 12,
});

/** Applies edits one by one, each of new characters only or of removals only. */
function versionsOf(text: string, steps: readonly { at: number; remove: number; add: number; isRemoval: boolean }[]): string[] {
  const unused = [...fresh];
  const versions = [text];
  for (const { at, remove, add, isRemoval } of steps) {
    const now = versions.at(-1) ?? "";
    const place = now.length === 0 ? 0 : at % (now.length + 1);
    const put = isRemoval ? "" : unused.splice(0, add).join("");
    versions.push(now.slice(0, place) + put + now.slice(place + (isRemoval ? remove : 0)));
  }
  return versions;
}

describe("over random edits a passage", () => {
  const cases = fc.record({
    text: fc.shuffledSubarray(letters, { minLength: 4 }).map((all) => all.join("")),
    from: fc.nat(60),
    length: fc.integer({ min: 1, max: 20 }),
    steps: edits,
  });
  const passageOf = ({ text, from, length }: { text: string; from: number; length: number }) => {
    const start = from % text.length;
    return text.slice(start, start + length);
  };

  it("reaches from the first to the last of its characters that stayed, and goes only when all of them went", () => {
    fc.assert(
      fc.property(cases, (one) => {
        const passage = passageOf(one);
        const versions = versionsOf(one.text, one.steps);
        const last = versions.at(-1) ?? "";
        const stayed = [...last].filter((letter) => passage.includes(letter));
        const [first, end] = [stayed[0], stayed.at(-1)];
        const expected = first && end ? last.slice(last.indexOf(first), last.indexOf(end) + 1) : null;
        expect(followed(passage, versions)).toBe(expected);
      }),
      { numRuns: 150 },
    );
  });

  it("never points outside its characters when much is edited at once", () => {
    fc.assert(
      fc.property(cases, (one) => {
        const passage = passageOf(one);
        const versions = versionsOf(one.text, one.steps);
        const words = followed(passage, [versions[0] ?? "", versions.at(-1) ?? ""]);
        if (words === null) return;
        expect(passage).toContain(words.charAt(0));
        expect(passage).toContain(words.charAt(words.length - 1));
      }),
      { numRuns: 150 },
    );
  });

  const words = fc
    .array(fc.constantFrom("de", "het", "werk", "norm", "korte", "termijn", "een", "."), { maxLength: 12 })
    .map((all) => all.join(" "));
  it("has exactly the same words when what is around it is written anew, where it stands once", () => {
    fc.assert(
      fc.property(words, words, words, words, (before, after, newBefore, newAfter) => {
        const passage = "onaangeroerde woorden hier";
        expect(followed(passage, [`${before} ${passage} ${after}`, `${newBefore} ${passage} ${newAfter}`])).toBe(passage);
      }),
      { numRuns: 150 },
    );
  });
});

describe("what stayed of a text", () => {
  const texts = fc
    .array(fc.constantFrom("de", "werk", "werkt", "😀", " ", ". ", "norm", "\n"), { maxLength: 20 })
    .map((all) => all.join(""));

  it("is the same in both, in order, and splits no character of two units", () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const runs = keptRuns(before, after);
        runs.forEach((run, at) => {
          const last = runs[at - 1];
          expect(after.slice(run.after, run.after + run.length)).toBe(before.slice(run.before, run.before + run.length));
          expect(before.slice(run.before, run.before + run.length)).not.toMatch(/\p{Surrogate}/u);
          if (last) expect([run.before >= last.before + last.length, run.after >= last.after + last.length]).toEqual([true, true]);
        });
      }),
      { numRuns: 200 },
    );
  });

  it("is as long a sequence of words as there is", () => {
    const lists = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 8 });
    fc.assert(
      fc.property(lists, lists, (one, other) => {
        const pairs = commonWords(one, other);
        expect(pairs.every(([x, y]) => one[x] === other[y])).toBe(true);
        expect(pairs.length).toBe(longest(one, other));
      }),
      { numRuns: 200 },
    );
  });
});

function longest([first, ...rest]: readonly string[], other: readonly string[]): number {
  if (first === undefined) return 0;
  const at = other.indexOf(first);
  return Math.max(longest(rest, other), at < 0 ? 0 : 1 + longest(rest, other.slice(at + 1)));
}

describe("words that somebody quotes", () => {
  it("are found, with other blanks and case too; several places are given to choose from", () => {
    expect(findPassage("korte termijn", sentence)).toEqual({ found: { start: 14, end: 27 } });
    expect(findPassage("  Korte\n termijn ", sentence)).toEqual({ found: { start: 14, end: 27 } });
    expect(findPassage("lange termijn", sentence)).toEqual({ found: null });
    expect(findPassage("", sentence)).toEqual({ found: null });
    expect(findPassage("(a.b)", "x (A.B) y")).toEqual({ found: { start: 2, end: 7 } });
    const twice = "het werk en het werk";
    expect(findPassage("het werk", twice)).toEqual({ several: placesOf("het werk", twice) });
    expect(surroundings(twice, { start: 12, end: 20 }, 5)).toEqual({ before: "k en ", words: "het werk", after: "" });
  });

  it.each([..."!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~–—‐’€½", "\u{1F4A7}", "a-b", "\\d", "\\-"])("takes the sign %s as itself", (sign) => {
    const quoted = `lange${sign}termijn`;
    expect(findPassage(quoted, "een korte termijn")).toEqual({ found: null });
    const text = `Een LANGE${sign}TERMIJN.`.replace(sign.toUpperCase(), sign);
    expect(findPassage(quoted, text)).toEqual({ found: { start: 4, end: 4 + quoted.length } });
    expect(findPassage(`${sign} ${sign}`, `x ${sign}\n${sign}`)).toEqual({ found: { start: 2, end: 3 + 2 * sign.length } });
  });
});

describe("the names in a comment", () => {
  it("are cut out of it, whatever signs they hold, the longest that fits", () => {
    const names = ["Jan", "Jan-Willem de Wit (KIT)", "Ö. O'Neill", ""];
    expect(cutAtMentions("Kan @jan-willem de wit (KIT) met @Jan en @Ö. O'Neill?", names)).toEqual([
      "Kan ",
      "@jan-willem de wit (KIT)",
      " met ",
      "@Jan",
      " en ",
      "@Ö. O'Neill",
      "?",
    ]);
    expect(cutAtMentions("Zie @Jan-Willem.", [])).toEqual(["Zie @Jan-Willem."]);
  });
});

describe("the places in a document", () => {
  it("are those of its plain text", () => {
    fc.assert(
      fc.property(documents, (doc) => {
        const places = textPlaces(doc);
        const text = textOfDoc(doc);
        for (const node of inlineOf(doc)) {
          const at = places.get(node) ?? -1;
          if (node.type === "text") expect(text.slice(at, at + node.text.length)).toBe(node.text);
          if (node.type === "hard_break") expect(text.charAt(at)).toBe("\n");
        }
      }),
      { numRuns: 150 },
    );
  });
});
