import { describe, expect, it } from "vitest";
import { dayAfter, dayAt, endOfDay } from "~/domain/day";
import { answerProblem } from "~/domain/evidence/citable";
import { factCheckLinkState, isLinkOpen } from "~/domain/fact-check/link";
import { agreesWith, recordSeen } from "~/domain/fact-check/record-seen";
import { stateOfCheck } from "~/domain/fact-check/state";
import { type CheckedAnswer, factCheckOf, type FactCheckRules } from "~/domain/fact-check/status";

const day = (text: string) => new Date(`${text}T10:00:00.000Z`);
const now = day("2026-03-15");
const wants = (id: string, wantsRecord: boolean | null = true) => ({ id, wantsRecord, withdrawn: false });
const link = (participantId: string, more: Partial<CheckedAnswer["links"][number]> = {}) => ({
  participantId,
  createdAt: day("2026-03-01"),
  expiresAt: endOfDay("2026-03-31"),
  revokedAt: null,
  sentInAt: null,
  ...more,
});
const said = (participantId: string, verdict: CheckedAnswer["replies"][number]["verdict"], more = {}) => ({
  participantId,
  verdict,
  agrees: verdict === "confirmed",
  settled: false,
  discussed: false,
  at: day("2026-03-02"),
  ...more,
});
const rules = (more: Partial<FactCheckRules> = {}): FactCheckRules => ({
  citableWhen: "fact-checked",
  factCheck: { offer: "on-request", days: 30, confirmedWhen: "all-asked" },
  ...more,
});
const always = rules({ factCheck: { offer: "always", days: 30, confirmedWhen: "all-asked" } });
const never = rules({ factCheck: { offer: "never", days: 30, confirmedWhen: "all-asked" } });
const byDate = rules({ factCheck: { offer: "on-request", days: 30, confirmedWhen: "all-asked-or-date-passed" } });
const days = rules({ citableWhen: "sent-and-days", citableAfterDays: 14 });
const recorded = rules({ citableWhen: "recorded" });
const answer = (more: Partial<CheckedAnswer>): CheckedAnswer => ({
  withdrawnAt: null,
  disputedAt: null,
  givers: [wants("a")],
  links: [],
  replies: [],
  ...more,
});
const passed = { createdAt: day("2026-02-01"), expiresAt: endOfDay("2026-03-03") };
const waits = (until: string | null) => ({ until });

