import type { AttributionLevel } from "~/domain/attribution";
import { addParticipant } from "~/features/interviews/add-participant.server";
import { recordAnswer } from "~/features/interviews/record-answer.server";
import { setAttribution, type SetAttribution } from "~/features/interviews/set-attribution.server";
import { linkEvidence } from "~/features/sections/link-evidence.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { as, type Cast } from "../cast";
import { rawWriter } from "./database";
import { givenReleased } from "./edition-scene";
import { givenHeldInterview, givenInterviewee, givenProtocol, hour } from "./interview-scene";
import { givenWrittenSection } from "./section-scene";

/** Says what was agreed with a participant, over what is agreed now. */
export async function agreeOn(cast: Cast, participantId: string, more: Partial<SetAttribution>, at = hour(40)) {
  const { version } = await db.participant.findUniqueOrThrow({ where: { id: participantId } });
  const agreed = { attribution: "organisation", mayQuote: true, wantsRecord: true, persons: 1, notesFor: "team" } as const;
  const consent = { consentTo: "Deelname", consentOn: "2026-08-31", consentHow: "Formulier" };
  return setAttribution(as(cast.researcher, at), {
    assessmentId: cast.assessment.id,
    participantId,
    version,
    ...agreed,
    ...consent,
    ...more,
  });
}

/** Writes down what was said to a question of the guide. */
export function record(cast: Cast, interviewId: string, question: string, part: string, words: string, givenBy: string[] = []) {
  return recordAnswer(as(cast.researcher, hour(5)), {
    assessmentId: cast.assessment.id,
    interviewId,
    question,
    part,
    version: 0,
    state: "answered",
    reason: null,
    value: null,
    record: words,
    timeMark: null,
    attribution: null,
    givenBy,
  });
}

/** A section that shows the list of interviewees. */
async function givenList({ assessment }: Cast) {
  const row = { node: "s2", code: "2", sort: "2", heading: '{"nl":"Gesproken"}', kind: "annex", required: true, questions: "[]" };
  const data = '{"block":"interviewees"}';
  await rawWriter().section.create({
    data: { ...row, id: newId(hour(0)), assessmentId: assessment.id, data, state: "not-started", changes: 0, version: 1 },
  });
}

/** A second participant of an interview, at the level of the organisation. */
export async function givenSecond(cast: Cast, interviewId: string, at = hour(5)): Promise<string> {
  const { id: intervieweeId } = await givenInterviewee(cast, "city");
  const input = { assessmentId: cast.assessment.id, interviewId, intervieweeId, persons: 1 };
  const { id } = await addParticipant(as(cast.lead, at), input);
  await agreeOn(cast, id, {}, at);
  return id;
}

/**
 * An interview with two answers, at the level of the organisation unless another is given, the first cited in F1 and shown in edition 1, which is released.
 * With `second` somebody else takes part, and with `list` a section of it also lists the interviewees.
 */
export async function givenCitedInterview(
  cast: Cast,
  { second = false, list = false, attribution = "organisation" }: { second?: boolean; list?: boolean; attribution?: AttributionLevel } = {},
) {
  await givenProtocol(cast.assessment.id, cast.lead.id);
  const interview = await givenHeldInterview(cast);
  await agreeOn(cast, interview.participantId, { attribution }, hour(4));
  const secondId = second ? await givenSecond(cast, interview.id) : "";
  const cited = await record(cast, interview.id, "gq1", "", "Leidt de vereniging.", [interview.participantId]);
  const other = await record(cast, interview.id, "gq2", "which", "Samenwerken.");
  const { statement } = await givenWrittenSection(cast);
  const { blockId } = await db.statement.findFirstOrThrow({ where: { assessmentId: cast.assessment.id, code: statement } });
  const to = { kind: "interview-answer", id: cited.id } as const;
  await linkEvidence(as(cast.researcher, hour(6)), { assessmentId: cast.assessment.id, blockId, to, kind: "supports" });
  if (list) await givenList(cast);
  return { interview, participantId: interview.participantId, secondId, cited, other, statement, edition: await givenReleased(cast) };
}
