import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/permissions";
import { DeviationsNotice } from "~/features/deviations/deviation-notices";
import { countDeviations } from "~/features/deviations/queries.server";
import { partFrom } from "~/features/protocol/parts";
import { ProtocolPage } from "~/features/protocol/protocol-page";
import { countParts, findFrozen, listVersions, partOf } from "~/features/protocol/queries.server";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle = { title: (t) => t("protocol.title"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "protocol.read", assessment);
  const protocol = await protocolOf(assessment);
  const { title, purpose, commissioner, subject, period } = protocol;
  return {
    shown: partOf(protocol, partFrom(new URL(request.url).searchParams.get("part"))),
    counts: countParts(protocol),
    about: { title, purpose, commissioner, subject, period },
    versions: await listVersions(db, assessment.id),
    frozen: await findFrozen(db, assessment.id),
    inForce: assessment.protocolNumber,
    base: `/assessments/${assessment.slug}`,
    mayFreeze: can(user, "protocol.freeze", assessment),
    mayReplace: can(user, "protocol.replace", assessment),
    mayDeviate: can(user, "protocol.deviate", assessment),
    deviationCount: await countDeviations(db, assessment.id),
  };
}

export default function ProtocolRoute() {
  const { deviationCount, ...page } = useLoaderData<typeof loader>();
  return <ProtocolPage {...page} deviations={<DeviationsNotice count={deviationCount} base={page.base} />} />;
}
