import { redirect } from "@remix-run/node";
import { importLimits } from "~/domain/sources/reference-formats";
import type { ChangeContext } from "~/platform/change.server";
import { type FormProblem, fieldProblem, refusedField } from "~/platform/form-problem";
import { parseFields } from "~/platform/parse-form.server";
import { readUpload, type UploadedFile } from "~/platform/read-upload.server";
import { catchRefusal } from "~/platform/refusal.server";
import { ImportForm } from "./import-schema";
import { prepareImport } from "./prepare-import.server";

/** Takes references that were pasted or sent as a file, and leads to what was found in them; or says what is wrong, with all that was typed. */
export async function receiveImport(
  request: Request,
  context: ChangeContext,
  where: { assessmentId: string; path: string },
): Promise<Response | { status: 413 | 422; problem: FormProblem }> {
  const sent = await catchRefusal(() => readUpload(request, importLimits.bytes), "too-large");
  if (!sent.ok) return { status: 413, problem: fieldProblem({}, "file", "references-too-large") };
  const { fields, files } = sent.result;
  // What is pasted may hold control characters, which no form takes: they say nothing in any of the formats.
  const form = parseFields(
    fields.map(([name, value]) => [name, name === "text" ? value.replace(/(?![\t\n])\p{Cc}/gu, "") : value]),
    ImportForm,
  );
  if (!form.ok) return { status: 422, problem: form.problem };
  const { format, text, ...found } = form.value;
  const file = fileOf(files, text);
  if (file === null) return { status: 422, problem: fieldProblem(form.value, "file", "references-missing") };
  const input = { ...found, file, format: format === "guess" ? null : format, assessmentId: where.assessmentId };
  const done = await catchRefusal(() => prepareImport(context, input), "invalid");
  if (!done.ok) return { status: 422, problem: refusedField(form.value, done.refusal.details) };
  return redirect(`${where.path}/imports/${done.result.number}`);
}

/** The file that was sent, else what was pasted as a file of its own; null = neither. */
function fileOf(files: readonly UploadedFile[], text: string) {
  const sent = files.find(({ field }) => field === "file");
  if (sent)
    return { name: sent.name.replace(/[\p{Cc}\p{Cf}]/gu, "").slice(0, 200) || "references", bytes: sent.bytes, field: "file" as const };
  if (text.trim() === "") return null;
  return { name: "", bytes: new TextEncoder().encode(text), field: "text" as const };
}
