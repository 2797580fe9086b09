import { describe, expect, it } from "vitest";
import { isReworded } from "~/domain/judgements/wording";
import { Protocol } from "~/domain/protocol/schema";
import { judgementProtocol } from "../support/judgement-protocol";

type Draft = { criteria: Record<string, unknown>[]; scales: Record<string, unknown>[] };

/** The protocol of the tests with something changed in it. */
function changed(change: (draft: Draft) => void): Protocol {
  const draft = structuredClone(judgementProtocol) as unknown as Draft; // changed by hand, then read as a protocol again
  change(draft);
  return Protocol.parse(draft);
}

const scaleOf = (draft: Draft, id: string) => draft.scales.find((scale) => scale["id"] === id) ?? {};

describe("a criterion", () => {
  it.each<[string, (draft: Draft) => void, string, boolean]>([
    ["as it was", () => undefined, "reach", false],
    ["with another weight", ({ criteria }) => Object.assign(criteria[0] ?? {}, { weight: 3 }), "reach", false],
    [
      "with a translation more",
      ({ criteria }) => Object.assign(criteria[0] ?? {}, { title: { nl: "Bereik", en: "Reach", fr: "Portée" } }),
      "reach",
      false,
    ],
    ["with another title", ({ criteria }) => Object.assign(criteria[0] ?? {}, { title: { nl: "Bereik", en: "Range" } }), "reach", true],
    ["with a description", ({ criteria }) => Object.assign(criteria[0] ?? {}, { description: { nl: "x", en: "x" } }), "reach", true],
    ["whose scale has another range", (draft) => Object.assign(scaleOf(draft, "ten"), { max: 20 }), "effect", true],
    [
      "whose scale lost a class",
      (draft) =>
        Object.assign(scaleOf(draft, "fit"), {
          classes: [
            { key: "adds", label: { nl: "vult aan", en: "adds" } },
            { key: "new", label: { nl: "nieuw", en: "new" } },
          ],
        }),
      "fit",
      true,
    ],
    ["when the scale of another changed", (draft) => Object.assign(scaleOf(draft, "ten"), { max: 20 }), "reach", false],
  ])("%s is reworded or not", (_what, change, criterion, reworded) => {
    expect(isReworded(judgementProtocol, changed(change), criterion)).toBe(reworded);
  });
});
