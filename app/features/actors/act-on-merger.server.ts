import { redirect } from "@remix-run/node";
import type { z } from "zod";
import type { ChangeContext } from "~/platform/change.server";
import { type FormProblem, fieldProblem } from "~/platform/form-problem";
import { catchRefusal } from "~/platform/refusal.server";
import { mergeActors } from "./merge-actors.server";
import type { MergeForm } from "./merge-schema";

/** Merges as the form says, and leads to the actor that stays. Where somebody changed one of the two meanwhile the page tells so, and shows both as they are now. */
export async function actOnMerger(
  context: ChangeContext,
  { assessmentId, list }: { assessmentId: string; list: string },
  form: z.output<typeof MergeForm>,
): Promise<{ status: 409 | 422; problem: FormProblem }> {
  const { stays, staysVersion, goes, goesVersion, reason, name, kind, focus, url } = form;
  const done = await catchRefusal(
    () =>
      mergeActors(context, {
        ...{ assessmentId, reason, choices: { name, kind, focus, url } },
        stays: { id: stays, version: staysVersion },
        goes: { id: goes, version: goesVersion },
      }),
    "conflict",
    "invalid",
  );
  if (done.ok) throw redirect(`${list}/${done.result.code}`);
  if (done.refusal.code === "conflict") return { status: 409, problem: fieldProblem(form, "", "changed-meanwhile") };
  return { status: 422, problem: fieldProblem(form, "goes", "relation-itself") };
}
