import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SendConfirmation } from "~/features/remarks/confirmations";
import { loadSend } from "~/features/remarks/load-send.server";
import { SendFields } from "~/features/remarks/schema";
import { sendRemarks } from "~/features/remarks/send-remarks.server";
import { db } from "~/platform/db.server";
import { refusedField } from "~/platform/form-problem";
import { changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";
import { catchRefusal } from "~/platform/refusal.server";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { remarks }) => t("remarks.send.title", { count: remarks.length }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  return loadSend(db, user, assessment, params["n"], new Date());
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  const { edition, path } = await loadSend(db, user, assessment, params["n"], new Date());
  const form = await parseForm(request, SendFields);
  if (!form.ok) return data(form.problem, { status: 422 });
  const input = { assessmentId: assessment.id, editionId: edition.id, drafts: form.value.draft };
  const done = await catchRefusal(() => sendRemarks(changeContext(user, request, assessment), input), "invalid");
  if (!done.ok) return data(refusedField({}, done.refusal.details), { status: 422 });
  return redirect(`${path}/remarks`);
}

export default function SendRoute() {
  const kept = useKept(useActionData<typeof action>());
  return <SendConfirmation page={useLoaderData<typeof loader>()} kept={kept} />;
}
