import { describe, expect, it } from "vitest";
import { AsOf, factFields, hasValue, inFieldOrder, labelOf, lacksSource } from "~/domain/actors/fact";
import { judgementProtocol } from "../support/judgement-protocol";

describe("the facts of an actor", () => {
  const [staff, open, work] = factFields(judgementProtocol);
  it("have a value beside their words unless the words are the answer", () => {
    expect([staff, open, work].map((field) => hasValue(field ?? null))).toEqual([true, true, false]);
    expect(hasValue(null)).toBe(false);
  });
  it("keep the wording of the protocol, or their own", () => {
    expect(labelOf(staff ?? null, { nl: "Motto" })).toEqual({ nl: "Personeel", en: "Staff" });
    expect(labelOf(null, { nl: "Motto" })).toEqual({ nl: "Motto" });
    expect(labelOf(null, null)).toBeNull();
  });
  it("stand in the order of the protocol, those of its own last", () => {
    const facts = [
      { field: "other", number: 1 },
      { field: "work", number: 2 },
      { field: "staff", number: 4 },
      { field: "staff", number: 3 },
    ];
    expect(inFieldOrder(facts, factFields(judgementProtocol)).map(({ number }) => number)).toEqual([3, 4, 2, 1]);
  });
  it.each([
    ["2022", "2022"],
    ["maart 2022", "2022-03"],
    ["31-12-2023", "2023-12-31"],
    ["", null],
  ])("hold for %j: %s", (typed, date) => {
    expect(AsOf.parse(typed)).toBe(date);
  });
  it("refuse a date that is none", () => expect(AsOf.safeParse("soon").error?.issues[0]?.message).toBe("date"));
  it("are marked without a source", () => {
    expect(lacksSource({ sourceId: null, excerptId: null })).toBe(true);
    expect(lacksSource({ sourceId: "s", excerptId: null })).toBe(false);
  });
});
