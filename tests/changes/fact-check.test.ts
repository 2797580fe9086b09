import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeLink, type MakeLink } from "~/features/fact-check/make-link.server";
import { markMailed } from "~/features/fact-check/mark-mailed.server";
import { revokeLink } from "~/features/fact-check/revoke-link.server";
import { saveReplies } from "~/features/fact-check/save-replies.server";
import { sendIn } from "~/features/fact-check/send-in.server";
import { settleCorrection } from "~/features/fact-check/settle-correction.server";
import { withdrawChosen } from "~/features/fact-check/withdraw-chosen.server";
import { recordAnswer } from "~/features/interviews/record-answer.server";
import { saveAnswerTranslation } from "~/features/interviews/save-answer-translation.server";
import { planInterview } from "~/features/interviews/plan-interview.server";
import { db } from "~/platform/db.server";
import { readCorrections } from "~/platform/fact-check-work.server";
import { newId } from "~/platform/ids.server";
import { digestOf } from "~/platform/token.server";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { givenLink, givenRecord, interviewee, reply } from "../support/fact-check-scene";
import { actionsSince, canary, givenHeldInterview, givenProtocol, hour, lastSeq, plan } from "../support/interview-scene";

useDatabase();
let cast: Cast;
let scene: Awaited<ReturnType<typeof givenRecord>>;
let seq: number;
const nowhere = newId(hour(0));
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  await givenProtocol(cast.otherAssessment.id, cast.outsider.id);
});
beforeEach(async () => {
  scene = await givenRecord(cast);
  await mark();
});
const mark = async () => {
  seq = await lastSeq(cast.assessment.id);
};
const raised = () => actionsSince(cast.assessment.id, seq);
const answerOf = (key: keyof typeof scene.answers) => db.interviewAnswer.findUniqueOrThrow({ where: { id: scene.answers[key] } });
const linkOf = (id: string) => db.factCheckLink.findUniqueOrThrow({ where: { id } });
const asked = (more: Partial<MakeLink> = {}): MakeLink => ({
  assessmentId: cast.assessment.id,
  participantId: scene.participantId,
  language: "nl",
  until: "2026-10-01",
  ...more,
});
const here = () => ({ assessmentId: cast.assessment.id });

describe("making a link", () => {
  const make = (more: Partial<MakeLink> = {}, at = hour(6)) => makeLink(as(cast.researcher, at), asked(more));

  it("is not found elsewhere or for a participant who is not there", async () => {
    await expect(make({ assessmentId: cast.otherAssessment.id })).rejects.toMatchObject({ code: "not-found" });
    await expect(make({ participantId: nowhere })).rejects.toMatchObject({ code: "not-found" });
  });

  it("is for those who hold the interview, and does not exist to who may not read it", async () => {
    await expect(makeLink(as(cast.secondResearcher, hour(6)), asked())).rejects.toMatchObject({ code: "forbidden" });
    await expect(makeLink(as(cast.commissioner, hour(6)), asked())).rejects.toMatchObject({ code: "not-found" });
    expect(await raised()).toEqual([]);
  });

  it("is refused before the interview was held, while questions are open, and until a day that has passed", async () => {
    const planned = await planInterview(as(cast.lead), plan(cast, { intervieweeIds: [scene.interviewee.id] }));
    const { id: participantId } = await db.participant.findFirstOrThrow({ where: { interviewId: planned.id } });
    await expect(make({ participantId })).rejects.toMatchObject({ code: "wrong-state", details: { state: "planned" } });
    const open = await givenHeldInterview(cast);
    await expect(make({ participantId: open.participantId })).rejects.toMatchObject({ details: { open: ["1", "2a", "2b"] } });
    await expect(make({ until: "2026-08-31" })).rejects.toMatchObject({ code: "invalid", details: { field: "until" } });
  });

  it("keeps the digest of 32 random bytes, and tells the trail neither token nor name", async () => {
    const { id, token } = await make();
    expect(await raised()).toEqual(["fact-check.make-link"]);
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(await linkOf(id)).toMatchObject({ tokenDigest: digestOf(token), participantId: scene.participantId, revokedAt: null });
    const details = await db.eventDetail.findMany({ where: { chain: cast.assessment.id, seq: { gt: seq } } });
    const told = details.map(({ body }) => body).join("\n");
    for (const secret of [token, digestOf(token), canary.name, canary.contact]) expect(told).not.toContain(secret);
    const versions = await db.version.findMany({ where: { recordId: id } });
    expect(versions.map(({ body }) => body).join("\n")).not.toContain(digestOf(token));
  });

  it("ends the link that the participant had, with an event of its own", async () => {
    const [first, second] = [await make(), await make({}, hour(7))];
    expect(await raised()).toEqual(["fact-check.make-link", "fact-check.make-link", "fact-check.revoke-link"]);
    expect((await linkOf(first.id)).revokedAt).toEqual(hour(7));
    expect((await linkOf(second.id)).revokedAt).toBeNull();
    expect(await db.version.count({ where: { recordId: first.id } })).toBe(2);
  });
});

