import type { FormProblem } from "~/platform/form-problem";
import { ChooseMove } from "./choose-move";
import { ConfirmMove } from "./confirm-move";
import type { MovePage as Page } from "./load-move.server";

/** Taking marks of a code to another: first which and to what, then what that changes and why. */
export function MovePage({ page, problem }: { page: Page; problem: FormProblem | undefined }) {
  return page.plan ? <ConfirmMove page={page} plan={page.plan} problem={problem} /> : <ChooseMove page={page} problem={problem} />;
}
