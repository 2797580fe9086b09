import { redirect } from "@remix-run/node";
import { entriesOfForm } from "~/domain/overtaken";
import { protocolChanges } from "~/domain/protocol/protocol-changes";
import type { Protocol } from "~/domain/protocol/schema";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import { checkProtocolFile, findKeptFileIfAny, keepProtocolFile, uploadProblem } from "~/platform/checked-protocol.server";
import { db } from "~/platform/db.server";
import { type FormProblem, refusedField } from "~/platform/form-problem";
import { changeContext, type Viewer } from "~/platform/guard.server";
import { answerForm, type FormAnswer, type VersionBody } from "~/platform/overtaken.server";
import { parseForm } from "~/platform/parse-form.server";
import { replacementCheck } from "~/platform/protocol/replacement-problems.server";
import { readUpload } from "~/platform/read-upload.server";
import { refuse } from "~/platform/refusal.server";
import { deviateProtocol } from "./deviate-protocol.server";
import { findAffected } from "./find-affected.server";
import { deviationForm, textsOf } from "./schema";

/** Why a deviation was not recorded: what is wrong (409 while not frozen, 413, 415, 422), or what somebody changed meanwhile (409). */
type DeviationAnswer = FormAnswer | { problem: FormProblem | undefined; status: number; overtaken?: undefined };

const baseOf = ({ slug }: AssessmentRow) => `/assessments/${slug}`;
const pageOf = (assessment: AssessmentRow) => `${baseOf(assessment)}/protocol/deviations/new`;

/** What the page shows: the file in force to start from, or the one that was read with what it changes and what that concerns. */
export async function loadNewDeviation(user: Viewer, assessment: AssessmentRow, url: URL, at: Date) {
  const file = url.searchParams.get("file") ?? "";
  const all = url.searchParams.has("all");
  const frozen = assessment.frozenAt !== null;
  return {
    frozen,
    checked: file === "" || !frozen ? null : await checked(user, assessment, file, all, at),
    start: file === "" && frozen ? await fileInForce(assessment) : null,
    version: assessment.version,
    inForce: assessment.protocolNumber,
    languages: assessment.languages,
    base: baseOf(assessment),
  };
}

async function fileInForce({ id: assessmentId, protocolNumber: number }: AssessmentRow): Promise<string> {
  const { file } = await db.protocolVersion.findUniqueOrThrow({
    where: { assessmentId_number: { assessmentId, number } },
    select: { file: true },
  });
  return file;
}

async function checked(user: Viewer, assessment: AssessmentRow, file: string, all: boolean, at: Date) {
  const { protocol, bytes: _, ...found } = await check(user, assessment, file, all, at);
  const otherHref = `?${new URLSearchParams({ file, ...(!all && { all: "1" }) }).toString()}`;
  return { ...found, all, file, otherHref, ...(await differences(assessment, protocol)) };
}

async function differences(assessment: AssessmentRow, next: Protocol | null) {
  if (next === null) return { changes: [], affected: [] };
  const old = await protocolOf(assessment);
  const changes = protocolChanges(old, next);
  return { changes, affected: await findAffected(db, assessment.id, old, changes) };
}

async function check(user: Viewer, assessment: AssessmentRow, id: string, all: boolean, at: Date) {
  const file = await findKeptFileIfAny(user.id, pageOf(assessment), id, at);
  if (!file) throw refuse("not-found");
  const further = await replacementCheck(db, assessment, await protocolOf(assessment));
  return { ...file, ...checkProtocolFile(file.bytes, user.language, all, further) };
}

/** Receives a file (or the text of one) for its check, or records the deviation; answers where to go, or what is wrong and with which status. */
export async function actOnDeviation(
  user: Viewer,
  assessment: AssessmentRow,
  request: Request,
  at: Date,
): Promise<Response | DeviationAnswer> {
  if (request.headers.get("content-type")?.startsWith("multipart/form-data")) return receive(user, assessment, request, at);
  const form = await parseForm(request, deviationForm(assessment.languages));
  if (!form.ok) return { problem: form.problem, status: 422 };
  if (assessment.frozenAt === null) return { problem: undefined, status: 409 };
  const { file: id, version, approvedBy, approvedOn } = form.value;
  const { protocol, bytes, name } = await check(user, assessment, id, false, at);
  if (!protocol || approvedOn === null)
    return { problem: refusedField(form.value, { field: "file", problem: "protocol-loses" }), status: 422 };
  const input = {
    assessmentId: assessment.id,
    version,
    protocol,
    file: new TextDecoder().decode(bytes),
    fileName: name,
    reason: textsOf(form.value, "reason", assessment.languages),
    effect: textsOf(form.value, "effect", assessment.languages),
    approvedBy,
    approvedOn,
  };
  const context = { ...changeContext(user, request, assessment), at };
  const record = {
    kind: "assessment",
    id: assessment.id,
    entriesOf: ({ protocolNumber }: VersionBody) => entriesOfForm({ protocolNumber }),
  };
  const made = { number: 0 };
  const posted = { mine: entriesOfForm(form.value), record };
  const refused = await answerForm(db, context, posted, async () => Object.assign(made, await deviateProtocol(context, input)));
  return refused ?? redirect(`${baseOf(assessment)}/protocol/deviations/${made.number}`);
}

async function receive(user: Viewer, assessment: AssessmentRow, request: Request, at: Date): Promise<Response | DeviationAnswer> {
  const { files, fields } = await readUpload(request);
  if (assessment.frozenAt === null) return { problem: undefined, status: 409 };
  const typed = fields.find(([name, text]) => name === "text" && text.trim() !== "")?.[1];
  const file = files.find(({ field }) => field === "file") ?? (typed === undefined ? undefined : typedFile(typed));
  const wrong = uploadProblem(file);
  if (wrong || !file) return wrong ?? { problem: refusedField({}, { field: "file", problem: "file-missing" }), status: 422 };
  return redirect(`${pageOf(assessment)}?file=${await keepProtocolFile(user.id, pageOf(assessment), file, at)}`);
}

/** What was typed on the page, as a file: forms send the end of a line as two characters. */
function typedFile(text: string) {
  return { field: "file", name: "protocol.yaml", bytes: new TextEncoder().encode(text.replaceAll("\r\n", "\n")) };
}
