import { roundMoves } from "~/domain/moves/round";
import { moveFrom } from "~/domain/moves/table";
import type { Worker, WorkRound } from "./study-work";
import { blank, type WaitingTask } from "./task";

const ofRound = ({ number, title, since }: WorkRound) => ({ ...blank, since, code: String(number), name: title });
const pageOf = ({ number }: WorkRound) => `/actors/rounds#round-${number}`;

/** The own ratings that a round waits for, marked once they are late. */
export function ratingTask(round: WorkRound, who: Worker): WaitingTask[] {
  if (!moveFrom(roundMoves, round.state, "rate") || !round.raterIds.includes(who.id) || round.sentIds.includes(who.id)) return [];
  const { number, sentIds, raterIds, dueOn, late } = round;
  const status = late ? "late" : raterIds.length > 1 ? "blind" : "rating";
  const counts = { count: sentIds.length, of: raterIds.length };
  return [{ ...ofRound(round), key: `rate ${number}`, kind: "rate", group: "others", path: pageOf(round), status, dueOn, ...counts }];
}

/** What a round asks of the lead: to put somebody in the place of who is gone, to ask after late ratings, to settle differences. */
export function roundTasks(round: WorkRound, who: Worker): WaitingTask[] {
  const { number, differing, gone, dueOn, raterIds, sentIds } = round;
  const tasks: WaitingTask[] = [];
  const others = raterIds.filter((id) => id !== who.id && !sentIds.includes(id)).length - gone.length;
  if (gone.length > 0) {
    const count = gone.length;
    const name = Object.fromEntries(["nl", "en"].map((language) => [language, gone.join(", ")]));
    const task = { key: `gone ${number}`, kind: "replace-rater", group: "others", path: pageOf(round), status: "blocks" } as const;
    tasks.push({ ...ofRound(round), ...task, name, count });
  }
  if (round.late && others > 0) {
    const task = { key: `late ${number}`, kind: "chase-raters", group: "own", path: pageOf(round), status: "late" } as const;
    tasks.push({ ...ofRound(round), ...task, dueOn, count: others, of: raterIds.length });
  }
  if (differing > 0) {
    const path = `/actors/reconcile?round=${number}`;
    const task = { key: `reconcile ${number}`, kind: "reconcile", group: "others", path, status: "differs" } as const;
    tasks.push({ ...ofRound(round), ...task, count: differing });
  }
  return tasks;
}
