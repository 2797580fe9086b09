import type { Action } from "../audit";

type Underscored<Name extends string> = Name extends `${infer Head}.${infer Tail}`
  ? Underscored<`${Head}_${Tail}`>
  : Name extends `${infer Head}-${infer Tail}`
    ? Underscored<`${Head}_${Tail}`>
    : Name;

/** The key of the sentence of an action among the texts of the trail; that each action has one is tested. */
export function sentenceKey(action: string): Underscored<Action> {
  return action.replaceAll(".", "_").replaceAll("-", "_") as Underscored<Action>; // an action that is read back was checked when it was written
}
