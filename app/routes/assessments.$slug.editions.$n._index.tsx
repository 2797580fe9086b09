import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EditionPage } from "~/features/editions/edition-page";
import { openEdition } from "~/features/editions/open-edition.server";
import { EditionRemarks } from "~/features/remarks/edition-remarks";
import { loadEditionRemarks } from "~/features/remarks/load-edition-remarks.server";
import { db } from "~/platform/db.server";
import { findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, data) => t("editions.edition", { number: data.edition.number }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  const opened = await openEdition(user, assessment, params["n"]);
  const isDraft = opened.edition.onlyDraft !== undefined;
  return { ...opened, remarks: isDraft ? null : await loadEditionRemarks(db, user, assessment, params["n"], new Date()) };
}

export default function EditionRoute() {
  const { remarks, ...page } = useLoaderData<typeof loader>();
  return <EditionPage {...page} remarks={remarks && <EditionRemarks {...remarks} />} />;
}