describe("where an answer stands in the fact check, and whether it can be cited", () => {
  it.each([
    ["nobody was asked who wants to be", rules(), {}, "not-asked", waits(null)],
    ["her wish is not known, asked on request", rules(), { givers: [wants("a", null)] }, "not-asked", null],
    ["her wish is not known, always asked", always, { givers: [wants("a", null)] }, "not-asked", waits(null)],
    ["she did not want the record, though always asked", always, { givers: [wants("a", false)] }, "not-asked", null],
    ["the protocol never offers it", never, {}, "not-asked", null],
    [
      "she was sent it though nothing was noted of her wish",
      rules(),
      { givers: [wants("a", null)], links: [link("a")] },
      "with-interviewee",
      waits(null),
    ],
    ["with her", rules(), { links: [link("a")] }, "with-interviewee", waits(null)],
    ["with her, and recorded is enough", recorded, { links: [link("a")] }, "with-interviewee", null],
    ["with her until a date that lets it be cited", byDate, { links: [link("a")] }, "with-interviewee", waits("2026-04-01")],
    ["her date has passed, and that counts", byDate, { links: [link("a", passed)] }, "date-passed", null],
    ["her date has passed, and that does not count", rules(), { links: [link("a", passed)] }, "date-passed", waits(null)],
    ["the link was taken back", byDate, { links: [link("a", { ...passed, revokedAt: now })] }, "not-asked", waits(null)],
    ["she confirmed", rules(), { links: [link("a")], replies: [said("a", "confirmed")] }, "confirmed", null],
    [
      "she confirmed with a link that was replaced",
      rules(),
      { links: [link("a", { revokedAt: now }), link("a")], replies: [said("a", "confirmed")] },
      "confirmed",
      null,
    ],
    [
      "she confirmed another text",
      rules(),
      { links: [link("a")], replies: [said("a", "confirmed", { agrees: false })] },
      "with-interviewee",
      waits(null),
    ],
    [
      "one of two confirmed",
      rules(),
      { givers: [wants("a"), wants("b")], links: [link("a"), link("b")], replies: [said("a", "confirmed")] },
      "with-interviewee",
      waits(null),
    ],
    [
      "one confirmed, the other did not want it",
      rules(),
      { givers: [wants("a"), wants("b", false)], links: [link("a")], replies: [said("a", "confirmed")] },
      "confirmed",
      null,
    ],
    [
      "one confirmed, the other was not sent it",
      rules(),
      { givers: [wants("a"), wants("b")], links: [link("a")], replies: [said("a", "confirmed")] },
      "not-asked",
      waits(null),
    ],
    ["she corrected", rules(), { links: [link("a")], replies: [said("a", "corrected")] }, "corrected", waits(null)],
    ["she corrected, her date has passed", byDate, { links: [link("a", passed)], replies: [said("a", "corrected")] }, "corrected", null],
    [
      "she corrected, and it was taken over",
      rules(),
      { links: [link("a")], replies: [said("a", "corrected", { settled: true, agrees: true })] },
      "confirmed",
      null,
    ],
    [
      "she corrected, and it was kept",
      rules(),
      { links: [link("a")], replies: [said("a", "corrected", { settled: true })] },
      "with-interviewee",
      waits(null),
    ],
    [
      "she corrected, it was kept, and she confirmed after all",
      rules(),
      { links: [link("a")], replies: [said("a", "corrected", { settled: true }), said("a", "confirmed", { at: day("2026-03-09") })] },
      "confirmed",
      null,
    ],
    ["it is disputed", recorded, { disputedAt: now, links: [link("a")] }, "corrected", null],
    [
      "she chose to withdraw and did not send it yet",
      recorded,
      { links: [link("a")], replies: [said("a", "withdrawn")] },
      "corrected",
      null,
    ],
    ["it was withdrawn", rules(), { withdrawnAt: now, links: [link("a")], replies: [said("a", "withdrawn")] }, "withdrawn", waits(null)],
    ["sent fourteen days ago", days, { links: [link("a")] }, "with-interviewee", null],
    ["sent thirteen days ago", days, { links: [link("a", { createdAt: day("2026-03-02") })] }, "with-interviewee", waits("2026-03-16")],
    [
      "sent yesterday and confirmed today",
      days,
      { links: [link("a", { createdAt: day("2026-03-14") })], replies: [said("a", "confirmed")] },
      "confirmed",
      null,
    ],
    ["not sent, and days are asked for", days, {}, "not-asked", waits(null)],
    [
      "the later of two dates counts",
      byDate,
      { givers: [wants("a"), wants("b")], links: [link("a"), link("b", { expiresAt: endOfDay("2026-04-10") })] },
      "with-interviewee",
      waits("2026-04-11"),
    ],
    ["one date is not known", byDate, { givers: [wants("a"), wants("b")], links: [link("a")] }, "with-interviewee", waits(null)],
    [
      "her consent was taken back, so nobody waits for her",
      rules(),
      { givers: [{ ...wants("a"), withdrawn: true }], links: [link("a")] },
      "not-asked",
      null,
    ],
  ] as const)("%s", (_, rule, more, status, wait) => {
    expect(factCheckOf(answer(more), rule, now)).toEqual({ status, wait });
  });
});

describe("a correction that is being discussed", () => {
  const discussed = said("a", "corrected", { discussed: true });
  it("leaves its answer corrected, and is told beside it", () => {
    const check = factCheckOf(answer({ disputedAt: now, links: [link("a")], replies: [discussed] }), recorded, now);
    expect(check).toEqual({ status: "corrected", wait: null, discussed: true });
    expect(stateOfCheck(check)).toBe("being-discussed");
  });

  it("is not told while another correction waits for a researcher", () => {
    const both = { givers: [wants("a"), wants("b")], disputedAt: now, links: [link("a"), link("b")] };
    const check = factCheckOf(answer({ ...both, replies: [discussed, said("b", "corrected")] }), recorded, now);
    expect(check).toEqual({ status: "corrected", wait: null });
    expect(stateOfCheck(check)).toBe("corrected");
  });
});

