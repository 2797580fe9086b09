import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actOnEdit } from "~/features/sections/act-on-edit.server";
import { EditConflict } from "~/features/sections/edit-conflict";
import { EditPage } from "~/features/sections/edit-page";
import { loadEdit } from "~/features/sections/load-edit.server";
import { EditForms } from "~/features/sections/schema";
import { findSectionStudy } from "~/features/sections/section-study.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle<{ head: { number: string | null; heading: string } }> = {
  title: (t, { head }) => [head.number, head.heading, `(${t("sections.write")})`].filter(Boolean).join(" "),
  wide: true,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  return loadEdit(db, user, assessment, params["code"], new URL(request.url).searchParams);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  const { section, people } = await findSectionStudy(db, user, assessment, params["code"]);
  authorize(user, "section.write", people);
  const form = await parseForm(request, EditForms);
  if (!form.ok) return data({ refused: { message: "invalid", id: null, code: null, codes: [] } }, { status: 422 });
  const { search } = new URL(request.url);
  const posted = {
    context: changeContext(user, request, assessment),
    assessment,
    section,
    search,
    form: form.value,
    autosave: request.headers.has("x-autosave"),
  };
  const done = await actOnEdit(posted);
  if (done instanceof Response) throw done;
  return data(done.answer, { status: done.status });
}

export default function EditRoute() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "conflict" in answer) return <EditConflict conflict={answer.conflict} head={loaded.head} />;
  return <EditPage loaded={loaded} answer={answer} />;
}
