import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CodePage } from "~/features/codes/code-page";
import { loadCode } from "~/features/codes/load-codes.server";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = { title: (_, { title }) => title };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "coding.read", assessment);
  const { searchParams } = new URL(request.url);
  const filter = { interview: searchParams.get("interview"), question: searchParams.get("question") };
  return loadCode(db, { assessment, protocol: await protocolOf(assessment), viewer: user }, params["code"], filter);
}

export default function CodeRoute() {
  return <CodePage page={useLoaderData<typeof loader>()} />;
}
