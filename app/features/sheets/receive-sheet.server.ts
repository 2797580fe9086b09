import { redirect } from "@remix-run/node";
import { sheetLimits } from "~/domain/sheets/cell";
import type { ChangeContext } from "~/platform/change.server";
import { type FormProblem, fieldProblem, refusedField } from "~/platform/form-problem";
import { parseFields } from "~/platform/parse-form.server";
import { readUpload } from "~/platform/read-upload.server";
import { catchRefusal } from "~/platform/refusal.server";
import type { SheetKind } from "~/platform/sheet-kind";
import { prepareSheet } from "./prepare-sheet.server";
import { uploadForm } from "./schema";

/** Takes a spreadsheet that was sent, and leads to what its columns seem to hold; or says why it can't be taken. */
export async function receiveSheet(
  request: Request,
  context: ChangeContext,
  kind: SheetKind,
  where: { language: string; path: string },
): Promise<Response | { status: 413 | 422; problem: FormProblem }> {
  const sent = await catchRefusal(() => readUpload(request, sheetLimits.bytes), "too-large");
  if (!sent.ok) return { status: 413, problem: fieldProblem({}, "file", "sheet-too-large") };
  const form = parseFields(sent.result.fields, uploadForm);
  if (!form.ok) return { status: 422, problem: form.problem };
  const file = sent.result.files.find(({ field }) => field === "file");
  if (!file) return { status: 422, problem: fieldProblem({}, "file", "file-missing") };
  const name = file.name.replace(/[\p{Cc}\p{Cf}]/gu, "").slice(0, 200) || "spreadsheet";
  const done = await catchRefusal(() => prepareSheet(context, kind, { name, bytes: file.bytes, language: where.language }), "invalid");
  if (!done.ok) return { status: 422, problem: refusedField({}, done.refusal.details) };
  return redirect(`${where.path}/${done.result.number}`);
}
