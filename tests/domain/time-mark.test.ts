import { describe, expect, it } from "vitest";
import { isFollowUp, nextFollowUp } from "~/domain/interviews/follow-up";
import { linesAt, timeMarkAt } from "~/domain/interviews/time-mark";

const start = new Date("2022-03-14T13:30:00Z");
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);

describe("the mark of a moment", () => {
  it.each<[number, string]>([
    [0, "0:00:00"],
    [59.9, "0:00:59"],
    [750, "0:12:30"],
    [3661, "1:01:01"],
    [12 * 3600, "12:00:00"],
    [12 * 3600 + 1, "14:31"],
    [-1, "14:31"],
  ])("%d seconds after the start is %s", (seconds, mark) => expect(timeMarkAt(start, after(seconds), "14:31")).toBe(mark));

  it("is the time of day where no clock runs", () => expect(timeMarkAt(null, start, "14:31")).toBe("14:31"));
});

describe("the lines that a selection touches", () => {
  const text = "one\ntwo\n three \nfour";
  it.each<[number, number, string]>([
    [0, 0, "one"],
    [3, 3, "one"],
    [4, 4, "two"],
    [5, 6, "two"],
    [4, 8, "two"],
    [5, 10, "two\n three"],
    [8, 8, "three"],
    [20, 20, "four"],
    [0, 20, "one\ntwo\n three \nfour"],
  ])("from %d to %d are %j", (from, to, lines) => expect(linesAt(text, from, to)).toBe(lines));
});

describe("the part of a follow-up", () => {
  it.each<[string, boolean]>([
    ["+1", true],
    ["+12", true],
    ["+0", false],
    ["1", false],
    ["", false],
    ["why", false],
    ["+1b", false],
  ])("%j: %s", (part, expected) => expect(isFollowUp(part)).toBe(expected));

  it("is one higher than any that was used", () => {
    expect(nextFollowUp([])).toBe("+1");
    expect(nextFollowUp(["", "why", "+2", "+10"])).toBe("+11");
  });
});
