import type { z } from "zod";
import { checkProtocolFile } from "~/platform/checked-protocol.server";
import type { FormProblem } from "~/platform/form-problem";
import { refusedField } from "~/platform/form-problem";
import type { Viewer } from "~/platform/guard.server";
import { changeContext } from "~/platform/guard.server";
import { catchRefusal, refuse } from "~/platform/refusal.server";
import { findProtocolFile } from "./check-protocol.server";
import { protocolFacts } from "./protocol-facts";
import type { StartAssessmentForm } from "./schema";
import { startAssessment } from "./start-assessment.server";

/** What the check page shows of the file that its address names. */
export async function loadCheck(user: Viewer, url: URL, at: Date) {
  const from = { shipped: url.searchParams.get("shipped") ?? "", file: url.searchParams.get("file") ?? "" };
  const { name, bytes, readAt } = await findProtocolFile(user.id, from, at);
  const all = url.searchParams.has("all");
  const { protocol, ...found } = checkProtocolFile(bytes, user.language, all);
  const suggestion = protocol && {
    slug: protocol.id
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-|-$/g, ""),
    startsOn: protocol.period?.from ?? "",
    endsOn: protocol.period?.to ?? "",
    languages: protocol.languages,
    originalLanguage: protocol.originalLanguage,
  };
  const other = new URLSearchParams({ ...(from.shipped ? { shipped: from.shipped } : { file: from.file }), ...(!all && { all: "1" }) });
  return { ...found, from, all, name, readAt, otherHref: `?${other.toString()}`, facts: protocol && protocolFacts(protocol), suggestion };
}

/** Starts the assessment of the file that was checked; answers what is wrong with the form, or the address of the assessment. */
export async function startFromCheck(
  user: Viewer,
  request: Request,
  form: z.output<typeof StartAssessmentForm>,
  at: Date,
): Promise<FormProblem | string> {
  const { name, bytes } = await findProtocolFile(user.id, form, at);
  const { protocol } = checkProtocolFile(bytes, user.language, false);
  if (!protocol) throw refuse("invalid");
  const { slug, startsOn, endsOn, languages } = form;
  const input = { leadId: user.id, slug, startsOn, endsOn, languages, protocol, file: new TextDecoder().decode(bytes), fileName: name };
  const started = await catchRefusal(() => startAssessment({ ...changeContext(user, request), at }, input), "invalid");
  return started.ok ? `/assessments/${slug}` : refusedField(form, started.refusal.details);
}
