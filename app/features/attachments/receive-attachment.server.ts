import { type FileProblem, statusOfProblem } from "~/domain/files/file-problem";
import type { AttachmentHolder } from "~/platform/attachment-holders.server";
import { requireMayAttach } from "~/platform/attachment-holders.server";
import type { ChangeContext } from "~/platform/change.server";
import type { FormProblem } from "~/platform/form-problem";
import { parseFields } from "~/platform/parse-form.server";
import { receiveFile } from "~/platform/upload-stream.server";
import { addAttachment } from "./add-attachment.server";
import { NewAttachment } from "./schema";

/** What came of a file that was sent: where to go on, or what is wrong with it or with the note. */
export interface ReceivedAttachment {
  status: 200 | 413 | 415 | 422;
  to?: string | undefined;
  file?: FileProblem | undefined;
  form?: FormProblem | undefined;
}

/** Receives a file for a holder. Who may not add one is refused before anything of the body is read. */
export async function receiveAttachment(
  request: Request,
  context: ChangeContext,
  { base, assessmentId }: { base: string; assessmentId: string },
  holder: AttachmentHolder,
): Promise<ReceivedAttachment> {
  requireMayAttach(holder);
  const { fields, file } = await receiveFile(request, holder.kind);
  const form = parseFields(fields, NewAttachment);
  if ("problem" in file) {
    const values = { note: fields.flatMap(([name, value]) => (name === "note" ? [value] : [])) };
    return { status: statusOfProblem(file.problem), file: file.problem, form: { fields: {}, form: [], values } };
  }
  if (!form.ok) return { status: 422, form: form.problem };
  await addAttachment(context, { assessmentId, holderKind: holder.kind, holderId: holder.id, file, note: form.value.note });
  return { status: 200, to: `${base}/${holder.path}#${holder.anchor}` };
}
