import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { reasonInOwnWords } from "~/domain/interviews/answer";
import { loadRecord } from "~/features/fact-check/load-record.server";
import { saveReplies } from "~/features/fact-check/save-replies.server";
import { sendIn } from "~/features/fact-check/send-in.server";
import { settleCorrection } from "~/features/fact-check/settle-correction.server";
import { withdrawChosen } from "~/features/fact-check/withdraw-chosen.server";
import { recordAnswer } from "~/features/interviews/record-answer.server";
import { withdrawAnswer } from "~/features/interviews/withdraw-answer.server";
import { protocolVersion } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { givenLink, givenRecord, interviewee, reply } from "../support/fact-check-scene";
import { givenProtocol, hour } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";
import { loader as interviewPage } from "../../app/routes/assessments.$slug.interviews.$code._index";
import { loader as checkPage } from "../../app/routes/assessments.$slug.interviews.$code.fact-check";
import { loader as trailPage } from "../../app/routes/assessments.$slug.trail._index";

useDatabase();
let cast: Cast;
let scene: Awaited<ReturnType<typeof givenRecord>>;
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
});
beforeEach(async () => {
  scene = await givenRecord(cast);
});
const here = () => ({ assessmentId: cast.assessment.id });
const asks = async (who: Person, page: Parameters<typeof ask>[0]) => {
  const { slug } = cast.assessment;
  const request = await signedIn(who.id, `/assessments/${slug}/interviews/${scene.code}`);
  return JSON.stringify((await ask(page, request, { slug, code: scene.code })).data);
};
const team = () => [cast.lead, cast.researcher, cast.reviewer];
const readers = async () => {
  const pages = [interviewPage, checkPage, trailPage];
  return (await Promise.all(team().flatMap((who) => pages.map((page) => asks(who, page))))).join("\n");
};

/** A correction of the first answer with a remark, that was taken over for a reason. */
async function givenSettled() {
  const link = await givenLink(cast, scene);
  const say = async (at: number, version: number, verdict: "corrected" | "withdrawn", text: string, remark: string) =>
    saveReplies(interviewee(link, hour(at)), {
      ...link,
      version,
      replies: [await reply(scene.answers.gq1, verdict, text, remark)],
      remarks: "",
    });
  await say(8, 1, "corrected", "Leidt de Notenkraker.", "Zeg het de Boomvalk.");
  await sendIn(interviewee(link, hour(8)), { ...link, version: 2 });
  const { id: replyId } = await db.factCheckReply.findFirstOrThrow({ where: { linkId: link.linkId } });
  const settled = { replyId, replyVersion: 1, version: 2, as: "taken-over", record: "", reason: "Gehoord van de Wielewaal." } as const;
  await settleCorrection(as(cast.researcher, hour(9)), { ...here(), ...settled });
  const before = await readers();
  for (const known of secrets) expect(before).toContain(known);
  return { link, say };
}
const secrets = ["Notenkraker", "Boomvalk", "Wielewaal"];

describe("an answer that was withdrawn", () => {
  it("is told of to nobody: neither what was said of it nor the reason with which a correction was settled", async () => {
    const { link, say } = await givenSettled();
    await say(10, 3, "withdrawn", "", "Om de Kanarie.");
    await withdrawChosen(interviewee(link, hour(10)), { ...link, version: 4 });
    const after = await readers();
    for (const gone of [...secrets, "Kanarie"]) expect(after).not.toContain(gone);
    const row = await db.assessment.findUniqueOrThrow({ where: { id: cast.assessment.id } });
    const assessment = { id: row.id, originalLanguage: "nl", languages: ["nl", "en"] };
    const protocol = await protocolVersion(row.id, row.protocolNumber);
    const { answers } = await loadRecord(db, { assessment, protocol, participantId: scene.participantId, language: "nl" });
    const own = answers.find(({ id }) => id === scene.answers.gq1);
    expect(own).toMatchObject({ withdrawn: true, record: "", value: "", digest: "" });
    expect(own?.reply).toMatchObject({ verdict: "withdrawn", text: "", remark: "", settledReason: null });
  });

  it("is told of to nobody either where the researcher took it back", async () => {
    await givenSettled();
    await withdrawAnswer(as(cast.researcher, hour(10)), { ...here(), answerId: scene.answers.gq1, version: 3, reason: "Op verzoek." });
    const after = await readers();
    for (const gone of secrets) expect(after).not.toContain(gone);
  });

  it("does not tell either why there was no answer, in own words", async () => {
    const words = { timeMark: null, attribution: null, givenBy: [], value: null, record: "" } as const;
    const question = { interviewId: scene.id, question: "gq1", part: "", version: 1 } as const;
    const reason = reasonInOwnWords("Haar baas bij Vuurgoudhaan verbiedt het.");
    await recordAnswer(as(cast.researcher, hour(6)), { ...here(), ...question, ...words, state: "no-answer", reason });
    expect(await readers()).toContain("Vuurgoudhaan");
    const taken = { answerId: scene.answers.gq1, version: 2, reason: "Op verzoek." };
    await withdrawAnswer(as(cast.researcher, hour(7)), { ...here(), ...taken });
    expect(await readers()).not.toContain("Vuurgoudhaan");
    expect(await asks(cast.lead, trailPage)).toContain("Op verzoek.");
  });
});
