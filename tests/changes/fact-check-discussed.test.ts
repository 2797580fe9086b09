import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { FactCheckRules } from "~/domain/fact-check/status";
import { discussCorrection } from "~/features/fact-check/discuss-correction.server";
import { listReplies } from "~/features/fact-check/list-replies.server";
import { loadRecord } from "~/features/fact-check/load-record.server";
import type { ReplyGiven } from "~/features/fact-check/reply-schema";
import { saveReplies } from "~/features/fact-check/save-replies.server";
import { sendIn } from "~/features/fact-check/send-in.server";
import { settleCorrection } from "~/features/fact-check/settle-correction.server";
import { withdrawChosen } from "~/features/fact-check/withdraw-chosen.server";
import { protocolVersion } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { readCorrections } from "~/platform/fact-check-work.server";
import { newId } from "~/platform/ids.server";
import { readInterviewCheck } from "~/platform/interview-check.server";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { givenLink, givenRecord, interviewee, reply } from "../support/fact-check-scene";
import { actionsSince, givenProtocol, hour, lastSeq } from "../support/interview-scene";

useDatabase();
let cast: Cast;
let scene: Awaited<ReturnType<typeof givenRecord>>;
let link: Awaited<ReturnType<typeof givenLink>>;
let version: number;
let seq: number;
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
});
beforeEach(async () => {
  scene = await givenRecord(cast);
  link = await givenLink(cast, scene);
  version = 1;
  await say(8, "corrected", "Leidt de bond.");
  await send(8);
  seq = await lastSeq(cast.assessment.id);
});

const rules: FactCheckRules = { citableWhen: "fact-checked", factCheck: { offer: "always", days: 30, confirmedWhen: "all-asked" } };
const say = async (at: number, verdict: ReplyGiven["verdict"], text = "") => {
  const replies = [await reply(scene.answers.gq1, verdict, text)];
  ({ version } = await saveReplies(interviewee(link, hour(at)), { ...link, version, replies, remarks: "" }));
};
const send = async (at: number) => ({ version } = await sendIn(interviewee(link, hour(at)), { ...link, version }));
const answer = () => db.interviewAnswer.findUniqueOrThrow({ where: { id: scene.answers.gq1 } });
const correction = async () => {
  const row = await db.factCheckReply.findFirstOrThrow({ where: { answerId: scene.answers.gq1 }, orderBy: { at: "desc" } });
  return { assessmentId: cast.assessment.id, replyId: row.id, replyVersion: row.version };
};
const note = "Bond of vereniging: wat staat in de statuten?";
const discuss = async (who = cast.researcher, more = {}) =>
  discussCorrection(as(who, hour(9)), { ...(await correction()), reason: note, ...more });
const check = async (at: number) => (await readInterviewCheck(db, rules, scene.id, hour(at))).answers[scene.answers.gq1];
const tasks = async (at: number) =>
  (await readCorrections(db, cast.assessment.id, hour(at))).filter(({ interview }) => interview === scene.code).map(({ kind }) => kind);
const hers = async () => {
  const row = await db.assessment.findUniqueOrThrow({ where: { id: cast.assessment.id } });
  const assessment = { id: row.id, originalLanguage: "nl", languages: ["nl", "en"] };
  const protocol = await protocolVersion(row.id, row.protocolNumber);
  const { answers } = await loadRecord(db, { assessment, protocol, participantId: scene.participantId, language: "nl" });
  return answers.find(({ id }) => id === scene.answers.gq1)?.reply;
};

