import { recordAnswer } from "~/features/interviews/record-answer.server";
import { makeLink } from "~/features/fact-check/make-link.server";
import type { ReplyGiven } from "~/features/fact-check/reply-schema";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { recordDigest } from "~/platform/fact-check.server";
import { newId } from "~/platform/ids.server";
import { as, type Cast } from "../cast";
import { givenHeldInterview, hour } from "./interview-scene";

/** What each question of the guide was answered with. */
const records = { gq1: "Leidt de vereniging.", "gq2:which": "De stilte.", "gq2:why": "Niemand praat." };

/** An interview of the researcher's whose every question was answered: ids of its answers by question and part. */
export async function givenRecord(cast: Cast) {
  const held = await givenHeldInterview(cast);
  const answers: Record<keyof typeof records, string> = { gq1: "", "gq2:which": "", "gq2:why": "" };
  for (const key of Object.keys(records) as (keyof typeof records)[]) {
    const [question = "", part = ""] = key.split(":");
    const { id } = await recordAnswer(as(cast.researcher, hour(5)), {
      ...{ assessmentId: cast.assessment.id, interviewId: held.id, question, part, version: 0 },
      ...{ state: "answered" as const, reason: null, value: null, record: records[key] },
      ...{ timeMark: null, attribution: null, givenBy: [] },
    });
    answers[key] = id;
  }
  return { ...held, answers };
}

/** A link for the participant of an interview, with its token, made by the researcher and open for weeks. */
export async function givenLink(cast: Cast, { participantId }: { participantId: string }, at = hour(6)) {
  const asked = { assessmentId: cast.assessment.id, participantId, language: "nl", until: "2026-10-01" };
  const made = await makeLink(as(cast.researcher, at), asked);
  return { ...made, linkId: made.id, assessmentId: cast.assessment.id, participantId };
}

/** The interviewee herself, acting with her link. */
export function interviewee({ participantId }: { participantId: string }, at = hour(8)): ChangeContext {
  return { by: { kind: "link", id: participantId, name: "", role: "interviewee" }, at, request: newId(at) };
}

/** What an interviewee says of an answer whose record she sees as it is now. */
export async function reply(answerId: string, verdict: ReplyGiven["verdict"], text = "", remark = ""): Promise<ReplyGiven> {
  const { record, value } = await db.interviewAnswer.findUniqueOrThrow({ where: { id: answerId } });
  return { answerId, verdict, text, remark, seen: recordDigest({ record, value }) };
}
