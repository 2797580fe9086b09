import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actOnSection } from "~/features/sections/act-on-section.server";
import { loadSection } from "~/features/sections/load-section.server";
import { SectionForms } from "~/features/sections/schema";
import { SectionPage } from "~/features/sections/section-page";
import { findSectionStudy } from "~/features/sections/section-study.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle<{ head: { number: string | null; heading: string } }> = {
  title: (_t, { head }) => [head.number, head.heading].filter(Boolean).join(" "),
  wide: true,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  return loadSection(db, user, assessment, params["code"]);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  authorize(user, "section.assign", assessment);
  const { section } = await findSectionStudy(db, user, assessment, params["code"]);
  const form = await parseForm(request, SectionForms);
  if (!form.ok) return data(form.problem, { status: 422 });
  const done = await actOnSection(changeContext(user, request, assessment), assessment, section, form.value);
  if (done instanceof Response) throw done;
  return data(done, { status: 422 });
}

export default function SectionRoute() {
  const problem = useActionData<typeof action>();
  return <SectionPage shown={useLoaderData<typeof loader>()} problem={problem} />;
}
