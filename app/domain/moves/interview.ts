import type { Move } from "./table";

/** The states of an interview; a candidate is on the long list and not agreed with the commissioner yet. */
export const interviewStates = ["candidate", "planned", "invited", "scheduled", "held", "recorded", "declined", "cancelled"] as const;

/** The state of an interview. */
export type InterviewState = (typeof interviewStates)[number];

/** The acts that move an interview. */
export type InterviewMove =
  "agree" | "invite" | "schedule" | "hold" | "finish-record" | "reopen-record" | "undo-hold" | "decline" | "cancel" | "plan-again";

/** The moves of an interview; one that did not take place stays in the study's account, with its reason. */
export const interviewMoves: readonly Move<InterviewState, InterviewMove>[] = [
  { name: "agree", from: ["candidate"], to: "planned" },
  { name: "invite", from: ["planned"], to: "invited" },
  { name: "schedule", from: ["planned", "invited"], to: "scheduled" },
  { name: "hold", from: ["planned", "invited", "scheduled"], to: "held" },
  { name: "finish-record", from: ["held"], to: "recorded" },
  { name: "reopen-record", from: ["recorded"], to: "held", needsReason: true },
  { name: "undo-hold", from: ["held"], to: "planned", needsReason: true },
  { name: "decline", from: ["candidate", "planned", "invited", "scheduled"], to: "declined", needsReason: true },
  { name: "cancel", from: ["candidate", "planned", "invited", "scheduled"], to: "cancelled", needsReason: true },
  { name: "plan-again", from: ["declined", "cancelled"], to: "planned" },
];

/** Whether a move closes the record, so that no question of the guide may be open any more. */
export function needsEverythingSettled(move: InterviewMove): boolean {
  return move === "finish-record";
}

/** Whether a move takes back that an interview was held, which can be done only while nothing was written down of it. */
export function takesBackHeld(move: InterviewMove): boolean {
  return move === "undo-hold";
}

/** Whether a move says on which day the interview was held. */
export function setsDayHeld(move: InterviewMove): boolean {
  return move === "hold";
}

/** Whether a move says with whom of the commissioner the choice was agreed, and when. */
export function setsAgreement(move: InterviewMove): boolean {
  return move === "agree";
}

/** Whether a move says that an interview does not take place, so that its reason is one of a list, with or without own words. */
export function saysWhyNotHeld(move: InterviewMove): boolean {
  return move === "decline" || move === "cancel";
}

/** The state that a new interview starts in: on the long list, or planned when it was agreed with the commissioner at once. */
export function firstInterviewState(agreedOn: string | null): InterviewState {
  return agreedOn === null ? "candidate" : "planned";
}

/** The move that brings an interview further from a state: the first of the table that needs no reason. */
export function nextInterviewMove(state: InterviewState): InterviewMove | undefined {
  return interviewMoves.find(({ from, needsReason }) => from.includes(state) && !needsReason)?.name;
}

/** The states in which answers are written. */
export const writableInterviewStates: readonly InterviewState[] = ["held"];

/** The states in which an interview has taken place, so that its answers can be shown, cited and withdrawn. */
export const heldStates: readonly InterviewState[] = ["held", "recorded"];

/** The states of an answer to one question of the guide. */
export const answerStates = ["open", "answered", "no-answer", "not-asked"] as const;

/** The state of an interview answer. */
export type AnswerState = (typeof answerStates)[number];

/** The states that are chosen for an answer; until one is, it is open. */
export const chosenStates = ["answered", "not-asked", "no-answer"] as const satisfies readonly AnswerState[];

/** The states of an answer in which something was said. */
export const saidStates: readonly AnswerState[] = ["answered"];

/** Whether something was said in an answer. */
export function isSaid(state: AnswerState): boolean {
  return saidStates.includes(state);
}

/** Whether nothing was settled for an answer yet. */
export function isOpen(state: AnswerState): boolean {
  return state === "open";
}

/** The state of an answer that words are added to: an open one is answered by them, any other stays what it is. */
export function stateWithWords(state: AnswerState): AnswerState {
  return isOpen(state) ? "answered" : state;
}

/** The states of an answer in which a reason stands in place of words, by the name that the reason has in its form. */
export const reasonStates = { notAsked: "not-asked", noAnswer: "no-answer" } as const satisfies Record<string, AnswerState>;

/** Whether an answer in this state has a reason instead of words. */
export function hasReason(state: AnswerState): boolean {
  return state === reasonStates.notAsked || state === reasonStates.noAnswer;
}

/** The states of an interview that is on the long list. */
export const candidateStates: readonly InterviewState[] = ["candidate"];

/** The states of an interview that is to be held. */
export const toHoldStates: readonly InterviewState[] = ["planned", "invited", "scheduled"];

/** The states of an interview that did not take place. */
export const notHeldStates: readonly InterviewState[] = ["declined", "cancelled"];

/** Whether an interview in this state counts as one that takes place: agreed, and not declined or cancelled. */
export function isChosen(state: InterviewState): boolean {
  return toHoldStates.includes(state) || heldStates.includes(state);
}

/** The stages of the long list, in which it is shown, each with its states. */
export const interviewStages = [
  { key: "candidate", states: candidateStates },
  { key: "toHold", states: toHoldStates },
  { key: "held", states: heldStates },
  { key: "notHeld", states: notHeldStates },
] as const;

/** A stage of the long list. */
export type InterviewStage = (typeof interviewStages)[number]["key"];

/** The stage that a state belongs to. */
export function stageOf(state: InterviewState): InterviewStage {
  const stage = interviewStages.find(({ states }) => states.includes(state));
  if (!stage) throw new RangeError(`no stage of an interview: ${state}`);
  return stage.key;
}