describe("discussing a correction", () => {
  it("is not found elsewhere, is for those who hold the interview, and says what there is to discuss", async () => {
    await expect(discuss(cast.researcher, { replyId: newId(hour(0)) })).rejects.toMatchObject({ code: "not-found" });
    await expect(discuss(cast.outsider, { assessmentId: cast.otherAssessment.id })).rejects.toMatchObject({ code: "not-found" });
    await expect(discuss(cast.reviewer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(discuss(cast.researcher, { replyVersion: 9 })).rejects.toMatchObject({ code: "conflict" });
    await expect(discuss(cast.researcher, { reason: " " })).rejects.toMatchObject({ code: "invalid", details: { field: "reason" } });
    expect(await actionsSince(cast.assessment.id, seq)).toEqual([]);
  });

  it("is one event with the note; the answer stays disputed, and its page and task say what happens", async () => {
    await discuss();
    expect(await actionsSince(cast.assessment.id, seq)).toEqual(["answer.discuss-correction"]);
    const { intervieweeId } = await db.participant.findUniqueOrThrow({ where: { id: scene.participantId } });
    const told = await db.eventDetail.findFirstOrThrow({ where: { chain: cast.assessment.id, seq: { gt: seq }, part: "change" } });
    expect(told).toMatchObject({ about: intervieweeId, body: expect.stringContaining(note) as string });
    expect(await answer()).toMatchObject({ record: "Leidt de vereniging.", disputedAt: hour(8), version: 2 });
    expect(await check(9)).toMatchObject({ status: "corrected", discussed: true });
    expect(await tasks(9)).toEqual(["discussed"]);
    const [shown] = await listReplies(db, scene.id, { at: hour(9), remarks: true });
    expect(shown).toMatchObject({ open: true, discussed: true, settled: { as: "discussed", reason: note, by: cast.researcher.name } });
  });

  it("shows her the note beside her correction, also while she writes another, until she sends that in", async () => {
    await discuss();
    expect(await hers()).toMatchObject({ verdict: "corrected", text: "Leidt de bond.", note, settledAs: null });
    await say(10, "corrected", "Leidt de club.");
    expect(await hers()).toMatchObject({ text: "Leidt de club.", note });
    expect(await check(10)).toMatchObject({ status: "corrected", discussed: true });
    await send(11);
    expect(await hers()).toMatchObject({ text: "Leidt de club.", note: null });
    expect([await check(11), await tasks(11)]).toEqual([{ status: "corrected", wait: { until: null } }, ["sent"]]);
  });

  it("is over when she sends the same in again: the correction waits for a researcher", async () => {
    await discuss();
    await send(10);
    expect([(await hers())?.note, await tasks(10)]).toEqual([null, ["sent"]]);
    const { replyVersion, ...read } = await correction();
    const taken = { ...read, version: 2, as: "taken-over", record: "", reason: "" } as const;
    const settle = (version: number) => settleCorrection(as(cast.researcher, hour(11)), { ...taken, replyVersion: version });
    await expect(settle(replyVersion - 1)).rejects.toMatchObject({ code: "conflict" });
    await settle(replyVersion);
    expect(await answer()).toMatchObject({ record: "Leidt de bond.", disputedAt: null });
  });

  it("can end with what she confirms after all, with a new link", async () => {
    await discuss();
    link = await givenLink(cast, scene, hour(10));
    version = 1;
    expect((await hers())?.note).toBe(note);
    await say(11, "confirmed");
    expect(await hers()).toMatchObject({ verdict: "confirmed", note });
    await send(12);
    expect([await check(12), await tasks(12), await hers()]).toMatchObject([{ status: "confirmed" }, [], { note: null }]);
    expect((await answer()).disputedAt).toBeNull();
  });

  it("can end with a withdrawal, after which the note is gone", async () => {
    await discuss();
    await say(10, "withdrawn");
    await withdrawChosen(interviewee(link, hour(10)), { ...link, version });
    expect(await hers()).toMatchObject({ verdict: "withdrawn", note: null });
    expect([(await check(10))?.status, await tasks(10)]).toEqual(["withdrawn", []]);
  });

  it("does not stand in the way of dealing with it", async () => {
    await discuss();
    const read = await correction();
    await settleCorrection(as(cast.researcher, hour(10)), { ...read, version: 2, as: "kept", record: "", reason: "Zo staat het er." });
    expect([await tasks(10), (await answer()).disputedAt]).toEqual([[], null]);
    await expect(discuss()).rejects.toMatchObject({ code: "wrong-state", details: { state: "agreed" } });
  });
});
