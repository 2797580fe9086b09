import { redirect } from "@remix-run/node";
import { entriesOfForm } from "~/domain/overtaken";
import type { ChangeContext } from "~/platform/change.server";
import type { Db } from "~/platform/db.server";
import { answerForm, type FormAnswer, listEntries, localEntries, type VersionBody } from "~/platform/overtaken.server";
import type { z } from "zod";
import type { ResponseShown } from "./load-response.server";
import { respondToRemark } from "./respond-to-remark.server";
import { localOf, type responseForm } from "./schema";

type Filled = z.output<ReturnType<typeof responseForm>>;

/** Keeps the response to a remark; leads on to the next that has none, or stays. What is refused or overtaken comes back with all that was typed. */
export async function actOnResponse(
  db: Db,
  context: ChangeContext,
  { assessmentId, page, languages }: { assessmentId: string; page: ResponseShown; languages: readonly string[] },
  form: Filled,
): Promise<Response | FormAnswer> {
  const { remark, path, nextOpen } = page;
  const { version, stance, statements, act } = form;
  const record = { kind: "remark", id: remark.id, entriesOf: responseEntries };
  const refused = await answerForm(db, context, { mine: entriesOfForm(form), record }, () =>
    respondToRemark(context, {
      ...{ assessmentId, id: remark.id, version, statements, stance: stance === "" ? null : stance },
      response: localOf(form, "response", languages),
      changed: localOf(form, "changed", languages),
    }),
  );
  if (refused) return refused;
  const following = act === "next" ? nextOpen : remark.code;
  return redirect(following === null ? `${path}/remarks` : `${path}/remarks/${following}`);
}

/** What a version of a remark holds of its response, as the entries of its form. */
function responseEntries({ stance, response, changed, statements }: VersionBody) {
  return {
    ...entriesOfForm({ stance: stance ?? "" }),
    ...localEntries(response, (language) => `response@${language}`),
    ...localEntries(changed, (language) => `changed@${language}`),
    statements: listEntries(statements),
  };
}
