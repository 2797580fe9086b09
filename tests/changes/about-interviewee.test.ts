import { beforeEach, describe, expect, it } from "vitest";
import { addFollowUp } from "~/features/interviews/add-follow-up.server";
import { archiveFollowUp } from "~/features/interviews/archive-follow-up.server";
import { recordAnswer } from "~/features/interviews/record-answer.server";
import { saveAnswerTranslation } from "~/features/interviews/save-answer-translation.server";
import { withdrawAnswer } from "~/features/interviews/withdraw-answer.server";
import { withdrawConsent } from "~/features/interviews/withdraw-consent.server";
import { db } from "~/platform/db.server";
import { as, type Cast, loadCast } from "../cast";
import { givenSecond, record } from "../support/consent-scene";
import { useDatabase } from "../support/database";
import { givenHeldInterview, givenProtocol, hour, lastSeq } from "../support/interview-scene";

useDatabase("per test");
let cast: Cast;
let held: Awaited<ReturnType<typeof givenHeldInterview>>;
let seq: number;

beforeEach(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  held = await givenHeldInterview(cast);
  seq = await lastSeq(cast.assessment.id);
});

/** The events since the scene was set, each with the interviewee whose data its words are. */
async function told() {
  const where = { chain: cast.assessment.id, seq: { gt: seq } };
  const events = await db.event.findMany({ where, orderBy: { seq: "asc" }, select: { seq: true, action: true } });
  const details = await db.eventDetail.findMany({ where: { ...where, part: "change" }, select: { seq: true, about: true } });
  const people = await db.interviewee.findMany({ select: { id: true, code: true } });
  const codeOf = (id: string | null | undefined) => people.find((one) => one.id === id)?.code ?? "nobody";
  return events.map(({ action, seq: at }) => `${action} ${codeOf(details.find((detail) => detail.seq === at)?.about)}`);
}

const here = () => ({ assessmentId: cast.assessment.id });

describe("the events of an interview", () => {
  it("hold the data of the interviewee, where one was spoken with", async () => {
    const answer = await record(cast, held.id, "gq1", "", "Leidt de vereniging.");
    const translation = { ...here(), answerId: answer.id, language: "en", version: 0, record: "Leads the club." };
    await saveAnswerTranslation(as(cast.researcher, hour(6)), translation);
    const asked = { ...here(), interviewId: held.id, question: "gq1", wording: "Sinds wanneer?" };
    const followUp = await addFollowUp(as(cast.researcher, hour(7)), asked);
    await archiveFollowUp(as(cast.researcher, hour(8)), { ...here(), answerId: followUp.id, version: 1 });
    await withdrawAnswer(as(cast.researcher, hour(9)), { ...here(), answerId: answer.id, version: 1, reason: "Op verzoek" });
    expect(await told()).toEqual([
      "answer.record P1",
      "answer.translate P1",
      "answer.follow-up P1",
      "answer.archive-follow-up P1",
      "answer.withdraw P1",
    ]);
  });

  it("hold the data of who gave an answer, and of nobody alone where several did", async () => {
    const second = await givenSecond(cast, held.id);
    seq = await lastSeq(cast.assessment.id);
    const hers = await record(cast, held.id, "gq1", "", "Leidt de vereniging.", [second]);
    await record(cast, held.id, "gq2", "which", "Samenwerken.");
    const now = await db.interviewAnswer.findUniqueOrThrow({ where: { id: hers.id } });
    const { question, part, record: words } = now;
    const same = { ...here(), interviewId: held.id, question, part, reason: null, value: null, timeMark: null, attribution: null };
    const other = { ...same, state: "answered", record: `${words} Al lang.`, version: 1, givenBy: [held.participantId] } as const;
    await recordAnswer(as(cast.researcher, hour(7)), other); // what she said stands in it too, as it was before
    await addFollowUp(as(cast.researcher, hour(8)), { ...here(), interviewId: held.id, question: "gq1", wording: "En toen?" });
    expect(await told()).toEqual(["answer.record P2", "answer.record nobody", "answer.record nobody", "answer.follow-up nobody"]);
  });

  it("hold the data of who takes her consent back, also where an answer falls that others gave with her", async () => {
    const second = await givenSecond(cast, held.id);
    await record(cast, held.id, "gq1", "", "Leidt de vereniging.", [second]);
    await record(cast, held.id, "gq2", "which", "Samenwerken.");
    seq = await lastSeq(cast.assessment.id);
    const { version } = await db.participant.findUniqueOrThrow({ where: { id: second } });
    const withdrawal = { ...here(), participantId: second, version, withdrawnOn: "2026-09-02", reason: "" };
    await withdrawConsent(as(cast.researcher, hour(50)), withdrawal);
    expect(await told()).toEqual(["participant.withdraw P2", "answer.withdraw P2", "answer.withdraw P2"]);
  });
});
