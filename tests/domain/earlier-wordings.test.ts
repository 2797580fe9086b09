import { describe, expect, it } from "vitest";
import { earlierWordings, earlierWordingWords } from "~/domain/judgements/earlier-wordings";
import { pictureWords } from "~/domain/pictures/words";
import { Protocol } from "~/domain/protocol/schema";
import { documentWords } from "~/platform/document-words.server";
import { judgementProtocol } from "../support/judgement-protocol";

/** The protocol of the tests with another title for reach, and another range for effect. */
const worded = (title: string, max = 10) =>
  Protocol.parse({
    ...judgementProtocol,
    criteria: judgementProtocol.criteria?.map((one) => (one.id === "reach" ? { ...one, title: { nl: title, en: title } } : one)),
    scales: judgementProtocol.scales?.map((scale) => (scale.id === "ten" ? { ...scale, max } : scale)),
  });
const words = pictureWords(documentWords("en"), "en", ["nl"]);
const on = (judgedBy: Protocol, criterion: string, ...codes: string[]) => codes.map((code) => ({ code, criterion, judgedBy }));

describe("what was judged on earlier wordings", () => {
  const now = worded("Reach today", 20);

  it("names each wording once with the codes judged on it, in order, and nothing judged on that of now", () => {
    const [first, same, second] = [worded("Reach"), worded("Reach", 12), worded("Scope")];
    const found = earlierWordings(
      [
        ...on(first, "reach", "O10", "O9", "O8"),
        ...on(same, "reach", "O3"),
        ...on(second, "reach", "O2"),
        ...on(now, "reach", "O1"),
        ...on(first, "fit", "O1"),
      ],
      now,
    );
    expect(found.map(({ criterion, codes }) => [criterion, codes])).toEqual([
      ["reach", ["O3", "O8", "O9", "O10"]],
      ["reach", ["O2"]],
    ]);
    expect(found.map((one) => earlierWordingWords(one, now, words))).toEqual([
      "K1 of O3, O8–O10 was judged on an earlier wording: Reach",
      "K1 of O2 was judged on an earlier wording: Scope",
    ]);
  });

  it("gives the scale with it where that was another", () => {
    const sentences = earlierWordings(on(worded("Reach today"), "effect", "O1"), now).map((one) => earlierWordingWords(one, now, words));
    expect(sentences).toEqual(["K3 of O1 was judged on an earlier wording: Effect – 1–10"]);
  });

  it("is nothing while the protocol is the same", () => {
    expect(earlierWordings(on(now, "reach", "O1"), now)).toEqual([]);
  });
});
