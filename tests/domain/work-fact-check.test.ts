import { describe, expect, it } from "vitest";
import { correctionTasks, withdrawnTasks } from "~/domain/work/fact-check-work";

const since = (day: number) => new Date(`2026-03-0${day}T10:00:00.000Z`);

describe("corrections that came back", () => {
  const corrections = [
    { kind: "sent", interview: "I7", interviewerIds: ["noor"], count: 2, times: [since(2), since(4)] },
    { kind: "sent", interview: "I8", interviewerIds: [], count: 1, times: [since(3)] },
  ] as const;
  it.each([
    ["noor", "researcher", ["I7"]],
    ["tom", "researcher", []],
    ["hanna", "lead", ["I8"]],
  ])("wait for %s, a %s: %o", (id, role, codes) => {
    expect(correctionTasks(corrections, { id, role }).map(({ code }) => code)).toEqual(codes);
  });

  it("lead to the fact check of the interview, with how many there are", () => {
    const [task] = correctionTasks(corrections, { id: "noor", role: "researcher" });
    expect(task).toMatchObject({
      path: "/interviews/I7/fact-check",
      kind: "settle-corrections",
      group: "others",
      count: 2,
      since: since(2),
    });
  });

  it("are told by mail as each comes", () => {
    const [task] = correctionTasks(corrections, { id: "noor", role: "researcher" });
    expect(task?.news).toEqual([since(2).toISOString(), since(4).toISOString()]);
  });
});

it.each([
  ["sent", "settle-corrections", "others", "corrected"],
  ["left", "ask-unsent", "others", "corrected"],
  ["discussed", "discuss-corrections", "own", "being-discussed"],
] as const)("asks of what was %s: %s, that %s wait for", (kind, asked, group, status) => {
  const corrections = [{ kind, interview: "I7", interviewerIds: ["noor"], count: 2, times: [since(2)] }];
  expect(correctionTasks(corrections, { id: "noor", role: "researcher" })).toMatchObject([{ kind: asked, group, status, code: "I7" }]);
});

it("tells of each statement that stands on withdrawn answers, with their codes and the oldest moment", () => {
  const withdrawn = [
    { answer: "I7:22", statement: "F12", since: since(4) },
    { answer: "I3:9", statement: "F12", since: since(2) },
    { answer: "I3:9", statement: "C1", since: since(2) },
  ];
  expect(withdrawnTasks(withdrawn)).toMatchObject([
    { code: "F12", path: "/statements/F12", count: 2, since: since(2), name: { en: "I7:22, I3:9", nl: "I7:22, I3:9" } },
    { code: "C1", path: "/statements/C1", count: 1 },
  ]);
});
