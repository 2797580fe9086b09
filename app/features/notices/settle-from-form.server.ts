import type { ChangeContext } from "~/platform/change.server";
import type { Db } from "~/platform/db.server";
import { answerForm, type FormAnswer } from "~/platform/overtaken.server";
import { parseFields } from "~/platform/parse-form.server";
import type { Fields } from "~/platform/read-form.server";
import { entriesOfForm } from "~/domain/overtaken";
import { SettleForm } from "./schema";
import { settleNotice } from "./settle-notice.server";

/** Settles a notice from its form; null when it was done, else what its page shows with all that was typed. */
export async function settleFromForm(db: Db, context: ChangeContext, assessmentId: string, fields: Fields): Promise<FormAnswer | null> {
  const form = parseFields(fields, SettleForm);
  if (!form.ok) return { status: 422, problem: form.problem };
  const { noticeId: id, version, note } = form.value;
  const record = {
    kind: "notice",
    id,
    entriesOf: ({ settledNote }: Readonly<Record<string, unknown>>) => entriesOfForm({ note: settledNote }),
  };
  return answerForm(db, context, { mine: entriesOfForm(form.value), record }, () =>
    settleNotice(context, { assessmentId, id, version, note }),
  );
}
