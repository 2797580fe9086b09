import type { z } from "zod";
import type { StoredState } from "~/domain/forms/stored-answer";

/** What can be wrong with a field of a form; each is a key of the locale namespace `protocol-field`. */
export interface FieldAnswerProblem {
  field: "value" | "reason";
  message: "fillInTheAnswer" | "chooseAReason";
}

/** What stands in the way of keeping a field in its state: a reason where it does not apply, a value of its kind where it was answered. */
export function fieldAnswerProblems(
  content: { state: StoredState; reason: string | null; value: unknown },
  schema: z.ZodType,
): FieldAnswerProblem[] {
  const empty = content.value === null || content.value === undefined;
  switch (content.state) {
    case "open":
      return empty ? [] : [{ field: "value", message: "fillInTheAnswer" }];
    case "answered":
      return schema.safeParse(content.value).success ? [] : [{ field: "value", message: "fillInTheAnswer" }];
    default:
      if (!content.reason?.trim()) return [{ field: "reason", message: "chooseAReason" }];
      return empty ? [] : [{ field: "value", message: "fillInTheAnswer" }];
  }
}

/** Whether a stored state has a value. */
export function isAnsweredState(stored: string): boolean {
  return stored === "answered";
}

/** Whether a stored state says that the field does not apply. */
export function isNotApplicable(stored: string): boolean {
  return stored === "not-applicable";
}

/** The state that a form means: not applicable where that was ticked, else answered as soon as there is a value. */
export function stateOfField(notApplicable: boolean, hasValue: boolean): StoredState {
  if (notApplicable) return "not-applicable";
  return hasValue ? "answered" : "open";
}
