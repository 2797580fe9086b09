import type { Move } from "./table";

/** The states of an interview. */
export const interviewStates = ["planned", "invited", "scheduled", "held", "recorded", "declined", "cancelled"] as const;

/** The state of an interview. */
export type InterviewState = (typeof interviewStates)[number];

/** The acts that move an interview. */
export type InterviewMove = "invite" | "schedule" | "hold" | "finish-record" | "reopen-record" | "decline" | "cancel" | "plan-again";

/** The moves of an interview; one that did not take place stays in the study's account, with its reason. */
export const interviewMoves: readonly Move<InterviewState, InterviewMove>[] = [
  { name: "invite", from: ["planned"], to: "invited" },
  { name: "schedule", from: ["planned", "invited"], to: "scheduled" },
  { name: "hold", from: ["planned", "invited", "scheduled"], to: "held" },
  { name: "finish-record", from: ["held"], to: "recorded" },
  { name: "reopen-record", from: ["recorded"], to: "held", needsReason: true },
  { name: "decline", from: ["planned", "invited", "scheduled"], to: "declined", needsReason: true },
  { name: "cancel", from: ["planned", "invited", "scheduled"], to: "cancelled", needsReason: true },
  { name: "plan-again", from: ["declined", "cancelled"], to: "planned" },
];

/** Whether a move closes the record, so that no question of the guide may be open any more. */
export function needsEverythingSettled(move: InterviewMove): boolean {
  return move === "finish-record";
}

/** Whether a move says on which day the interview was held. */
export function setsDayHeld(move: InterviewMove): boolean {
  return move === "hold";
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

/** Whether an answer in this state has a reason instead of words. */
export function hasReason(state: AnswerState): boolean {
  return state === "no-answer" || state === "not-asked";
}

/** The states of an interview that did not take place. */
export const notHeldStates: readonly InterviewState[] = ["declined", "cancelled"];
