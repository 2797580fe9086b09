import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AddAttachmentPage } from "~/features/attachments/add-attachment-page";
import { receiveAttachment } from "~/features/attachments/receive-attachment.server";
import { findHolder, holderIn, requireMayAttach } from "~/platform/attachment-holders.server";
import { db } from "~/platform/db.server";
import { changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle = { title: (t) => t("attachments.add") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  const { kind: named, code } = holderIn(new URL(request.url).searchParams);
  const holder = await findHolder(db, user, assessment.id, named, { code });
  requireMayAttach(holder);
  return { holder: { kind: holder.kind, code: holder.code, path: holder.path }, base: `/assessments/${assessment.slug}` };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  const { kind, code } = holderIn(new URL(request.url).searchParams);
  const holder = await findHolder(db, user, assessment.id, kind, { code });
  const place = { base: `/assessments/${assessment.slug}`, assessmentId: assessment.id };
  const received = await receiveAttachment(request, changeContext(user, request, assessment), place, holder);
  if (received.to !== undefined && !request.headers.has("x-upload")) throw redirect(received.to);
  return data(received, { status: received.status });
}

export default function NewAttachmentRoute() {
  return <AddAttachmentPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
