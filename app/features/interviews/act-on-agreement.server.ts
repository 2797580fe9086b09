import { z } from "zod";
import { entriesOfForm, type Overtaken } from "~/domain/overtaken";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { answerForm, type FormAnswer, type FormRecord, listEntries, localEntries, type VersionBody } from "~/platform/overtaken.server";
import { parseFields } from "~/platform/parse-form.server";
import type { Fields } from "~/platform/read-form.server";
import { addParticipant } from "./add-participant.server";
import { assignInterviewers } from "./assign-interviewers.server";
import { changeInterview } from "./change-interview.server";
import type { FoundInterview } from "./find-interview.server";
import { agreementAct, localFrom } from "./schema";
import { setAttribution } from "./set-attribution.server";

/** Does what was asked on the page of an agreement; null when it was done. */
export async function actOnAgreement(
  context: ChangeContext,
  assessment: AssessmentRow,
  interview: FoundInterview,
  fields: Fields,
): Promise<FormAnswer | null> {
  const form = parseFields(fields, agreementAct(assessment.languages));
  if (!form.ok) return { status: 422, problem: form.problem };
  const value = form.value;
  const posted = { mine: entriesOfForm(value), record: recordOf(interview, value) };
  const answer = await answerForm(db, context, posted, () => run(context, assessment, interview, value, Object.fromEntries(fields)));
  return answer?.overtaken && value.intent === "set-attribution" ? { ...answer, overtaken: resolved(answer.overtaken) } : answer;
}

/** The form that resolves a conflict of consent was made with who may read the notes now. */
function resolved(overtaken: Overtaken): Overtaken {
  return { ...overtaken, mine: { ...overtaken.mine, notesForBefore: overtaken.theirs["notesFor"] ?? [] } };
}

type Act = ReturnType<ReturnType<typeof agreementAct>["parse"]>;

function recordOf({ id, notesFor }: FoundInterview, act: Act): FormRecord | null {
  switch (act.intent) {
    case "change":
      return { kind: "interview", id, entriesOf: particularsEntries };
    case "assign":
      return { kind: "interview", id, entriesOf: ({ interviewers }) => ({ interviewerIds: Ids.parse(interviewers) }) };
    case "set-attribution":
      return {
        ...{ kind: "participant", id: act.participantId },
        entriesOf: (body, side) => ({ ...consentEntries(body), notesFor: [side === "base" ? act.notesForBefore : notesFor] }),
      };
    case "add-participant":
      return null;
  }
}

const Ids = z.array(z.string());

/** A version of an interview as the entries of the form of its particulars. */
function particularsEntries({ title, selectionReason, levels, ...fields }: VersionBody) {
  const { perspective, agreedWith, agreedOn, plannedOn, heldOn, language, mode, place } = fields;
  return {
    ...localEntries(title, (code) => `title@${code}`),
    ...localEntries(selectionReason, (code) => `selectionReason@${code}`),
    ...entriesOfForm({ perspective, agreedWith, agreedOn, plannedOn, heldOn, language, mode, place }),
    levels: listEntries(levels ?? "[]"),
  };
}

/** What was agreed with a participant as the entries of the form of consent; whether she wants the record may be unknown. */
function consentEntries({ attribution, mayQuote, wantsRecord, consentTo, consentOn, consentHow, persons }: VersionBody) {
  const wants = wantsRecord === null ? "" : wantsRecord === true ? "yes" : "no";
  return entriesOfForm({ attribution, mayQuote, wantsRecord: wants, consentTo: consentTo ?? "", consentOn, consentHow, persons });
}

async function run(
  context: ChangeContext,
  { id: assessmentId, languages }: AssessmentRow,
  { id }: FoundInterview,
  act: Act,
  typed: Record<string, string>,
): Promise<unknown> {
  switch (act.intent) {
    case "change": {
      const { version, perspective, levels, agreedWith, agreedOn, plannedOn, heldOn, language, mode, place } = act;
      const texts = { title: localFrom(typed, "title", languages), selectionReason: localFrom(typed, "selectionReason", languages) };
      return changeInterview(context, {
        assessmentId,
        id,
        version,
        ...texts,
        perspective,
        levels,
        agreedWith,
        agreedOn,
        plannedOn,
        heldOn,
        language,
        mode,
        place,
      });
    }
    case "assign":
      return assignInterviewers(context, { assessmentId, id, version: act.version, interviewerIds: act.interviewerIds });
    case "add-participant":
      return addParticipant(context, { assessmentId, interviewId: id, intervieweeId: act.intervieweeId, persons: act.persons });
    case "set-attribution": {
      const { participantId, version, attribution, mayQuote, consentTo, consentOn, consentHow, persons, notesFor, notesForBefore } = act;
      const wantsRecord = act.wantsRecord === null ? null : act.wantsRecord === "yes";
      return setAttribution(context, {
        assessmentId,
        participantId,
        version,
        attribution,
        mayQuote,
        wantsRecord,
        consentTo,
        consentOn,
        consentHow,
        persons,
        notesFor,
        notesForBefore,
      });
    }
  }
}
