import { describe, expect, it } from "vitest";
import { actions, installationActions } from "~/domain/audit";
import { foldEvents, tell, type TellableEvent } from "~/domain/trail/told-event";
import en from "~/locales/en/trail.json";
import nl from "~/locales/nl/trail.json";

const event = (more: Partial<TellableEvent> = {}): TellableEvent => ({
  seq: 7,
  at: new Date("2026-09-01T10:00:00Z"),
  action: "section.ask-changes",
  by: { kind: "user", id: "rosa", name: "Rosa Jansen", role: "reviewer" },
  subject: { type: "section", id: "s", version: 3 },
  label: "3.1",
  change: { state: { before: "in-review", after: "changes-asked" }, reason: "One source only" },
  ...more,
});

describe("an event told", () => {
  it("gives its reason apart, its fields before and after, and the page of its subject", () => {
    expect(tell(event())).toMatchObject({
      by: "Rosa Jansen",
      reason: "One source only",
      path: "/sections/3.1",
      fields: [{ name: "state", before: "in-review", after: "changes-asked", long: false }],
    });
  });

  it("says of an erased event only what the chain still holds", () => {
    expect(tell(event({ label: null, change: null, by: { kind: "user", id: "rosa", name: null, role: null } }))).toMatchObject({
      by: null,
      label: null,
      reason: null,
      fields: [],
      values: {},
      path: null,
    });
  });

  it("marks a text that stands in the versions", () => {
    const digested = { sha256: "ab", bytes: 4096, version: 2 };
    expect(
      tell(event({ action: "block.save", change: { section: "3.1", text: { before: "Short", after: digested } } })).fields,
    ).toContainEqual({ name: "text", before: "Short", after: "4096", long: true });
  });

  it.each([
    ["block", "F15", { section: "3.3" }, "/statements/F15"],
    ["block", "A0.fit", { section: "5" }, "/statements/A0.fit"],
    ["block", "3.3", { section: "3.3" }, "/sections/3.3"],
    ["interview-answer", "I7:22b", {}, "/interviews/I7"],
    ["excerpt", "S09:3", {}, "/sources/S09"],
    ["alignment", "water 1.2", { framework: "f", node: "n" }, "/alignments/f/n"],
    ["judgement", "O7:K2", { round: 1 }, "/actors/O7"],
    ["edition", "2.1", {}, "/editions/2"],
    ["question-tag", "S09:3", { question: "1a" }, "/questions/1a"],
    ["limitation", "L1", {}, null],
    ["comment", "3.1 #4", { section: "3.1" }, "/sections/3.1/comments/4"],
    ["comment", "3.1", { section: "3.1" }, "/sections/3.1/comments"],
  ])("leads from a %s called %s to its page", (type, label, change, path) => {
    expect(tell(event({ subject: { type, id: "x", version: 1 }, label, change })).path).toBe(path);
  });
});

describe("events in a row", () => {
  const told = (more: Partial<TellableEvent>) =>
    tell(event({ action: "block.save", subject: { type: "block", id: "b", version: 1 }, ...more }));
  const day = ({ at }: { at: Date }) => at.toISOString().slice(0, 10);

  it("fold when one person did the same to one thing on one day, and not otherwise", () => {
    const other = { kind: "user", id: "noor", name: "Noor Bakker", role: "researcher" };
    const events = [
      told({ seq: 9 }),
      told({ seq: 8 }),
      told({ seq: 7, by: other }),
      told({ seq: 6 }),
      told({ seq: 5, at: new Date("2026-08-31T10:00:00Z") }),
      told({ seq: 4, action: "block.translate" }),
    ];
    expect(foldEvents(events, day).map((run) => run.map(({ seq }) => seq))).toEqual([[9, 8], [7], [6], [5], [4]]);
  });

  it("do not fold when each adds something else", () => {
    expect(foldEvents([told({ seq: 9, action: "link.add" }), told({ seq: 8, action: "link.add" })], day)).toHaveLength(2);
  });
});

describe("the words of the trail", () => {
  const study = Object.entries(actions).filter(([name]) => !installationActions.has(name));
  const fields = [...new Set(study.flatMap(([, { change }]) => Object.keys(change.shape)))];
  const kinds = [...new Set(study.map(([, { subject }]) => subject))];

  it.each([
    ["nl", nl.page],
    ["en", en.page],
  ] as const)("name every field and every kind of record in %s", (_language, page) => {
    expect(fields.filter((field) => !Object.hasOwn(page.fields, field))).toEqual([]);
    expect(kinds.filter((kind) => !Object.hasOwn(page.kinds, kind))).toEqual([]);
  });
});
