import { type AttributionLevel, giversOf, strictestOf, strictnessOf } from "~/domain/attribution";
import { needsRecord } from "~/domain/interviews/guide";
import type { LocalText } from "~/domain/local-text";
import { type AnswerState, isSaid, reasonStates } from "~/domain/moves/interview";
import type { Answer } from "~/domain/protocol/fields";
import type { Guide } from "~/domain/protocol/guide";

/** An answer as it is written down. `reason` is the key of one that the guide lists, or own words after `other:`. */
export interface AnswerContent {
  state: AnswerState;
  reason: string | null;
  value: unknown;
  notes: string;
  record: string;
  timeMark: string | null;
  attribution: AttributionLevel | null;
  givenBy: readonly string[];
}

/** What can be wrong with an answer; each is a key of the locale namespace `interviews`, and names the field that it stands at. */
export type AnswerProblem =
  | { field: "reason"; message: "chooseWhyNotAsked" | "chooseWhyNoAnswer" | "unknownReason" }
  | { field: "record"; message: "writeTheAnswer" }
  | { field: "value"; message: "fillInTheAnswer" }
  | { field: "attribution"; message: "onlyStricter" }
  | { field: "givenBy"; message: "unknownGiver" };

const ownWords = "other:";

/** A reason in own words as it is kept. */
export function reasonInOwnWords(words: string): string {
  return ownWords + words.trim();
}

/** The own words of a reason, or null when it is one of the list. */
export function ownWordsOf(reason: string | null): string | null {
  return reason?.startsWith(ownWords) ? reason.slice(ownWords.length) : null;
}

/** A reason in words: one's own, or the label of one that is listed, as `say` puts it. */
export function reasonInWords(reason: string | null, listed: Guide["notAskedReasons"], say: (label: LocalText) => string): string {
  const found = listed.find(({ key }) => key === reason);
  return ownWordsOf(reason) ?? (found ? say(found.label) : (reason ?? ""));
}

/** Somebody who may have given an answer; nothing new is written down of who took her consent back. */
interface Giver {
  id: string;
  attribution: AttributionLevel;
  withdrawn?: boolean | undefined;
}

/**
 * What stands in the way of keeping an answer in this state: a reason where nothing was said, words or a value where something
 * was, an attribution that is not looser than what was agreed. An open answer may be incomplete; a draft never is refused for it.
 */
export function answerProblems(
  content: AnswerContent,
  asked: { answer: Answer; guide: Pick<Guide, "notAskedReasons" | "noAnswerReasons"> },
  participants: readonly Giver[],
): AnswerProblem[] {
  return [...stateProblems(content, asked), ...attributionProblems(content, participants)];
}

function stateProblems(content: AnswerContent, { answer, guide }: Parameters<typeof answerProblems>[1]): AnswerProblem[] {
  switch (content.state) {
    case "open":
      return [];
    case "not-asked":
      return reasonProblems(content.reason, guide.notAskedReasons, "chooseWhyNotAsked");
    case "no-answer":
      return reasonProblems(content.reason, guide.noAnswerReasons, "chooseWhyNoAnswer");
    case "answered":
      return answeredProblems(content, answer);
  }
}

function reasonProblems(
  reason: string | null,
  listed: Guide["notAskedReasons"],
  missing: "chooseWhyNotAsked" | "chooseWhyNoAnswer",
): AnswerProblem[] {
  if (!reason || ownWordsOf(reason) === "") return [{ field: "reason", message: missing }];
  if (ownWordsOf(reason) !== null || listed.some(({ key }) => key === reason)) return [];
  return [{ field: "reason", message: "unknownReason" }];
}

function answeredProblems(content: AnswerContent, answer: Answer): AnswerProblem[] {
  const hasRecord = /\S/.test(content.record);
  const hasValue = content.value !== null && content.value !== undefined;
  if (needsRecord(answer) && !hasRecord) return [{ field: "record", message: "writeTheAnswer" }];
  return hasRecord || hasValue ? [] : [{ field: "value", message: "fillInTheAnswer" }];
}

function attributionProblems(content: AnswerContent, participants: readonly Giver[]): AnswerProblem[] {
  const named = content.givenBy.every((id) => participants.some((participant) => participant.id === id));
  const known = named && !(isSaid(content.state) && giversOf(content.givenBy, participants).some(({ withdrawn }) => withdrawn));
  if (!known) return [{ field: "givenBy", message: "unknownGiver" }];
  if (!content.attribution) return [];
  const agreed = strictestOf(giversOf(content.givenBy, participants).map(({ attribution }) => attribution));
  return strictnessOf(content.attribution) > strictnessOf(agreed) ? [] : [{ field: "attribution", message: "onlyStricter" }];
}

/** What the form of an answer says of its state: what was chosen, and the reasons of both lists with own words. */
export interface ChosenState {
  chosen: AnswerState | null;
  notAsked: string | null;
  notAskedWords: string;
  noAnswer: string | null;
  noAnswerWords: string;
}

/**
 * The state and the reason that a form means: with nothing chosen, an answer is answered as soon as something is filled in. A
 * draft that was emptied again, or has no reason yet, is open; saved by hand it is told that something is missing.
 */
export function stateOfForm(form: ChosenState, said: boolean, draft: boolean): { state: AnswerState; reason: string | null } {
  const chosen = form.chosen ?? (said ? "answered" : "open");
  switch (chosen) {
    case "not-asked":
      return withReason(chosen, reasonOf(form.notAsked, form.notAskedWords), draft);
    case "no-answer":
      return withReason(chosen, reasonOf(form.noAnswer, form.noAnswerWords), draft);
    case "answered":
      return { state: draft && !said ? "open" : chosen, reason: null };
    case "open":
      return { state: chosen, reason: null };
  }
}

function withReason(state: AnswerState, reason: string | null, draft: boolean): { state: AnswerState; reason: string | null } {
  return draft && reason === null ? { state: "open", reason } : { state, reason };
}

/** The reason that a form gives, null where it gives none. Own words go before the list: they say more. */
export function reasonOf(listed: string | null, words: string): string | null {
  return /\S/.test(words) ? reasonInOwnWords(words) : listed;
}

/** The field of a form in which the reason for its state is missing, or null where none is. */
export function missingReason(
  form: { state: AnswerState | null } & Record<`${keyof typeof reasonStates}`, string | null> &
    Record<`${keyof typeof reasonStates}.words`, string>,
): keyof typeof reasonStates | null {
  const names = ["notAsked", "noAnswer"] as const;
  return names.find((name) => form.state === reasonStates[name] && reasonOf(form[name], form[`${name}.words`]) === null) ?? null;
}

/** Whether a participant speaks in an answer: one of those it names, or anyone where it names nobody. */
export function isGivenBy(givenBy: readonly string[], participantId: string): boolean {
  return givenBy.length === 0 || givenBy.includes(participantId);
}

/** Why an answer is no part of the record; null where it is. */
export type OffRecord = "open" | "not-asked" | "withdrawn" | "disputed" | null;

/** Why an answer is no part of the record of its interview, or null where it is: "asked, no answer" is one, though nothing in it can be cited. */
export function offRecord(answer: { state: AnswerState; withdrawnAt: Date | null; disputedAt: Date | null }): OffRecord {
  if (answer.withdrawnAt) return "withdrawn";
  if (answer.disputedAt) return "disputed";
  return answer.state === "open" || answer.state === "not-asked" ? answer.state : null;
}
