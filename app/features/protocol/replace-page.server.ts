import { redirect } from "@remix-run/node";
import { entriesOfForm } from "~/domain/overtaken";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import { checkProtocolFile, findKeptFileIfAny, keepProtocolFile, uploadProblem } from "~/platform/checked-protocol.server";
import { db } from "~/platform/db.server";
import { type FormProblem, refusedField } from "~/platform/form-problem";
import { changeContext, type Viewer } from "~/platform/guard.server";
import { answerForm, type FormAnswer, type VersionBody } from "~/platform/overtaken.server";
import { parseForm } from "~/platform/parse-form.server";
import { readUpload } from "~/platform/read-upload.server";
import { refuse } from "~/platform/refusal.server";
import { replaceProtocol } from "./replace-protocol.server";
import { replacementCheck } from "~/platform/protocol/replacement-problems.server";
import { ReplaceForm } from "./schema";

/** Why a file was not put in force: what is wrong with it (413, 415, 422), or what somebody changed meanwhile (409). */
type ReplaceAnswer = FormAnswer | { problem: FormProblem; status: number; overtaken?: undefined };

const baseOf = ({ slug }: AssessmentRow) => `/assessments/${slug}`;
const pageOf = (assessment: AssessmentRow) => `${baseOf(assessment)}/protocol/replace`;

/** What the page shows: the file that its address names, checked against the protocol in force and everything that has records. */
export async function loadReplacement(user: Viewer, assessment: AssessmentRow, url: URL, at: Date) {
  const file = url.searchParams.get("file") ?? "";
  const all = url.searchParams.has("all");
  return {
    checked: file === "" ? null : await checked(user, assessment, file, all, at),
    frozen: assessment.frozenAt !== null,
    version: assessment.version,
    base: baseOf(assessment),
  };
}

async function checked(user: Viewer, assessment: AssessmentRow, file: string, all: boolean, at: Date) {
  const { protocol: _, bytes: __, ...found } = await check(user, assessment, file, all, at);
  return { ...found, all, file, otherHref: `?${new URLSearchParams({ file, ...(!all && { all: "1" }) }).toString()}` };
}

async function check(user: Viewer, assessment: AssessmentRow, id: string, all: boolean, at: Date) {
  const file = await findKeptFileIfAny(user.id, pageOf(assessment), id, at);
  if (!file) throw refuse("not-found");
  const further = await replacementCheck(db, assessment, await protocolOf(assessment));
  return { ...file, ...checkProtocolFile(file.bytes, user.language, all, further) };
}

/** Receives a file for its check, or puts the one that was checked in force; answers where to go, or what is wrong and with which status. */
export async function actOnReplacement(
  user: Viewer,
  assessment: AssessmentRow,
  request: Request,
  at: Date,
): Promise<Response | ReplaceAnswer> {
  if (request.headers.get("content-type")?.startsWith("multipart/form-data")) return receive(user, assessment, request, at);
  const form = await parseForm(request, ReplaceForm);
  if (!form.ok) return { problem: form.problem, status: 422 };
  const { protocol, bytes, name } = await check(user, assessment, form.value.file, false, at);
  if (!protocol) throw refuse("invalid");
  const input = {
    assessmentId: assessment.id,
    version: form.value.version,
    protocol,
    file: new TextDecoder().decode(bytes),
    fileName: name,
  };
  const context = { ...changeContext(user, request, assessment), at };
  const record = {
    kind: "assessment",
    id: assessment.id,
    entriesOf: ({ protocolNumber }: VersionBody) => entriesOfForm({ protocolNumber }),
  };
  const posted = { mine: entriesOfForm(form.value), record };
  return (await answerForm(db, context, posted, () => replaceProtocol(context, input))) ?? redirect(`${baseOf(assessment)}/protocol`);
}

async function receive(user: Viewer, assessment: AssessmentRow, request: Request, at: Date): Promise<Response | ReplaceAnswer> {
  const { files } = await readUpload(request);
  const file = files.find(({ field }) => field === "file");
  const wrong = uploadProblem(file);
  if (wrong || !file) return wrong ?? { problem: refusedField({}, { field: "file", problem: "file-missing" }), status: 422 };
  return redirect(`${pageOf(assessment)}?file=${await keepProtocolFile(user.id, pageOf(assessment), file, at)}`);
}
