import { describe, expect, it } from "vitest";
import { occurrencesOf } from "~/domain/work/mail";
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
  it("is told by mail once for each word, suggestion, remark and response, whichever is dealt with first", () => {
    const news = (id: string, threads: WorkTalk["threads"], suggestions: WorkTalk["suggestions"] = []) =>
      talkTasks({ sections: [section], talk: talk({ threads, suggestions }) }, { id, role: "researcher" }).flatMap((task) =>
        occurrencesOf("a", task).map((one) => one.replace(/T.*/u, "")),
      );
    const [first, second] = [point(1, said("rosa", 2)), point(2, said("rosa", 3), said("tom", 4))];
    const told = ["a answer 3.1 2026-09-02", "a answer 3.1 2026-09-03", "a answer 3.1 2026-09-04"];
    expect(news("noor", [first, second])).toEqual(told);
    expect(news("noor", [second])).toEqual(told.slice(1));
    expect(news("noor", [first])).toEqual(told.slice(0, 1));
    expect(news("noor", [point(2, said("rosa", 3), said("noor", 4), said("rosa", 5))])).toEqual(["a answer 3.1 2026-09-05"]);
    expect(news("samir", [point(4, said("rosa", 2, "samir"), said("tom", 3), said("tom", 4, "samir"))])).toEqual([
      "a mention 3.1 4 2026-09-02",
      "a mention 3.1 4 2026-09-04",
    ]);
    expect(news("noor", [], [{ sectionId: "s", times: [day(7), day(8)] }])).toEqual([
      "a suggestions 3.1 2026-09-07",
      "a suggestions 3.1 2026-09-08",
    ]);
    const round = { edition: 1, open: true, openedAt: day(1), dueOn: null, senderIds: [], oldest: day(2) };
    const responses = (more: Pick<WorkRemarks, "unanswered" | "toShow">) =>
      responseTasks(talk({ remarks: [{ ...round, ...more }] })).flatMap((task) => occurrencesOf("a", task));
    expect(responses({ unanswered: ["m1", "m2"], toShow: [] })).toEqual(["a respond 1 m1", "a respond 1 m2"]);
    expect(responses({ unanswered: [], toShow: ["m2", "m3"] })).toEqual(["a show 1 m2", "a show 1 m3"]);
  });
  it("holds suggestions for the writer alone", () => {
    const suggested = [{ sectionId: "s", times: [day(7), day(8)] }];
    expect(tasks("noor", [], suggested)).toEqual(["settle-suggestions 2 since 7"]);
    expect(tasks("rosa", [], suggested)).toEqual([]);
  });
});

describe("remarks on an edition", () => {
  const round = { edition: 1, open: true, openedAt: day(1), dueOn: "2026-09-20", senderIds: [], unanswered: [], oldest: null, toShow: [] };
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
    expect([respond({}), respond({ unanswered: ["m1", "m2"], toShow: ["m3"] }), respond({ toShow: ["m3"] })]).toEqual([
      [],
      ["respond-remarks"],
      ["show-responses"],
    ]);
  });
});
