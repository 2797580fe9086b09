import { z } from "zod";
import { action, reason, text, was } from "./action";

const moved = z.strictObject({
  state: was(text),
  heldOn: text.optional(),
  agreedOn: text.optional(),
  why: text.optional(),
  changed: z.array(z.enum(["agreedWith", "stateReason"])).optional(),
});

/**
 * Actions on interviews, interviewees and answers. The trail is read by the whole team: what could tell who an interviewee is
 * (kind of organisation, organisation, role, place, title, name, raw notes, why in own words) is named in `changed` and never quoted; its text lives in the versions.
 */
export const interviewActions = {
  "interview.create": action(
    "interview",
    z.strictObject({
      state: text,
      perspective: text.nullable(),
      levels: z.array(text),
      agreedOn: text.nullable(),
      plannedOn: text.nullable(),
      language: text,
      participants: z.array(text),
      interviewers: z.array(text),
    }),
  ),
  "interview.change": action(
    "interview",
    z.strictObject({
      perspective: was(text).optional(),
      levels: was(z.array(text)).optional(),
      agreedOn: was(text).optional(),
      plannedOn: was(text).optional(),
      heldOn: was(text).optional(),
      mode: was(text).optional(),
      language: was(text).optional(),
      changed: z.array(z.enum(["title", "place", "selectionReason", "agreedWith"])).optional(),
    }),
  ),
  "interview.assign": action("interview", z.strictObject({ interviewers: was(z.array(text)) })),
  "interview.archive": action("interview", z.strictObject({})),
  "interview.start-clock": action("interview", z.strictObject({ startedAt: text })),
  "interview.agree": action("interview", moved),
  "interview.invite": action("interview", moved),
  "interview.schedule": action("interview", moved),
  "interview.hold": action("interview", moved),
  "interview.finish-record": action("interview", moved),
  "interview.reopen-record": action("interview", moved),
  "interview.undo-hold": action("interview", moved),
  "interview.decline": action("interview", moved),
  "interview.cancel": action("interview", moved),
  "interview.plan-again": action("interview", moved),

  "interviewee.add": action("interviewee", z.strictObject({})),
  "interviewee.change": action(
    "interviewee",
    z.strictObject({ changed: z.array(z.enum(["kind", "organisation", "role", "actor", "interest"])) }),
  ),
  "interviewee.archive": action("interviewee", z.strictObject({})),
  "interviewee.set-identity": action("interviewee", z.strictObject({ changed: z.array(z.enum(["name", "contact"])) })),
  "participant.add": action("participant", z.strictObject({ interview: text, level: text })),
  "participant.set-attribution": action(
    "participant",
    z.strictObject({
      level: was(text).optional(),
      mayQuote: was(z.boolean()).optional(),
      wantsRecord: was(z.boolean()).optional(),
      consentOn: was(text).optional(),
      persons: was(z.number().int()).optional(),
      notesFor: was(text).optional(),
      changed: z.array(z.enum(["consentTo", "consentHow"])).optional(),
    }),
  ),
  /** What an interviewee says of why is hers: it stands in the record, for those who may know who she is. */
  "participant.withdraw": action(
    "participant",
    z.strictObject({ withdrawnOn: text, answers: z.int(), changed: z.array(z.enum(["withdrawnReason"])) }),
  ),

  "answer.record": action(
    "interview-answer",
    z.strictObject({
      state: was(text).optional(),
      reason: was(text).optional(),
      value: was(text).optional(),
      record: was(text).optional(),
      attribution: was(text).optional(),
      timeMark: was(text).optional(),
      changed: z.array(z.enum(["notes", "givenBy"])).optional(),
    }),
  ),
  "answer.follow-up": action("interview-answer", z.strictObject({ wording: text })),
  "answer.archive-follow-up": action("interview-answer", z.strictObject({})),
  "answer.translate": action("interview-answer", z.strictObject({ language: text, record: was(text) })),
  "answer.withdraw": action(
    "interview-answer",
    z.strictObject({ reason: reason.optional(), because: z.literal("consent-withdrawn").optional() }),
  ),

  "question.answer-field": action(
    "field-answer",
    z.strictObject({
      state: was(text).optional(),
      reason: was(text).optional(),
      value: was(text).optional(),
      explanation: was(text).optional(),
    }),
  ),
} as const;