describe("an answer that can't be newly cited", () => {
  const citable = {
    state: "answered",
    interviewState: "recorded",
    disputedAt: null,
    withdrawnAt: null,
    archived: false,
    consented: true,
  } as const;
  it.each([
    ["confirmed", { status: "confirmed", wait: null }, null],
    ["not checked", { status: "not-asked", wait: { until: null } }, "not-checked"],
    ["waiting for a day", { status: "with-interviewee", wait: { until: "2026-04-01" } }, "waiting"],
    ["said otherwise by the interviewee", { status: "corrected", wait: null }, "disputed"],
  ] as const)("is told why: %s", (_, check, problem) => {
    expect(answerProblem({ ...citable, check })).toBe(problem);
  });

  it("waits for the consent of those who gave it, whatever the fact check says", () => {
    const check = { status: "confirmed", wait: null } as const;
    expect(answerProblem({ ...citable, consented: false, check })).toBe("no-consent");
  });

  it("is withdrawn before it is anything else", () => {
    const check = { status: "withdrawn", wait: { until: null } } as const;
    expect(answerProblem({ ...citable, withdrawnAt: now, disputedAt: now, check })).toBe("withdrawn");
  });
});

describe("a record that somebody saw", () => {
  const seen = { record: "Leidt het programma.", value: null };
  const reply = { verdict: "confirmed", recordDigest: recordSeen(seen), text: "", settledAs: null };

  it("is told apart from one with other words or another value", () => {
    const texts = [seen, { ...seen, record: "Leidde het programma." }, { ...seen, value: "4" }].map(recordSeen);
    expect(new Set(texts).size).toBe(3);
  });

  it.each([
    ["confirmed as it is", reply, seen, true],
    ["confirmed as it was", reply, { ...seen, record: "Anders." }, false],
    [
      "corrected and taken over",
      { ...reply, verdict: "corrected", text: "Anders.", settledAs: "taken-over" },
      { ...seen, record: "Anders." },
      true,
    ],
    ["taken over and changed again", { ...reply, verdict: "corrected", text: "Anders.", settledAs: "taken-over" }, seen, false],
    ["corrected and not dealt with", { ...reply, verdict: "corrected", text: "Leidt het programma." }, seen, false],
    ["withdrawn", { ...reply, verdict: "withdrawn" }, seen, false],
  ])("agrees when %s", (_, kept, record, agrees) => {
    expect(agreesWith(kept, record.record, recordSeen(record))).toBe(agrees);
  });
});

describe("a link", () => {
  const open = { expiresAt: endOfDay("2026-03-15"), revokedAt: null, sentInAt: null };
  it.each([
    [open, "out", true],
    [{ ...open, sentInAt: day("2026-03-10") }, "sent-in", true],
    [{ ...open, expiresAt: endOfDay("2026-03-14") }, "over", false],
    [{ ...open, expiresAt: endOfDay("2026-03-14"), sentInAt: day("2026-03-10") }, "sent-in", false],
    [{ ...open, sentInAt: day("2026-03-10"), revokedAt: day("2026-03-11") }, "revoked", false],
  ] as const)("%o is %s", (moments, state, isOpen) => {
    expect(factCheckLinkState(moments, now)).toBe(state);
    expect(isLinkOpen(moments, now)).toBe(isOpen);
  });
});

describe("days", () => {
  it.each([
    ["2026-01-31", "2026-01-31T22:59:59.999Z"],
    ["2026-03-28", "2026-03-28T22:59:59.999Z"],
    ["2026-03-29", "2026-03-29T21:59:59.999Z"], // summer time began that night
    ["2026-10-24", "2026-10-24T21:59:59.999Z"],
    ["2026-10-25", "2026-10-25T22:59:59.999Z"],
  ])("%s ends at %s", (one, end) => {
    expect(endOfDay(one).toISOString()).toBe(end);
    expect(dayAt(new Date(endOfDay(one).getTime() + 1))).toBe(dayAfter(one, 1));
  });

  it("are counted over months and years", () => {
    expect(dayAfter("2025-12-20", 30)).toBe("2026-01-19");
    expect(dayAfter("2028-02-28", 1)).toBe("2028-02-29");
  });
});
