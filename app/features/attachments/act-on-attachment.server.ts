import { redirect } from "@remix-run/node";
import type { z } from "zod";
import { entriesOfForm } from "~/domain/overtaken";
import type { FoundAttachment } from "~/platform/attachments.server";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { answerForm, type FormAnswer } from "~/platform/overtaken.server";
import { archiveAttachment } from "./archive-attachment.server";
import { changeAttachment } from "./change-attachment.server";
import type { AttachmentForm } from "./schema";

/** Does what the forms on the page of a file ask, and leads back to its holder; an overtaken note comes back with what was typed. */
export async function actOnAttachment(
  context: ChangeContext,
  { base, assessmentId }: { base: string; assessmentId: string },
  { id, holder }: FoundAttachment,
  form: z.output<typeof AttachmentForm>,
): Promise<Response | FormAnswer> {
  const record = form.intent === "change" ? { kind: "attachment", id } : null;
  const answer = await answerForm(db, context, { mine: entriesOfForm(form), record }, async () => {
    if (form.intent === "change") await changeAttachment(context, { assessmentId, id, version: form.version, note: form.note });
    else await archiveAttachment(context, { assessmentId, id, version: form.version });
  });
  return answer ?? redirect(`${base}/${holder.path}#${holder.anchor}`);
}
