import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { ManifestPage } from "~/features/editions/manifest-page";
import { openEdition } from "~/features/editions/open-edition.server";
import { findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle = { title: (t) => t("editions.manifest") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  const { manifest, path } = await openEdition(user, assessment, params["n"], new URL(request.url).searchParams.get("draft"));
  return { manifest, path };
}

export default function ManifestRoute() {
  const t = useTranslations("editions");
  const { manifest, path } = useLoaderData<typeof loader>();
  return <ManifestPage manifest={manifest} path={path} title={t("edition", { number: manifest.edition.number })} />;
}
