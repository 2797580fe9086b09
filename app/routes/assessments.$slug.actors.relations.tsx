import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { ActorTabs } from "~/features/actors/actor-tabs";
import { NetworkPage } from "~/features/actors/network-page";
import { readNetwork } from "~/features/actors/read-network.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { PageHead } from "~/ui/page-head";

export const handle: PageHandle = { title: (t) => t("actors.networkTitle"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "actor.read", assessment);
  const query = new URL(request.url).searchParams;
  const kind = query.get("kind") ?? "";
  return {
    network: await readNetwork(db, assessment.id, kind),
    ...{ kind, query: query.toString(), languages: assessment.languages, base: `/assessments/${assessment.slug}` },
  };
}

export default function NetworkRoute() {
  const t = useTranslations("actors");
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t("networkTitle")} />
      <ActorTabs base={page.base} current="relations" />
      <NetworkPage {...page} />
    </>
  );
}
