import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actOnRound } from "~/features/remarks/act-on-round.server";
import { loadRound } from "~/features/remarks/load-round.server";
import { RoundPage } from "~/features/remarks/round-page";
import { roundForms } from "~/features/remarks/schema";
import { db } from "~/platform/db.server";
import { changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = { title: (t, { number }) => t("remarks.title", { number }) };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  return loadRound(db, user, assessment, params["n"]);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  const { edition, path } = await loadRound(db, user, assessment, params["n"]);
  const form = await parseForm(request, roundForms(assessment.languages));
  if (!form.ok) return data(form.problem, { status: 422 });
  const done = await actOnRound(changeContext(user, request, assessment), { assessment, edition, path }, form.value);
  if (done instanceof Response) throw done;
  return data(done, { status: 422 });
}

export default function RoundRoute() {
  const kept = useKept(useActionData<typeof action>());
  return <RoundPage page={useLoaderData<typeof loader>()} kept={kept} />;
}
