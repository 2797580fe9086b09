import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findVersionedSection } from "~/features/section-versions/find-section.server";
import { loadRestore } from "~/features/section-versions/load-restore.server";
import { actOnRestore, RestoreForm } from "~/features/section-versions/restore-form.server";
import { RestorePage } from "~/features/section-versions/restore-page";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle<{ head: { title: string }; number: number }> = {
  title: (t, { head, number }) => t("versions.restoreTitle", { title: head.title, number }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  return loadRestore(db, user, assessment, params["code"], params["n"], new Date());
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  const { people } = await findVersionedSection(db, user, assessment, params["code"]);
  authorize(user, "section.write", people);
  const form = await parseForm(request, RestoreForm);
  if (!form.ok) return data({ message: "moved-on" as const, codes: [], lost: [] }, { status: 422 });
  const done = await actOnRestore(
    db,
    changeContext(user, request, assessment),
    user,
    assessment,
    { code: params["code"], n: params["n"] },
    form.value,
  );
  if (done instanceof Response) throw done;
  return data(done.problem, { status: done.status });
}

export default function RestoreRoute() {
  return <RestorePage loaded={useLoaderData<typeof loader>()} problem={useActionData<typeof action>()} />;
}
