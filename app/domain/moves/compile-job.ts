import { z } from "zod";
import { moveFrom, type Move } from "./table";

/** The states of a draft that was asked for, from asking to its end. */
export const compileJobStates = ["queued", "running", "done", "failed", "cancelled"] as const;

/** The state of a draft that was asked for. */
export const CompileJobState = z.enum(compileJobStates);
export type CompileJobState = z.infer<typeof CompileJobState>;

/** What moves such a job: a process takes it, makes it or gives it back unfinished; it fails; somebody calls it off. */
export type CompileJobMove = "claim" | "finish" | "put-back" | "fail" | "cancel";

const moves: readonly Move<CompileJobState, CompileJobMove>[] = [
  { name: "claim", from: ["queued"], to: "running" },
  { name: "finish", from: ["running"], to: "done" },
  { name: "put-back", from: ["running"], to: "queued" },
  { name: "fail", from: ["queued", "running"], to: "failed" },
  { name: "cancel", from: ["queued", "running"], to: "cancelled" },
];

/** How often a job is begun at most: once more after the process that worked on it was lost. */
export const mostCompileTries = 2;

/** The states that a move starts from and the one that it leads to. */
export function compileJobMove(name: CompileJobMove): { from: CompileJobState[]; to: CompileJobState } {
  const move = moves.find((one) => one.name === name);
  if (!move) throw new Error(`There is no move ${name}.`);
  return { from: [...move.from], to: move.to };
}

/** Says whether a job can make a move now. */
export function mayMoveCompileJob(state: CompileJobState, name: CompileJobMove): boolean {
  return moveFrom(moves, state, name) !== undefined;
}

/** The states of a job that has not ended: it waits or is worked on. */
export const openCompileJobStates: readonly CompileJobState[] = compileJobStates.filter((state) => mayMoveCompileJob(state, "cancel"));

/** The states in which a process works on a job. */
export const heldCompileJobStates: readonly CompileJobState[] = compileJobStates.filter((state) => mayMoveCompileJob(state, "finish"));

/** The states of which whoever asked is told: there is a draft, or why not. */
export const toldCompileJobStates: readonly CompileJobState[] = [compileJobMove("finish").to, compileJobMove("fail").to];
