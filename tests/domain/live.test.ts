import { describe, expect, it } from "vitest";
import { endsWriting, liveChangeOf, sectionOfEvent, toldChanges, unseen, type LiveEvent } from "~/domain/sections/live";
import { othersPresent } from "~/domain/sections/presence";

const event = (more: Partial<LiveEvent> = {}): LiveEvent => ({
  seq: 7,
  action: "block.save",
  byId: "tom",
  by: "Tom Okafor",
  subject: { type: "block", id: "b", version: 3 },
  label: "F12",
  section: "3.1",
  ...more,
});
const section = (action: string) => event({ action, subject: { type: "section", id: "s", version: 2 }, label: "3.1" });
const said = event({ action: "comment.add", subject: { type: "comment", id: "c", version: 1 }, label: "3.1" });

describe("what an open page is told", () => {
  it.each([
    ["words", event(), { what: "block", id: "b", version: 3, label: "F12", words: true, by: "Tom Okafor" }],
    ["a ground", event({ action: "link.add" }), { what: "block", words: false, label: "F12" }],
    ["running text, which has no code", event({ label: "3.1" }), { what: "block", label: null }],
    ["a move", section("section.send-to-review"), { what: "move", move: "send-to-review", by: "Tom Okafor" }],
    ["who writes", section("section.assign"), { what: "other", by: null }],
    ["a comment, without who: it may be a draft", said, { what: "other", by: null }],
  ])("is: %s", (_, told, shown) => expect(liveChangeOf(told)).toMatchObject(shown));

  it("belongs to the section that the event names, and to none otherwise", () => {
    expect(sectionOfEvent("section", "3.1", null)).toBe("3.1");
    expect(sectionOfEvent("block", "F12", { section: "3.1" })).toBe("3.1");
    expect(sectionOfEvent("interview-answer", "I7:22b", { record: "…" })).toBeNull();
  });

  it("takes from a writer what she types at review and at sign-off only", () => {
    const ends = ["send-to-review", "sign-off", "recall", "ask-changes", "reopen", "start"].filter((move) =>
      endsWriting(liveChangeOf(section(`section.${move}`))),
    );
    expect(ends).toEqual(["send-to-review", "sign-off"]);
  });
});

describe("what a page shows of it", () => {
  const changes = [event(), event({ seq: 8, label: "F13" }), event({ seq: 9 }), event({ seq: 10, byId: "me", by: "Noor" }), said].map(
    liveChangeOf,
  );

  it("is told once for each person, with what she changed", () => {
    expect(toldChanges(changes, "me")).toEqual([{ by: "Tom Okafor", labels: ["F12", "F13"] }]);
  });
  it("leaves out what it saved itself and has, not what the same person saved elsewhere", () => {
    const seqs = (version: number) => unseen(changes, "me", new Map([["b", version]])).map(({ seq }) => seq);
    expect(seqs(3)).toEqual([7, 8, 9, 7]);
    expect(seqs(2)).toEqual([7, 8, 9, 10, 7]);
  });
  it("names everybody else once, on the block that she was on last", () => {
    const here = (userId: string, name: string, blockId: string | null = null) => ({ userId, name, blockId });
    const present = [here("tom", "Tom", "b1"), here("me", "Noor"), here("ann", "Ann"), here("tom", "Tom", "b2"), here("tom", "Tom")];
    expect(othersPresent(present, "me")).toEqual([here("ann", "Ann"), here("tom", "Tom", "b2")]);
  });
});
