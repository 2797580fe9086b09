import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { actOnRecord } from "~/features/fact-check/act-on-record.server";
import { loadOwnPage } from "~/features/fact-check/load-own-page.server";
import { RecordSteps } from "~/features/fact-check/record-steps";
import { db } from "~/platform/db.server";
import { findFactCheckLink, intervieweeContext } from "~/platform/fact-check-link.server";
import { findUserIfAny } from "~/platform/guard.server";
import { languageOf } from "~/platform/language.server";
import type { PageHandle } from "~/platform/page-handle";
import { readForm } from "~/platform/read-form.server";
import { revalidateAfterAct } from "~/platform/revalidate-after-act";
import { countUseOf } from "~/platform/use-limits.server";

export const handle: PageHandle = { title: (t) => t("recordCheck.title"), bare: true };

export const shouldRevalidate = revalidateAfterAct;

export const headers = () => ({ "X-Robots-Tag": "noindex, nofollow" });

export async function loader({ request }: LoaderFunctionArgs) {
  const link = await findFactCheckLink(request, new Date());
  return loadOwnPage(db, link, languageOf(request, await findUserIfAny(request)));
}

export async function action({ request }: ActionFunctionArgs) {
  const at = new Date();
  const link = await findFactCheckLink(request, at);
  await countUseOf(request, link.participantId);
  const { status, ...done } = await actOnRecord(intervieweeContext(link, request, at), link, await readForm(request));
  if (done.refused || request.headers.has("x-autosave")) return data(done, { status });
  return redirect(done.step === "" ? "/fact-check" : `/fact-check?step=${done.step}`);
}

export default function FactCheckRoute() {
  const page = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const [search] = useSearchParams();
  return <RecordSteps page={page} refused={done?.refused} step={search.get("step") ?? ""} />;
}
