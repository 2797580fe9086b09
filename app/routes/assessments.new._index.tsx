import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { textIn } from "~/domain/local-text";
import { ProtocolFileForm, ShippedProtocolForm } from "~/features/assessments/new-assessment-forms";
import { receiveProtocol } from "~/features/assessments/receive-protocol.server";
import { listShippedProtocols } from "~/features/assessments/shipped-protocols.server";
import { authorize, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";

export const handle: PageHandle = { title: (t) => t("assessments.new.title") };

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  authorize(user, "assessment.start", null);
  const shipped = await listShippedProtocols();
  const worded = shipped.map(({ key, title, purpose, languages }) => ({
    key,
    title: textIn(title, user.language, languages),
    purpose: textIn(purpose, user.language, languages),
    languages,
  }));
  return { protocols: worded };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  authorize(user, "assessment.start", null);
  const received = await receiveProtocol(request, user.id, new Date());
  return "to" in received ? redirect(received.to) : data(received.problem, { status: received.status });
}

export default function NewAssessmentPage() {
  const t = useTranslations("assessments.new");
  const { protocols } = useLoaderData<typeof loader>();
  const kept = useKept(useActionData<typeof action>());
  return (
    <>
      <PageHead title={t("title")} lede={t("lede")} />
      <ErrorSummary errors={kept.summary} />
      <div className="gap">
        <ShippedProtocolForm protocols={protocols} kept={kept} />
        <ProtocolFileForm kept={kept} />
      </div>
    </>
  );
}
