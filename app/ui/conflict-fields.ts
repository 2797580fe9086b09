import type { ConflictField } from "./conflict-screen";

/** The fields of a form that was overtaken, theirs against mine; what only one of them has stays as it was typed. */
export function conflictFields(
  labels: Readonly<Record<string, string>>,
  theirs: Readonly<Record<string, string>>,
  mine: Readonly<Record<string, readonly string[]>>,
): ConflictField[] {
  return Object.entries(labels).map(([name, label]) => ({
    name,
    label,
    theirs: { value: theirs[name] ?? "" },
    mine: { value: mine[name]?.[0] ?? "" },
  }));
}
