import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmMove, loadMove } from "~/features/sections/load-move.server";
import { MovePage } from "~/features/sections/move-page";
import { ConfirmForm } from "~/features/sections/schema";
import { findSectionStudy } from "~/features/sections/section-study.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle<{ head: { number: string | null; heading: string } }> = {
  title: (t, { head }) => [t("sections.moves.send-to-review"), head.number, head.heading].filter(Boolean).join(" "),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  return loadMove(db, user, assessment, params["code"], "send-to-review");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  const study = await findSectionStudy(db, user, assessment, params["code"]);
  authorize(user, "section.write", study.people);
  const form = await parseForm(request, ConfirmForm);
  if (!form.ok) return data(form.problem, { status: 422 });
  const done = await confirmMove(changeContext(user, request, assessment), study, "send-to-review", form.value);
  if (done instanceof Response) throw done;
  return data(done.problem, { status: done.status });
}

export default function MoveRoute() {
  return <MovePage loaded={useLoaderData<typeof loader>()} problem={useActionData<typeof action>()} />;
}
