import { redirect } from "@remix-run/node";
import type { ChangeContext } from "~/platform/change.server";
import { fieldProblem, refusedField, type FormProblem } from "~/platform/form-problem";
import { parseFields } from "~/platform/parse-form.server";
import { readUpload } from "~/platform/read-upload.server";
import { catchRefusal } from "~/platform/refusal.server";
import { prepareReturned } from "./prepare-returned.server";
import { uploadForm } from "./schema";

/** Takes a returned file that was sent, and leads to what it holds; or says why it can't be taken. */
export async function receiveReturned(
  request: Request,
  context: ChangeContext,
  where: { assessmentId: string; path: string },
): Promise<Response | { status: 413 | 422; problem: FormProblem }> {
  const sent = await catchRefusal(() => readUpload(request), "too-large");
  if (!sent.ok) return { status: 413, problem: fieldProblem({}, "file", "returned-too-large") };
  const form = parseFields(sent.result.fields, uploadForm);
  if (!form.ok) return { status: 422, problem: form.problem };
  const file = sent.result.files.find(({ field }) => field === "file");
  if (!file) return { status: 422, problem: fieldProblem({}, "file", "file-missing") };
  const name = file.name.replace(/[\p{Cc}\p{Cf}]/gu, "").slice(0, 200) || "document.docx";
  const done = await catchRefusal(() => prepareReturned(context, where.assessmentId, { name, bytes: file.bytes }), "invalid");
  if (!done.ok) return { status: 422, problem: refusedField({}, done.refusal.details) };
  const { number, again } = done.result;
  const query = new URLSearchParams(again ? { again: "1" } : {});
  const asked = new URL(request.url).searchParams.get("edition");
  if (asked !== null) query.set("edition", asked);
  return redirect(`${where.path}/${number}${query.size > 0 ? `?${query}` : ""}`);
}
