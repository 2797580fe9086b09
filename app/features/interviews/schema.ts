import { z } from "zod";
import { AttributionLevel } from "~/domain/attribution";
import { LanguageCode } from "~/domain/local-text-schema";
import { notHeldReasons } from "~/domain/interviews/not-held";
import { workLevels } from "~/domain/levels";
import { answerStates, interviewMoves } from "~/domain/moves/interview";
import { formKey, idRead, line, optionalDay, optionalLine, optionalProse, tick, versionRead } from "~/domain/shapes";
import { interviewModes } from "./interview-modes";

/** A choice that may be left empty: then `null`. */
const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .union([z.literal("").transform(() => null), schema])
    .optional()
    .transform((value) => value ?? null);
/** A moment that a device tells, in the form of `toISOString`; empty or left out = `null`. */
const optionalMoment = maybe(z.iso.datetime().transform((moment) => new Date(moment)));
const moveNames = interviewMoves.map(({ name }) => name);

/** What is written down of one question; the names of its value depend on the kind of answer and come beside it. */
export function recordForm(valueNames: readonly string[]) {
  const values = Object.fromEntries(valueNames.map((name) => [name, z.array(z.string().max(20_000, "too-long"))]));
  return z.strictObject({
    ...values,
    intent: z.literal("record"),
    key: formKey,
    question: z.string().min(1).max(64),
    part: z.string().max(64).default(""),
    version: versionRead,
    state: maybe(z.enum(answerStates)),
    notAsked: maybe(z.string().max(64)),
    "notAsked.words": optionalProse(500),
    noAnswer: maybe(z.string().max(64)),
    "noAnswer.words": optionalProse(500),
    record: optionalProse(20_000),
    notes: z.string().max(50_000, "too-long").optional(),
    timeMark: optionalLine(20),
    attribution: maybe(AttributionLevel),
    givenBy: z.array(idRead),
  });
}

/** The other acts on the page of an interview. */
export const InterviewAct = z.discriminatedUnion("intent", [
  z.strictObject({
    intent: z.literal("move"),
    version: versionRead,
    move: z.enum(moveNames, "unknown"),
    why: maybe(z.enum(notHeldReasons)),
    reason: optionalProse(2000),
    heldOn: optionalDay,
    agreedWith: optionalLine(200),
    agreedOn: optionalDay,
  }),
  z.strictObject({
    intent: z.literal("translate"),
    answerId: idRead,
    language: LanguageCode,
    version: versionRead,
    record: optionalProse(20_000),
  }),
  z.strictObject({
    intent: z.literal("withdraw"),
    answerId: idRead,
    version: versionRead,
    reason: z.string().regex(/\S/u, "required").max(2000, "too-long"),
  }),
  z.strictObject({
    intent: z.literal("notes"),
    answerId: idRead,
    version: versionRead,
    notes: z.string().max(50_000, "too-long"),
    key: formKey,
  }),
  z.strictObject({ intent: z.literal("settle-open"), notAsked: maybe(z.string().max(64)), "notAsked.words": optionalProse(500) }),
  z.strictObject({ intent: z.literal("archive"), version: versionRead }),
  z.strictObject({ intent: z.literal("start-clock"), startedAt: optionalMoment, key: formKey }),
  z.strictObject({ intent: z.literal("follow-up"), key: formKey, question: z.string().min(1).max(64), wording: line(1000) }),
  z.strictObject({ intent: z.literal("archive-follow-up"), answerId: idRead, version: versionRead }),
  z.strictObject({ intent: z.literal("take-notes"), answerId: idRead, version: versionRead, key: formKey }),
]);

/** The fields of a plan; texts in the languages of the assessment are `title@nl`, `selectionReason@nl`. */
const plan = {
  perspective: maybe(z.string().max(64)),
  levels: z.array(z.enum(workLevels)),
  agreedWith: optionalLine(200),
  agreedOn: optionalDay,
  plannedOn: optionalDay,
  language: LanguageCode,
  mode: maybe(z.enum(interviewModes)),
  place: optionalLine(200),
};

/** Texts of a form in the languages of an assessment, by name: `title@nl`. */
export function localFields(names: readonly string[], languages: readonly string[]) {
  return Object.fromEntries(names.flatMap((name) => languages.map((language) => [`${name}@${language}`, optionalProse(2000)])));
}

/** The texts of one name in a form, by language, without the empty ones. */
export function localFrom(values: Readonly<Record<string, unknown>>, name: string, languages: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const text = values[`${name}@${language}`];
      return typeof text === "string" && text.trim() !== "" ? [[language, text.trim()]] : [];
    }),
  );
}

/** The form of a new interview; of the agreement with the commissioner both halves are told or neither. */
export function planForm(languages: readonly string[]) {
  return z
    .strictObject({
      ...localFields(["title", "selectionReason"], languages),
      ...plan,
      interviewerIds: z.array(idRead),
      intervieweeIds: z.array(idRead).min(1, "choose"),
    })
    .superRefine(({ agreedWith, agreedOn }, context) => {
      const missing = agreedWith === null ? "agreedWith" : "agreedOn";
      if ((agreedWith === null) !== (agreedOn === null)) context.addIssue({ code: "custom", path: [missing], message: "required" });
    });
}

/** The acts on the page of particulars, participants and consent. */
export function agreementAct(languages: readonly string[]) {
  return z.discriminatedUnion("intent", [
    z.strictObject({
      ...localFields(["title", "selectionReason"], languages),
      intent: z.literal("change"),
      version: versionRead,
      ...plan,
      heldOn: optionalDay,
    }),
    z.strictObject({ intent: z.literal("assign"), version: versionRead, interviewerIds: z.array(idRead) }),
    z.strictObject({
      intent: z.literal("add-participant"),
      intervieweeId: z.string().min(1, "choose").pipe(idRead),
      persons: maybe(z.coerce.number("number").int("number").min(1, "too-low").max(500, "too-high")),
    }),
    z.strictObject({
      intent: z.literal("set-attribution"),
      participantId: idRead,
      version: versionRead,
      attribution: AttributionLevel,
      mayQuote: tick,
      wantsRecord: maybe(z.enum(["yes", "no"])),
      consentTo: optionalProse(2000),
      consentOn: optionalDay,
      consentHow: optionalLine(500),
      persons: maybe(z.coerce.number("number").int("number").min(1, "too-low").max(500, "too-high")),
      notesFor: z.enum(["team", "interviewers"], "choose"),
      notesForBefore: z.enum(["team", "interviewers"], "unknown"),
    }),
  ]);
}
