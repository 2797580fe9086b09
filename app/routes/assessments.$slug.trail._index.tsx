import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findSubjects, historyKinds } from "~/features/trail/load-entry.server";
import { loadTrail, trailAsk, trailSubjects } from "~/features/trail/load-trail.server";
import { trailForm } from "~/features/trail/schema";
import { TrailPage } from "~/features/trail/trail-page";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";
import { verifyChain } from "~/platform/trail-verify.server";

export const handle: PageHandle = { title: (t) => t("trail.page.title") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "trail.read", assessment);
  const search = new URL(request.url).searchParams;
  const base = `/assessments/${assessment.slug}`;
  const [kind, code] = [search.get("kind") ?? "", (search.get("code") ?? "").trim()];
  const found = await findSubjects(db, assessment, user.id, kind, code);
  if (found.length > 0) throw redirect(`${base}/trail/items/${kind}/${encodeURIComponent(code)}`);
  const ask = trailAsk(search);
  return {
    trail: await loadTrail(db, assessment, user, ask),
    ask,
    subjects: trailSubjects,
    historyKinds,
    history: { kind, code, missing: code !== "" },
    base,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "trail.read", assessment);
  const form = await parseForm(request, trailForm);
  if (!form.ok) return data(null, { status: 422 });
  return data({ verdict: await verifyChain(assessment.id), at: new Date() });
}

export default function TrailRoute() {
  return <TrailPage {...useLoaderData<typeof loader>()} verified={useActionData<typeof action>() ?? undefined} />;
}
