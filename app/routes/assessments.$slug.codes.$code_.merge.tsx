import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actOnMove } from "~/features/codes/act-on-move.server";
import { findCode } from "~/features/codes/find-code.server";
import { loadMove } from "~/features/codes/load-move.server";
import { MovePage } from "~/features/codes/move-page";
import { askedMove, MoveForm } from "~/features/codes/schema";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { title }) => t("codes.move.merge.title", { code: title }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "coding.read", assessment);
  authorize(user, "coding.write", assessment);
  const study = { assessment, protocol: await protocolOf(assessment), viewer: user };
  return loadMove(db, study, "merge", params["code"], askedMove(new URL(request.url).searchParams));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "coding.read", assessment);
  authorize(user, "coding.write", assessment);
  const { id: from } = findCode(await protocolOf(assessment), params["code"]);
  const form = await parseForm(request, MoveForm);
  if (!form.ok) return data({ problem: form.problem }, { status: 422 });
  const move = { assessment, act: "merge", from } as const;
  const done = await actOnMove(changeContext(user, request, assessment), move, askedMove(new URL(request.url).searchParams), form.value);
  if (done instanceof Response) throw done;
  return data({ problem: done.problem }, { status: done.status });
}

export default function MergeCodeRoute() {
  return <MovePage page={useLoaderData<typeof loader>()} problem={useActionData<typeof action>()?.problem} />;
}
