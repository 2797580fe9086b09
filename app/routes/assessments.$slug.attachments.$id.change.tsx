import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { actOnAttachment } from "~/features/attachments/act-on-attachment.server";
import { AttachmentPage } from "~/features/attachments/attachment-page";
import { AttachmentForm } from "~/features/attachments/schema";
import { requireMayAttach } from "~/platform/attachment-holders.server";
import { findAttachment } from "~/platform/attachments.server";
import { db } from "~/platform/db.server";
import { changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { FormAnswer } from "~/platform/overtaken.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";
import { OvertakenScreen } from "~/ui/overtaken-screen";

export const handle: PageHandle<{ file: { name: string } }> = { title: (_, { file }) => file.name };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  const { holder, ...file } = await findAttachment(db, user, assessment.id, params["id"]);
  const { kind, code, path, may, archived } = holder;
  return { file, holder: { kind, code, path }, base: `/assessments/${assessment.slug}`, mayWrite: may.write && !archived };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  const found = await findAttachment(db, user, assessment.id, params["id"]);
  requireMayAttach(found.holder);
  const form = await parseForm(request, AttachmentForm);
  if (!form.ok) return data<FormAnswer>({ status: 422, problem: form.problem }, { status: 422 });
  const place = { base: `/assessments/${assessment.slug}`, assessmentId: assessment.id };
  const done = await actOnAttachment(changeContext(user, request, assessment), place, found, form.value);
  if (done instanceof Response) throw done;
  return data(done, { status: done.status });
}

export default function AttachmentRoute() {
  const t = useTranslations("attachments");
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const fields = [{ name: "note", label: t("note"), kind: "lines" } as const];
  if (answer?.overtaken) return <OvertakenScreen what={page.file.name} overtaken={answer.overtaken} fields={fields} />;
  return <AttachmentPage {...page} problem={answer?.problem} />;
}
