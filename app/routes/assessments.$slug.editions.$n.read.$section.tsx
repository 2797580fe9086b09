import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { lineOf } from "~/features/editions/line-of";
import { openReading } from "~/features/editions/open-reading.server";
import { ReadingRoom } from "~/features/editions/reading-room";
import { loadReadingRemarks } from "~/features/remarks/load-reading-remarks.server";
import { postRemark } from "~/features/remarks/post-remark.server";
import { RemarkOn, RemarksBar } from "~/features/remarks/remarks-bar";
import { OvertakenLater, RemarksLater } from "~/features/remarks/remarks-later";
import { db } from "~/platform/db.server";
import { findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (_, { page, edition }) => `${page.sections.slice(0, 1).map(lineOf).join("")} · ${edition.name}`,
  wide: true,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  const at = new Date();
  const reading = await openReading(user, assessment, { number: params["n"], section: params["section"] ?? "" }, { request, at });
  const about = new URL(request.url).searchParams.get("about");
  const page = { number: params["n"], sections: reading.page.sections.map(({ code }) => code), about };
  return { ...reading, remarks: await loadReadingRemarks(db, user, assessment, page, at) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  const done = await postRemark(db, user, request, assessment, params["n"]);
  if (done instanceof Response) throw done;
  return data(done, { status: done.status });
}

export default function ReadingRoute() {
  const { remarks, ...reading } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { search } = useLocation();
  if (answer?.overtaken) return <OvertakenLater overtaken={answer.overtaken} />;
  const on = remarks?.round.mayRemark ? (code: string) => <RemarkOn code={code} search={search} /> : undefined;
  return (
    <ReadingRoom
      {...reading}
      besideStatement={on}
      bar={remarks && <RemarksBar page={remarks} />}
      panel={remarks && <RemarksLater page={remarks} problem={answer?.problem} />}
    />
  );
}
