import { describe, expect, it } from "vitest";
import type { WorkSection } from "~/domain/work/study-work";
import { remarkTask, responseTasks, talkTasks, type WorkRemarks, type WorkTalk } from "~/domain/work/talk-work";

const day = (n: number) => new Date(Date.UTC(2026, 8, n));
const section = {
  id: "s",
  code: "3.1",
  number: "3.1",
  annex: false,
  heading: { en: "What works" },
  writerIds: ["noor"],
} as unknown as WorkSection;
const said = (byId: string, n: number, ...mentions: string[]) => ({ byId, at: day(n), mentions });
const talk = (more: Partial<WorkTalk> = {}): WorkTalk => ({ threads: [], suggestions: [], remarks: [], ...more });
const point = (number: number, ...lines: ReturnType<typeof said>[]) => ({ sectionId: "s", number, said: lines });
const tasks = (id: string, threads: WorkTalk["threads"], suggestions: WorkTalk["suggestions"] = []) =>
  talkTasks({ sections: [section], talk: talk({ threads, suggestions }) }, { id, role: "researcher" }).map(
    ({ kind, count, since }) => `${kind} ${count} since ${since?.getUTCDate()}`,
  );

describe("what is said about a section", () => {
  it("waits for who is named, until she answers in that point", () => {
    const named = point(4, said("rosa", 2, "samir"));
    expect(tasks("samir", [named])).toEqual(["answer-mention 4 since 2"]);
    expect(tasks("tom", [named])).toEqual([]);
    expect(tasks("samir", [point(4, said("rosa", 2, "samir"), said("samir", 3))])).toEqual([]);
    const again = point(4, said("rosa", 2, "samir"), said("samir", 3), said("rosa", 5, "samir"));
    expect(tasks("samir", [again])).toEqual(["answer-mention 4 since 5"]);
  });
  it("waits for the writer while the last word of a point is not hers", () => {
    const open = [point(1, said("rosa", 3)), point(2, said("rosa", 2), said("noor", 4)), point(3, said("rosa", 2), said("tom", 6))];
    expect(tasks("noor", open)).toEqual(["answer-comments 2 since 3"]);
    expect(tasks("rosa", open)).toEqual([]);
  });
  it("holds suggestions for the writer alone", () => {
    const suggested = [{ sectionId: "s", count: 2, since: day(7) }];
    expect(tasks("noor", [], suggested)).toEqual(["settle-suggestions 2 since 7"]);
    expect(tasks("rosa", [], suggested)).toEqual([]);
  });
});

describe("remarks on an edition", () => {
  const round = { edition: 1, open: true, openedAt: day(1), dueOn: "2026-09-20", senderIds: [], unanswered: 0, oldest: null, toShow: 0 };
  const ask = (more: Partial<WorkRemarks>, edition = 1) =>
    remarkTask(talk({ remarks: [{ ...round, ...more }] }), edition, { id: "cees", role: "commissioner" })?.kind;
  const respond = (more: Partial<WorkRemarks>) => responseTasks(talk({ remarks: [{ ...round, ...more }] })).map(({ kind }) => kind);

  it("are asked of a reader while the round is open and she has sent none", () => {
    expect([ask({}), ask({ open: false }), ask({ senderIds: ["cees"] }), ask({}, 2)]).toEqual([
      "remark-edition",
      undefined,
      undefined,
      undefined,
    ]);
  });
  it("wait for a response, and then to be shown", () => {
    expect([respond({}), respond({ unanswered: 2, toShow: 1 }), respond({ toShow: 3 })]).toEqual([
      [],
      ["respond-remarks"],
      ["show-responses"],
    ]);
  });
});
