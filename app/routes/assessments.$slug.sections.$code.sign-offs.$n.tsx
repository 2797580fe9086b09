import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadDifference } from "~/features/sections/load-difference.server";
import { DifferenceView } from "~/features/sections/review-difference";
import { findSectionStudy } from "~/features/sections/section-study.server";
import { sectionHead } from "~/features/sections/section-view.server";
import { CertificatePage } from "~/features/sign-offs/certificate-page";
import { differenceBase, loadCertificate } from "~/features/sign-offs/load-certificate.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle<{ certificate: { ordinal: number; heading: string }; head: { number: string | null } }> = {
  title: (t, { certificate, head }) =>
    t("signOffs.title", { n: certificate.ordinal, title: [head.number, certificate.heading].filter(Boolean).join(" ") }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  const study = await findSectionStudy(db, user, assessment, params["code"]);
  const certificate = await loadCertificate(db, study, params["n"], new URL(request.url).searchParams.get("in"), new Date());
  const base = differenceBase(study, certificate);
  return { certificate, head: sectionHead(study, new Map()), difference: base ? await loadDifference(db, study, base) : null };
}

export default function SignOffRoute() {
  const { certificate, head, difference } = useLoaderData<typeof loader>();
  const since = difference && <DifferenceView difference={difference} base={head.base} />;
  return <CertificatePage certificate={certificate} head={head} difference={since} />;
}
