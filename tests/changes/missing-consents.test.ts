import { beforeEach, describe, expect, it } from "vitest";
import { addParticipant } from "~/features/interviews/add-participant.server";
import { moveInterview } from "~/features/interviews/move-interview.server";
import { recordAnswer } from "~/features/interviews/record-answer.server";
import { db } from "~/platform/db.server";
import { readEvidence } from "~/platform/evidence.server";
import { listMissingConsents } from "~/platform/missing-consents.server";
import { as, type Cast, loadCast } from "../cast";
import { agreeOn, record } from "../support/consent-scene";
import { useDatabase } from "../support/database";
import { givenLink } from "../support/fact-check-scene";
import { givenHeldInterview, givenInterviewee, givenProtocol, hour, interviewProtocol } from "../support/interview-scene";

useDatabase("per test");
let cast: Cast;
beforeEach(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
});

const problemOf = async (id: string) => {
  const viewer = { id: cast.lead.id, administrator: false, mayStart: false, roles: { [cast.assessment.id]: "lead" as const } };
  const found = await readEvidence(db, { assessment: cast.assessment, protocol: interviewProtocol, viewer, which: "all", at: hour(60) });
  return found.get(`interview-answer/${id}`)?.citable;
};

async function givenSettled(interviewId: string) {
  for (const [question, part = ""] of [
    ["gq2", "which"],
    ["gq2", "why"],
  ] as const)
    await recordAnswer(as(cast.researcher, hour(6)), {
      ...{ assessmentId: cast.assessment.id, interviewId, question, part, version: 0, state: "not-asked", reason: "time" },
      ...{ value: null, record: "", timeMark: null, attribution: null, givenBy: [] },
    });
}

const finish = async (id: string) => {
  const { version } = await db.interview.findUniqueOrThrow({ where: { id } });
  return moveInterview(as(cast.researcher, hour(42)), { assessmentId: cast.assessment.id, id, version, move: "finish-record" });
};

describe("an interview with somebody whose consent was not recorded", () => {
  it("is written down, and is not closed, sent or cited before it is", async () => {
    const interview = await givenHeldInterview(cast, "club", null);
    const { id } = await record(cast, interview.id, "gq1", "", "Leidt de vereniging.");
    await givenSettled(interview.id);
    expect(await problemOf(id)).toBe("no-consent");
    const missing = { code: "invalid", details: { unconsented: [interview.interviewee.code] } };
    await expect(givenLink(cast, interview, hour(40))).rejects.toMatchObject(missing);
    await expect(finish(interview.id)).rejects.toMatchObject(missing);
    await agreeOn(cast, interview.participantId, {});
    expect(await problemOf(id)).toBeNull();
    await givenLink(cast, interview, hour(41));
    await finish(interview.id);
    expect(await db.interview.findUniqueOrThrow({ where: { id: interview.id } })).toMatchObject({ state: "recorded" });
  });

  it("waits for those who spoke only", async () => {
    const interview = await givenHeldInterview(cast);
    const second = await givenInterviewee(cast, "city");
    const input = { assessmentId: cast.assessment.id, interviewId: interview.id, intervieweeId: second.id, persons: 1 };
    await addParticipant(as(cast.lead, hour(5)), input);
    const named = await record(cast, interview.id, "gq1", "", "Leidt de vereniging.", [interview.participantId]);
    const missing = async () => (await listMissingConsents(db, [interview.id])).get(interview.id);
    expect(await missing()).toEqual([]);
    expect(await problemOf(named.id)).toBeNull();
    const ofBoth = await record(cast, interview.id, "gq2", "which", "Samenwerken.");
    expect(await missing()).toEqual([second.code]);
    expect(await problemOf(ofBoth.id)).toBe("no-consent");
    expect(await problemOf(named.id)).toBeNull();
  });
});
