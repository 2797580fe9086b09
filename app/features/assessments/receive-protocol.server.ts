import { uploadProblem } from "~/platform/checked-protocol.server";
import type { FormProblem } from "~/platform/form-problem";
import { fieldProblem } from "~/platform/form-problem";
import { parseFields } from "~/platform/parse-form.server";
import { readUpload } from "~/platform/read-upload.server";
import { keepNewProtocol } from "./check-protocol.server";
import { ChooseProtocol } from "./schema";

/** Where the check of a chosen or sent protocol is, or what is wrong with the form and with which status. */
export type Received = { to: string } | { problem: FormProblem; status: number };

/** Receives the form of a new assessment: a shipped protocol that was chosen, or a file, which is kept for its check. */
export async function receiveProtocol(request: Request, userId: string, at: Date): Promise<Received> {
  const { fields, files } = await readUpload(request);
  if (fields.some(([name, value]) => name === "intent" && value === "choose")) {
    const form = parseFields(fields, ChooseProtocol);
    return form.ok
      ? { to: `/assessments/new/check?shipped=${encodeURIComponent(form.value.shipped)}` }
      : { problem: form.problem, status: 422 };
  }
  const file = files.find(({ field }) => field === "file");
  const problem = uploadProblem(file);
  if (problem || !file) return problem ?? { problem: fieldProblem({}, "file", "file-missing"), status: 422 };
  return { to: `/assessments/new/check?file=${await keepNewProtocol(userId, file, at)}` };
}
