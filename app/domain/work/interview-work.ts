import { candidateStates, toHoldStates, writableInterviewStates } from "~/domain/moves/interview";
import type { StudyWork, Worker, WorkInterview } from "./study-work";
import { blank, type WaitingTask } from "./task";

/** The long list, while anybody on it was not agreed with the commissioner. */
export function candidateTask({ interviews }: StudyWork): WaitingTask[] {
  const candidates = interviews.filter(({ state }) => candidateStates.includes(state));
  const [first] = candidates;
  if (!first) return [];
  const task = { ...blank, key: "agree", kind: "agree-interviews" as const, group: "others" as const, path: "/interviews?state=candidate" };
  const news = candidates.map(({ code }) => code);
  return [{ ...task, status: first.state, since: first.since, news, count: candidates.length, of: interviews.length }];
}

/** The consents to record of an interview that was held, for who held it and the lead: nothing of it can be cited before. */
export function consentTask({ code, state, unconsented, interviewerIds, heldOn, since }: WorkInterview, who: Worker): WaitingTask[] {
  if (unconsented === 0 || !(who.role === "lead" || interviewerIds.includes(who.id))) return [];
  const task = { ...blank, key: `consent ${code}`, kind: "record-consent" as const, group: "others" as const };
  return [{ ...task, path: `/interviews/${code}/participants`, status: state, code, count: unconsented, since, dueOn: heldOn }];
}

/** An interview that a person holds: to hold it, or to write its record. */
export function interviewTask(interview: WorkInterview, who: Worker): WaitingTask[] {
  if (!interview.interviewerIds.includes(who.id)) return [];
  const { code, state, open, plannedOn, heldOn, since } = interview;
  const task = { ...blank, path: `/interviews/${code}`, status: state, code, count: open, since, dueOn: heldOn ?? plannedOn };
  if (writableInterviewStates.includes(state)) return [{ ...task, key: `record ${code}`, kind: "record-interview", group: "own" }];
  return toHoldStates.includes(state) ? [{ ...task, key: `hold ${code}`, kind: "hold-interview", group: "own" }] : [];
}
