import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actOnAlignment } from "~/features/alignments/act-on-alignment.server";
import { AlignmentOvertaken } from "~/features/alignments/alignment-overtaken";
import { AlignmentPage } from "~/features/alignments/alignment-page";
import { readNodeBeside } from "~/features/alignments/list-frameworks.server";
import { findAlignment } from "~/features/alignments/queries.server";
import { alignmentForms } from "~/features/alignments/schema";
import { DeviationMarks } from "~/features/deviations/deviation-notices";
import { can } from "~/domain/permissions";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { deviationsSince } from "~/platform/deviation-marks.server";
import { readGroundsFor } from "~/platform/grounds.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import type { FormAnswer } from "~/platform/overtaken.server";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle<{ shown: { node: { code: string; title: string } } }> = {
  title: (_t, { shown }) => `${shown.node.code} ${shown.node.title}`,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "alignment.read", assessment);
  const study = { assessment, protocol: await protocolOf(assessment), viewer: user, language: user.language };
  const shown = await findAlignment(db, study, params["framework"], params["node"]);
  const find = new URL(request.url).searchParams.get("q") ?? "";
  const grounds = await readGroundsFor(db, study, { kind: "alignment", id: shown.alignment?.id ?? null }, find);
  return {
    shown,
    beside: await readNodeBeside(db, study, { framework: shown.framework.id, node: shown.node.id }),
    ...grounds,
    find,
    marks: await deviationsSince(db, assessment.id, shown.alignment && { kind: "alignment", ...shown.alignment }),
    languages: assessment.languages,
    base: `/assessments/${assessment.slug}`,
    mayJudge: can(user, "alignment.judge", assessment),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "alignment.read", assessment);
  authorize(user, "alignment.judge", assessment);
  const { framework = "", node = "" } = params;
  const protocol = await protocolOf(assessment);
  const shown = await findAlignment(db, { assessment, protocol, language: user.language }, framework, node);
  const form = await parseForm(request, alignmentForms);
  if (!form.ok) return data<FormAnswer>({ status: 422, problem: form.problem }, { status: 422 });
  const path = `/assessments/${assessment.slug}/alignments/${framework}/${node}`;
  const done = await actOnAlignment(
    changeContext(user, request, assessment),
    { assessmentId: assessment.id, framework, node, path, protocol, alignmentId: shown.alignment?.id ?? null },
    form.value,
  );
  if (done instanceof Response) throw done;
  return data(done, { status: done.status });
}

export default function AlignmentRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.overtaken) return <AlignmentOvertaken overtaken={answer.overtaken} {...page} />;
  return <AlignmentPage {...page} problem={answer?.problem} notice={<DeviationMarks marks={page.marks} base={page.base} />} />;
}
