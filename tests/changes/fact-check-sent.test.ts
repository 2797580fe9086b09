import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { FactCheckRules } from "~/domain/fact-check/status";
import { listReplies } from "~/features/fact-check/list-replies.server";
import type { ReplyGiven } from "~/features/fact-check/reply-schema";
import { saveReplies } from "~/features/fact-check/save-replies.server";
import { sendIn } from "~/features/fact-check/send-in.server";
import { settleCorrection } from "~/features/fact-check/settle-correction.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { readSentIn } from "~/platform/fact-check-sent.server";
import { readCorrections } from "~/platform/fact-check-work.server";
import { readInterviewCheck } from "~/platform/interview-check.server";
import { readStudyWork } from "~/platform/work.server";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { givenLink, givenRecord, interviewee, reply } from "../support/fact-check-scene";
import { givenProtocol, hour } from "../support/interview-scene";

useDatabase();
let cast: Cast;
let scene: Awaited<ReturnType<typeof givenRecord>>;
let link: Awaited<ReturnType<typeof givenLink>>;
let version: number;
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
});
beforeEach(async () => {
  scene = await givenRecord(cast);
  link = await givenLink(cast, scene);
  version = 1;
});

const rules: FactCheckRules = { citableWhen: "fact-checked", factCheck: { offer: "always", days: 30, confirmedWhen: "all-asked" } };
const over = new Date("2026-10-02T10:00:00Z"); // the link works until 1 October
const say = async (at: number, verdict: ReplyGiven["verdict"], text = "", remarks = "") => {
  const replies = [await reply(scene.answers.gq1, verdict, text)];
  ({ version } = await saveReplies(interviewee(link, hour(at)), { ...link, version, replies, remarks }));
};
const send = async (at: number) => ({ version } = await sendIn(interviewee(link, hour(at)), { ...link, version }));
const standing = async (at: Date) => (await readInterviewCheck(db, rules, scene.id, at)).answers[scene.answers.gq1]?.status;
const listed = async (at: Date) =>
  (await listReplies(db, scene.id, { at, remarks: true })).map(({ verdict, text, open, changing, unsent }) => ({
    ...{ verdict, text, open, changing, unsent },
  }));
const waiting = async (at: Date) =>
  (await readCorrections(db, cast.assessment.id, at)).filter(({ interview }) => interview === scene.code).map(({ count }) => count);
const shown = { open: true, changing: false, unsent: false };

