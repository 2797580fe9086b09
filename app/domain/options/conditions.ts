import type { Option } from "~/domain/protocol/options";

/** The options that a condition holds for, by the protocol; null = every option of another kind. Nothing for what is no condition. */
export function heldOptions(condition: Option, options: readonly Option[]): Option[] | null {
  if (condition.kind !== "condition" || condition.holdsFor === undefined) return null;
  const held = condition.holdsFor;
  return options.filter(({ id }) => held.includes(id));
}

/** The conditions that hold for an option: those that name it, and those that name none. A condition has none itself. */
export function conditionsOf(option: Option, options: readonly Option[]): Option[] {
  if (option.kind === "condition") return [];
  return options.filter(({ kind, holdsFor }) => kind === "condition" && (holdsFor === undefined || holdsFor.includes(option.id)));
}
