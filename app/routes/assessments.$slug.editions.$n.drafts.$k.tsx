import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EditionPage } from "~/features/editions/edition-page";
import { noteSeen } from "~/features/editions/open-job.server";
import { openEdition } from "~/features/editions/open-edition.server";
import { db } from "~/platform/db.server";
import { findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, data) => t("editions.edition", { number: data.edition.number }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  const opened = await openEdition(user, assessment, params["n"], params["k"] ?? "");
  await noteSeen(db, { editionId: opened.edition.id }, user, new Date());
  return opened;
}

export default function EditionRoute() {
  return <EditionPage {...useLoaderData<typeof loader>()} />;
}
