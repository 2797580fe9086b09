import { describe, expect, it } from "vitest";
import { type Entries, entriesOfForm, mergeOvertaken, type Overtaken } from "~/domain/overtaken";

const overtaken = (base: Entries | null, theirs: Entries, mine: Entries): Overtaken => ({
  baseVersion: 1,
  version: 2,
  at: new Date("2022-03-14T09:11:00Z"),
  by: "Tom Okafor",
  me: "Iris Bakker",
  base,
  theirs,
  mine,
});
const field = (base: Entries | null, theirs: Entries, mine: Entries, list = false) =>
  mergeOvertaken(overtaken(base, theirs, mine), [{ name: "a", list }])[0];
const one = (value: string): Entries => ({ a: [value] });
const many = (...values: string[]): Entries => ({ a: values });

describe("a field of one value", () => {
  it.each([
    ["nobody changed it", "x", "x", "x", ["x"], "same"],
    ["both wrote the same", "x", "y", "y", ["y"], "same"],
    ["only they changed it", "x", "y", "x", ["y"], "theirs"],
    ["only I changed it", "x", "x", "z", ["z"], "mine"],
    ["they emptied it", "x", "", "x", [""], "theirs"],
    ["I emptied it", "x", "x", "", [""], "mine"],
  ])("merges by itself when %s", (_, base, theirs, mine, values, from) => {
    expect(field(one(base), one(theirs), one(mine))).toEqual({ name: "a", choose: false, values, from });
  });

  it("has to be chosen when both changed it to something else", () => {
    expect(field(one("x"), one("y"), one("z"))).toEqual({ name: "a", choose: true, base: "x", theirs: "y", mine: "z" });
  });

  it("has to be chosen when it differs and the start is not kept", () => {
    expect(field(null, one("y"), one("z"))).toEqual({ name: "a", choose: true, base: undefined, theirs: "y", mine: "z" });
    expect(field(null, one("y"), one("y"))).toMatchObject({ choose: false, values: ["y"] });
  });

  it("takes an absent value for an empty one", () => {
    expect(field({}, {}, one(""))).toMatchObject({ choose: false, from: "same" });
    expect(field({}, one("y"), {})).toMatchObject({ choose: false, values: ["y"], from: "theirs" });
  });
});

describe("a list", () => {
  it("takes what either added and leaves out what either removed", () => {
    expect(field(many("a", "b", "c"), many("a", "b", "t"), many("b", "c", "m"), true)).toEqual({
      name: "a",
      choose: false,
      values: ["b", "t", "m"],
      from: "both",
    });
  });

  it("says whose change it took", () => {
    expect(field(many("a"), many("a", "t"), many("a"), true)).toMatchObject({ values: ["a", "t"], from: "theirs" });
    expect(field(many("a"), many("a"), many(), true)).toMatchObject({ values: [], from: "mine" });
    expect(field(many("a"), many("b"), many("b"), true)).toMatchObject({ values: ["b"], from: "same" });
  });

  it("takes nothing away when the start is not kept", () => {
    expect(field(null, many("t"), many("m"), true)).toMatchObject({ values: ["t", "m"] });
  });
});

describe("the entries of a form", () => {
  it("send it again as it was read", () => {
    expect(entriesOfForm({ intent: "change", version: 3, on: "2022-03-14", none: null, yes: true, no: false, ids: ["a", "b"] })).toEqual({
      intent: ["change"],
      version: ["3"],
      on: ["2022-03-14"],
      none: [""],
      yes: ["yes"],
      no: [],
      ids: ["a", "b"],
    });
  });
});
