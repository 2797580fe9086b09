import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadRemarks } from "~/features/remarks/load-remarks.server";
import { postRemark } from "~/features/remarks/post-remark.server";
import { ReaderRemarks } from "~/features/remarks/reader-remarks";
import { RemarkOvertaken } from "~/features/remarks/remark-overtaken";
import { TeamRemarks } from "~/features/remarks/team-remarks";
import { db } from "~/platform/db.server";
import { findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = { title: (t, { number }) => t("remarks.title", { number }) };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  const { searchParams: query } = new URL(request.url);
  return loadRemarks(db, user, assessment, params["n"], { query, at: new Date() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  const done = await postRemark(db, user, request, assessment, params["n"]);
  if (done instanceof Response) throw done;
  return data(done, { status: done.status });
}

export default function RemarksRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const kept = useKept(answer?.problem);
  if (answer?.overtaken) return <RemarkOvertaken overtaken={answer.overtaken} />;
  return page.for === "team" ? <TeamRemarks page={page} /> : <ReaderRemarks page={page} kept={kept} />;
}
