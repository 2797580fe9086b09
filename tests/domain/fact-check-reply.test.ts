import { describe, expect, it } from "vitest";
import { disputes, momentOfSaying, momentOfSending, replyStanding, waitsForResearcher } from "~/domain/fact-check/reply";

const at = (second: number) => new Date(`2026-03-01T10:00:0${second}.000Z`);

describe("how far a reply counts", () => {
  it.each([
    ["sent in with it", "confirmed", 2, 2, true, "sent"],
    ["sent in before it", "corrected", 1, 2, false, "sent"],
    ["confirmed since", "confirmed", 3, 2, true, "unsent"],
    ["corrected since", "corrected", 3, 2, true, "unsent"],
    ["corrected since, and she can't go on", "corrected", 3, 2, false, "left"],
    ["confirmed since, and she can't go on", "confirmed", 3, 2, false, "unsent"],
    ["to be withdrawn since", "withdrawn", 3, 2, true, "left"],
    ["corrected, never sent in", "corrected", 3, null, true, "unsent"],
    ["corrected, never sent in, and she can't go on", "corrected", 3, null, false, "left"],
    ["confirmed, never sent in, and she can't go on", "confirmed", 3, null, false, "unsent"],
    ["to be withdrawn, never sent in", "withdrawn", 3, null, true, "with-her"],
    ["to be withdrawn, never sent in, and she can't go on", "withdrawn", 3, null, false, "left"],
  ] as const)("%s", (_, verdict, said, sent, goesOn, standing) => {
    const sentInAt = sent === null ? null : at(sent);
    expect(replyStanding({ verdict, at: at(said) }, { sentInAt, goesOn })).toBe(standing);
  });
});

describe("a reply that counts", () => {
  it.each([
    ["corrected", "sent", null, true, true],
    ["corrected", "with-her", null, true, false],
    ["corrected", "left", null, false, true],
    ["corrected", "sent", "kept", false, false],
    ["corrected", "sent", "discussed", true, true],
    ["withdrawn", "left", null, false, true],
    ["withdrawn", "with-her", null, false, false],
    ["confirmed", "sent", null, false, false],
  ] as const)("%s, %s and settled as %s: disputes %s, waits %s", (verdict, standing, settledAs, disputed, waits) => {
    const reply = { verdict, standing, settledAs };
    expect([disputes(reply), waitsForResearcher(reply)]).toEqual([disputed, waits]);
  });
});

describe("moments of a clock that is set back", () => {
  it("keep what is said after what was sent in, and what is sent in after what was said", () => {
    expect(momentOfSaying(at(1), null)).toEqual(at(1));
    expect(momentOfSaying(at(3), at(2))).toEqual(at(3));
    expect(momentOfSaying(at(1), at(2))).toEqual(new Date("2026-03-01T10:00:02.001Z"));
    expect(momentOfSending(at(1), [{ at: at(2) }, { at: at(0) }])).toEqual(at(2));
    expect(momentOfSending(at(3), [{ at: at(2) }])).toEqual(at(3));
  });
});