describe("what an interviewee saves after she has sent in", () => {
  it("leaves what she confirmed confirmed until she sends in again", async () => {
    await say(8, "confirmed");
    expect(await standing(hour(8))).toBe("with-interviewee");
    await send(8);
    expect(await standing(hour(8))).toBe("confirmed");
    await say(9, "corrected", "Leidt de bond.");
    expect([await standing(hour(9)), await listed(hour(9)), await waiting(hour(9))]).toEqual(["confirmed", [], []]);
    await send(10);
    const correction = { verdict: "corrected", text: "Leidt de bond.", ...shown };
    expect([await standing(hour(10)), await listed(hour(10)), await waiting(hour(10))]).toEqual(["corrected", [correction], [1]]);
  });

  it("leaves the correction that she sent in to be read, and to be dealt with once she can't send in another", async () => {
    await say(8, "corrected", "Leidt de bond.");
    await send(8);
    await say(9, "confirmed");
    const correction = { verdict: "corrected", text: "Leidt de bond.", ...shown };
    expect(await listed(hour(9))).toEqual([{ ...correction, open: false, changing: true }]);
    expect([await standing(hour(9)), await waiting(hour(9))]).toEqual(["corrected", []]);
    const { id: replyId } = await db.factCheckReply.findFirstOrThrow({ where: { linkId: link.linkId } });
    const taken = {
      assessmentId: cast.assessment.id,
      replyId,
      replyVersion: 2,
      version: 2,
      as: "taken-over",
      record: "",
      reason: "",
    } as const;
    const settle = (at: Date) => settleCorrection(as(cast.researcher, at), taken);
    await expect(settle(hour(9))).rejects.toMatchObject({ code: "wrong-state", details: { state: "with-interviewee" } });
    expect([await listed(over), await waiting(over)]).toEqual([[correction], [1]]);
    await settle(over);
    expect(await db.interviewAnswer.findUniqueOrThrow({ where: { id: scene.answers.gq1 } })).toMatchObject({
      record: "Leidt de bond.",
      disputedAt: null,
    });
    expect([await standing(over), await waiting(over)]).toEqual(["confirmed", []]);
  });

  it("leaves it settled as it was, and opens it again when she sends in", async () => {
    await say(8, "corrected", "Leidt de bond.");
    await send(8);
    const { id: replyId } = await db.factCheckReply.findFirstOrThrow({ where: { linkId: link.linkId } });
    const taken = {
      assessmentId: cast.assessment.id,
      replyId,
      replyVersion: 1,
      version: 2,
      as: "taken-over",
      record: "",
      reason: "",
    } as const;
    await settleCorrection(as(cast.researcher, hour(9)), taken);
    await say(10, "corrected", "Leidt de club.");
    expect([await standing(hour(10)), await waiting(hour(10))]).toEqual(["confirmed", []]);
    const [told] = await listReplies(db, scene.id, { at: hour(10), remarks: true });
    expect(told).toMatchObject({ text: "Leidt de bond.", settled: { as: "taken-over", at: hour(9), by: cast.researcher.name } });
    await send(11);
    expect([await standing(hour(11)), await waiting(hour(11))]).toEqual(["corrected", [1]]);
  });

  it("counts at once where it is a withdrawal, and waits as a task though she never confirms it", async () => {
    await say(8, "confirmed");
    await send(8);
    await say(9, "withdrawn");
    expect(await standing(hour(9))).toBe("corrected");
    expect(await waiting(hour(9))).toEqual([1]);
    expect(await listed(hour(9))).toEqual([{ verdict: "withdrawn", text: "", ...shown, unsent: true }]);
  });

  it("tells of a withdrawal that she chose, and never sent in, once she is no longer at it", async () => {
    await say(8, "withdrawn");
    expect([await standing(hour(8)), await waiting(hour(8)), await listed(hour(8))]).toEqual(["corrected", [], []]);
    expect([await waiting(over), await listed(over)]).toEqual([[1], [{ verdict: "withdrawn", text: "", ...shown, unsent: true }]]);
  });

  it("is told apart from what she sent in, also in the same millisecond", async () => {
    await say(8, "confirmed");
    await send(8);
    await say(8, "corrected", "Leidt de bond.");
    expect(await standing(hour(8))).toBe("confirmed");
  });

  it("leaves her remarks as she sent them in", async () => {
    const remarks = async () => {
      const { sentInAt } = await db.factCheckLink.findUniqueOrThrow({ where: { id: link.linkId } });
      return (await readSentIn(db, [{ id: link.linkId, sentInAt }])).get(link.linkId)?.remarks;
    };
    await say(8, "confirmed", "", "Kort gesprek.");
    expect(await remarks()).toBeUndefined();
    await send(8);
    await say(9, "confirmed", "", "Lang gesprek.");
    expect(await remarks()).toBe("Kort gesprek.");
    await send(10);
    expect(await remarks()).toBe("Lang gesprek.");
  });
});

describe("what she left with a link", () => {
  it("becomes a task on the day after its last, though nothing happens in the study", async () => {
    await say(8, "corrected", "Leidt de bond.");
    const assessment = await findAssessmentRowIfAny(db, cast.assessment.slug);
    if (!assessment) throw new Error("no assessment");
    const tasks = async (at: string) =>
      (await readStudyWork(db, assessment, new Date(at))).corrections.filter(({ interview }) => interview === scene.code).length;
    expect(await tasks("2026-10-01T21:59:59Z")).toBe(0); // a second before midnight in the Netherlands
    expect(await tasks("2026-10-01T22:00:00Z")).toBe(1);
  });
});

describe("what an interviewee said with an earlier link", () => {
  it("gives way to what she sends in with another", async () => {
    await say(8, "corrected", "Leidt de bond.");
    await send(8);
    link = await givenLink(cast, scene, hour(9));
    version = 1;
    expect([await standing(hour(9)), await waiting(hour(9))]).toEqual(["corrected", [1]]);
    await say(10, "confirmed");
    expect([await standing(hour(10)), await waiting(hour(10))]).toEqual(["corrected", [1]]);
    await send(11);
    expect([await standing(hour(11)), await waiting(hour(11)), await listed(hour(11))]).toEqual(["confirmed", [], []]);
    expect((await db.interviewAnswer.findUniqueOrThrow({ where: { id: scene.answers.gq1 } })).disputedAt).toBeNull();
  });

  it("is hers while she goes on with another, and is left when she never sends it in", async () => {
    await say(8, "corrected", "Leidt de bond.");
    link = await givenLink(cast, scene, hour(9));
    expect([await standing(hour(9)), await waiting(hour(9)), await listed(hour(9))]).toEqual(["with-interviewee", [], []]);
    expect([await standing(over), await waiting(over)]).toEqual(["corrected", [1]]);
    expect(await listed(over)).toEqual([{ verdict: "corrected", text: "Leidt de bond.", ...shown, unsent: true }]);
  });
});