describe("taking a link back, and noting that it was mailed", () => {
  it.each([
    ["revokeLink", revokeLink, "fact-check.revoke-link", "revokedAt"],
    ["markMailed", markMailed, "fact-check.mail", "mailedAt"],
  ] as const)("%s is for those who hold the interview, at the version that was read", async (_, act, action, moment) => {
    const { linkId } = await givenLink(cast, scene);
    await mark();
    const input = { ...here(), linkId, version: 1 };
    await expect(act(as(cast.researcher, hour(7)), { ...input, linkId: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(act(as(cast.outsider, hour(7)), { ...input, assessmentId: cast.otherAssessment.id })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(act(as(cast.reviewer, hour(7)), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(act(as(cast.researcher, hour(7)), { ...input, version: 9 })).rejects.toMatchObject({ code: "conflict" });
    expect(await raised()).toEqual([]);
    await act(as(cast.researcher, hour(7)), input);
    expect(await raised()).toEqual([action]);
    expect((await linkOf(linkId))[moment]).toEqual(hour(7));
  });

  it("is refused for a link that was taken back already", async () => {
    const { linkId } = await givenLink(cast, scene);
    await revokeLink(as(cast.researcher, hour(7)), { ...here(), linkId, version: 1 });
    await expect(revokeLink(as(cast.researcher, hour(7)), { ...here(), linkId, version: 2 })).rejects.toMatchObject({
      code: "wrong-state",
    });
  });
});

describe("a record that somebody is reading", () => {
  const change = (at = hour(7), more = {}) =>
    recordAnswer(as(cast.researcher, at), {
      ...here(),
      ...{ interviewId: scene.id, question: "gq1", part: "", version: 1, state: "answered", reason: null, value: null },
      ...{ record: "Iets anders.", timeMark: null, attribution: null, givenBy: [], ...more },
    } as const);

  it("can't be changed, but its notes can", async () => {
    await givenLink(cast, scene);
    await expect(change()).rejects.toMatchObject({ code: "wrong-state", details: { state: "with-interviewee" } });
    await change(hour(7), { record: "Leidt de vereniging.", notes: "later toegevoegd" });
    expect((await answerOf("gq1")).notes).toBe("later toegevoegd");
  });

  it("keeps the translation too that she may be reading it in, until she has sent in", async () => {
    const translate = (at: Date) => {
      const translation = { answerId: scene.answers.gq1, language: "en", version: 0, record: "Leads the society." };
      return saveAnswerTranslation(as(cast.researcher, at), { ...here(), ...translation });
    };
    const link = await givenLink(cast, scene);
    await mark();
    await expect(translate(hour(7))).rejects.toMatchObject({ code: "wrong-state", details: { state: "with-interviewee" } });
    expect(await raised()).toEqual([]);
    await saveReplies(interviewee(link), { ...link, replies: [await reply(scene.answers.gq1, "confirmed")], remarks: "" });
    await sendIn(interviewee(link), { ...link, version: 2 });
    expect(await translate(hour(9))).toEqual({ version: 1 });
  });

  it("can be changed again once the link was taken back, or sent in", async () => {
    const link = await givenLink(cast, scene);
    await saveReplies(interviewee(link), { ...link, replies: [await reply(scene.answers.gq1, "confirmed")], remarks: "" });
    await sendIn(interviewee(link), { ...link, version: 2 });
    await change(hour(9));
    expect((await answerOf("gq1")).record).toBe("Iets anders.");
    const again = await givenLink(cast, scene, hour(10));
    await revokeLink(as(cast.researcher, hour(11)), { ...here(), linkId: again.linkId, version: 1 });
    await change(hour(12), { version: 2, record: "Nog iets." });
  });
});

describe("saying what one thinks of a record", () => {
  it("is only for the participant of the link, while it works, and of her own answers", async () => {
    const link = await givenLink(cast, scene);
    const other = await givenRecord(cast);
    await mark();
    const save = async (context = interviewee(link), more = {}) =>
      saveReplies(context, { ...link, replies: [await reply(scene.answers.gq1, "confirmed")], remarks: "", ...more });
    await expect(save(interviewee(other))).rejects.toMatchObject({ code: "not-found" });
    await expect(save(as(cast.lead, hour(8)))).rejects.toMatchObject({ code: "not-found" });
    await expect(save(interviewee(link, new Date("2026-10-02T10:00:00Z")))).rejects.toMatchObject({ code: "not-found" });
    await expect(save(interviewee(link), { assessmentId: cast.otherAssessment.id })).rejects.toMatchObject({ code: "not-found" });
    await expect(save(interviewee(link), { replies: [await reply(other.answers.gq1, "confirmed")] })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await raised()).toEqual([]);
  });

  it("is kept with one event by the link, without a name, and changes no answer yet", async () => {
    const link = await givenLink(cast, scene);
    await mark();
    const replies = [await reply(scene.answers.gq1, "corrected", "Leidt de bond."), await reply(scene.answers["gq2:why"], "withdrawn")];
    expect(await saveReplies(interviewee(link), { ...link, replies, remarks: "" })).toEqual({ version: 2, overtaken: [] });
    expect(await raised()).toEqual(["fact-check.save"]);
    const event = await db.event.findFirstOrThrow({ where: { chain: cast.assessment.id }, orderBy: { seq: "desc" } });
    expect(event).toMatchObject({ byKind: "link", byId: scene.participantId });
    const by = await db.eventDetail.findFirstOrThrow({ where: { chain: event.chain, seq: event.seq, part: "by" } });
    expect(JSON.parse(by.body)).toEqual({ name: "", role: "interviewee" });
    const body = await db.eventDetail.findFirstOrThrow({ where: { chain: event.chain, seq: event.seq, part: "change" } });
    expect(body.body).not.toContain("bond");
    expect(await answerOf("gq1")).toMatchObject({ disputedAt: null, version: 1 });
    expect((await answerOf("gq2:why")).withdrawnAt).toBeNull();
  });

  it("changes nothing when it is said again, and meets a conflict when it was said elsewhere", async () => {
    const link = await givenLink(cast, scene);
    const replies = [await reply(scene.answers.gq1, "confirmed")];
    await saveReplies(interviewee(link), { ...link, replies, remarks: "" });
    await mark();
    await saveReplies(interviewee(link), { ...link, version: 2, replies, remarks: "" });
    expect(await raised()).toEqual([]);
    await expect(saveReplies(interviewee(link), { ...link, replies, remarks: "" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("is not kept of a record that is another than she saw", async () => {
    const link = await givenLink(cast, scene);
    const said = await reply(scene.answers.gq1, "corrected", "Leidt de bond.");
    const stale = { ...said, seen: "0".repeat(64) };
    const result = await saveReplies(interviewee(link), { ...link, replies: [stale], remarks: "" });
    expect(result).toEqual({ version: 1, overtaken: [scene.answers.gq1] });
    expect(await db.factCheckReply.count({ where: { linkId: link.linkId } })).toBe(0);
  });
});

describe("sending in", () => {
  const said = async () => {
    const link = await givenLink(cast, scene);
    const replies = [
      await reply(scene.answers.gq1, "confirmed"),
      await reply(scene.answers["gq2:which"], "corrected", "De rust."),
      await reply(scene.answers["gq2:why"], "withdrawn"),
    ];
    await saveReplies(interviewee(link), { ...link, replies, remarks: "Dank." });
    await mark();
    return { ...link, version: 2 };
  };

  it("is refused with nothing said, at a stale version, and to anyone else", async () => {
    const link = await givenLink(cast, scene);
    await expect(sendIn(interviewee(link), link)).rejects.toMatchObject({ code: "invalid" });
    const full = await givenRecord(cast).then((other) => ({ ...link, participantId: other.participantId }));
    await expect(sendIn(interviewee(full), link)).rejects.toMatchObject({ code: "not-found" });
    await expect(sendIn(interviewee(link), { ...link, version: 7 })).rejects.toMatchObject({ code: "conflict" });
  });

  it("withdraws at once, disputes what was corrected, and tells each with one event", async () => {
    const link = await said();
    await sendIn(interviewee(link), link);
    expect(await raised()).toEqual(["fact-check.send-in", "answer.withdraw", "answer.dispute"]);
    expect(await answerOf("gq1")).toMatchObject({ disputedAt: null, withdrawnAt: null, version: 1 });
    expect(await answerOf("gq2:which")).toMatchObject({ disputedAt: hour(8), record: "De stilte.", version: 2 });
    expect(await answerOf("gq2:why")).toMatchObject({ withdrawnAt: hour(8), version: 2 });
    expect(await linkOf(link.linkId)).toMatchObject({ sentInAt: hour(8), version: 3 });
    expect(await db.searchText.count({ where: { recordId: scene.answers["gq2:why"] } })).toBe(0);
  });

  it("can be done again until its date, and what was withdrawn stays so", async () => {
    const link = await said();
    await sendIn(interviewee(link), link);
    const replies = [await reply(scene.answers["gq2:which"], "confirmed"), await reply(scene.answers["gq2:why"], "confirmed")];
    await saveReplies(interviewee(link, hour(9)), { ...link, version: 3, replies, remarks: "" });
    await mark();
    await sendIn(interviewee(link, hour(9)), { ...link, version: 4 });
    expect(await raised()).toEqual(["fact-check.send-in", "answer.end-dispute"]);
    expect((await answerOf("gq2:which")).disputedAt).toBeNull();
    expect((await answerOf("gq2:why")).withdrawnAt).toEqual(hour(8));
  });

  it("is not needed for a withdrawal: that counts by itself, also while the researcher saves in another tab", async () => {
    const link = await said();
    expect(await withdrawChosen(interviewee(link), link)).toEqual({ withdrawn: 1 });
    expect(await raised()).toEqual(["answer.withdraw"]);
    await revokeLink(as(cast.researcher, hour(9)), { ...here(), linkId: link.linkId, version: 2 });
    const late = { ...here(), interviewId: scene.id, question: "gq2", part: "why", version: 1, state: "answered", reason: null } as const;
    const save = recordAnswer(as(cast.researcher, hour(9)), {
      ...late,
      value: null,
      record: "Toch.",
      timeMark: null,
      attribution: null,
      givenBy: [],
    });
    await expect(save).rejects.toMatchObject({ code: "wrong-state", details: { state: "withdrawn" } });
    expect((await answerOf("gq2:why")).record).toBe("Niemand praat.");
  });
});

describe("dealing with a correction", () => {
  const corrected = async () => {
    const link = await givenLink(cast, scene);
    await saveReplies(interviewee(link), {
      ...link,
      replies: [await reply(scene.answers.gq1, "corrected", "Leidt de bond.")],
      remarks: "",
    });
    await sendIn(interviewee(link), { ...link, version: 2 });
    const { id } = await db.factCheckReply.findFirstOrThrow({ where: { linkId: link.linkId } });
    await mark();
    return { link, input: { ...here(), replyId: id, replyVersion: 1, version: 2, as: "taken-over" as const, record: "", reason: "" } };
  };

  it("is not found elsewhere, and is for those who hold the interview", async () => {
    const { input } = await corrected();
    const settle = (who = cast.researcher, more = {}) => settleCorrection(as(who, hour(9)), { ...input, ...more });
    await expect(settle(cast.researcher, { replyId: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(settle(cast.outsider, { assessmentId: cast.otherAssessment.id })).rejects.toMatchObject({ code: "not-found" });
    await expect(settle(cast.reviewer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(settle(cast.researcher, { version: 1 })).rejects.toMatchObject({ code: "conflict" });
    await expect(settle(cast.researcher, { as: "kept" })).rejects.toMatchObject({ code: "invalid", details: { field: "reason" } });
    await expect(settle(cast.researcher, { as: "changed" })).rejects.toMatchObject({ code: "invalid", details: { field: "record" } });
    expect(await raised()).toEqual([]);
  });

  it("is not done by changing nothing, where what must change stands in her remark alone", async () => {
    const link = await givenLink(cast, scene);
    const remarked = { ...(await reply(scene.answers.gq1, "corrected", "Leidt de vereniging.")), remark: "Niet alleen." };
    await saveReplies(interviewee(link), { ...link, replies: [remarked], remarks: "" });
    await sendIn(interviewee(link), { ...link, version: 2 });
    const { id: replyId, version: replyVersion } = await db.factCheckReply.findFirstOrThrow({ where: { linkId: link.linkId } });
    const { version } = await answerOf("gq1");
    const settle = (how: "taken-over" | "changed", record: string) =>
      settleCorrection(as(cast.researcher, hour(9)), { ...here(), replyId, replyVersion, version, as: how, record, reason: "" });
    await expect(settle("taken-over", "")).rejects.toMatchObject({ details: { field: "as", problem: "nothing-to-take-over" } });
    await expect(settle("changed", "Leidt de vereniging. ")).rejects.toMatchObject({
      details: { field: "record", problem: "record-unchanged" },
    });
    await settle("changed", "Leidt de vereniging met anderen.");
    expect(await answerOf("gq1")).toMatchObject({ record: "Leidt de vereniging met anderen.", disputedAt: null });
  });

  it.each([
    ["taken-over", "", "Leidt de bond."],
    ["changed", "Leidt de nieuwe bond.", "Leidt de nieuwe bond."],
    ["kept", "", "Leidt de vereniging."],
  ] as const)("%s: the record is what it says, the dispute is over and the reply stays", async (how, record, after) => {
    const { link, input } = await corrected();
    await settleCorrection(as(cast.researcher, hour(9)), { ...input, as: how, record, reason: "besproken" });
    expect(await raised()).toEqual(["answer.settle-correction"]);
    expect(await answerOf("gq1")).toMatchObject({ record: after, disputedAt: null, version: 3 });
    const kept = await db.factCheckReply.findFirstOrThrow({ where: { linkId: link.linkId } });
    expect(kept).toMatchObject({ text: "Leidt de bond.", settledAs: how, settledReason: "besproken", settledById: cast.researcher.id });
    await expect(settleCorrection(as(cast.researcher, hour(9)), { ...input, version: 3 })).rejects.toMatchObject({ code: "wrong-state" });
  });

  it("is only of the words that were read: a correction that she sent in since is a conflict", async () => {
    const { link, input } = await corrected();
    const replies = [await reply(scene.answers.gq1, "corrected", "Leidt iets heel anders.")];
    await saveReplies(interviewee(link, hour(9)), { ...link, version: 3, replies, remarks: "" });
    await sendIn(interviewee(link, hour(9)), { ...link, version: 4 });
    await mark();
    const settle = (replyVersion: number) => settleCorrection(as(cast.researcher, hour(10)), { ...input, replyVersion });
    await expect(settle(1)).rejects.toMatchObject({ code: "conflict", details: { version: 2 } });
    expect(await raised()).toEqual([]);
    expect(await answerOf("gq1")).toMatchObject({ record: "Leidt de vereniging.", version: 2 });
    await settle(2);
    expect(await answerOf("gq1")).toMatchObject({ record: "Leidt iets heel anders.", version: 3 });
  });

  it("is about the interviewee whose words it holds", async () => {
    const { input } = await corrected();
    await settleCorrection(as(cast.researcher, hour(9)), input);
    const { intervieweeId } = await db.participant.findUniqueOrThrow({ where: { id: scene.participantId } });
    const told = await db.eventDetail.findFirstOrThrow({ where: { chain: cast.assessment.id, seq: { gt: seq }, part: "change" } });
    expect(told.body).toContain("Leidt de bond.");
    expect(told.about).toBe(intervieweeId);
  });

  it("waits as a task once she is no longer at it, also when she never sent it in", async () => {
    const link = await givenLink(cast, scene);
    const replies = [await reply(scene.answers.gq1, "corrected", "Leidt de bond.")];
    await saveReplies(interviewee(link), { ...link, replies, remarks: "" });
    const waiting = async (at: Date) =>
      (await readCorrections(db, cast.assessment.id, at)).filter(({ interview }) => interview === scene.code);
    const task = { kind: "left", interview: scene.code, interviewerIds: [cast.researcher.id], count: 1, times: [hour(8)] };
    expect(await waiting(hour(9))).toEqual([]);
    expect(await waiting(new Date("2026-10-02T10:00:00Z"))).toEqual([task]);
    await revokeLink(as(cast.researcher, hour(9)), { ...here(), linkId: link.linkId, version: 2 });
    expect(await waiting(hour(9))).toEqual([task]);
    const { id: replyId } = await db.factCheckReply.findFirstOrThrow({ where: { linkId: link.linkId } });
    const settled = { replyId, replyVersion: 1, version: 1, as: "taken-over", record: "", reason: "" } as const;
    await settleCorrection(as(cast.researcher, hour(10)), { ...here(), ...settled });
    expect(await waiting(hour(11))).toEqual([]);
  });

  it("is refused while she is still at it", async () => {
    const link = await givenLink(cast, scene);
    await saveReplies(interviewee(link), {
      ...link,
      replies: [await reply(scene.answers.gq1, "corrected", "Leidt de bond.")],
      remarks: "",
    });
    const { id: replyId } = await db.factCheckReply.findFirstOrThrow({ where: { linkId: link.linkId } });
    const settle = settleCorrection(as(cast.researcher, hour(9)), {
      ...here(),
      replyId,
      replyVersion: 1,
      version: 1,
      as: "taken-over",
      record: "",
      reason: "",
    });
    await expect(settle).rejects.toMatchObject({ code: "wrong-state", details: { state: "with-interviewee" } });
  });
});
