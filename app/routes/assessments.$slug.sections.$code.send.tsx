import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useGateOfMove } from "~/features/gate/gate-fields";
import { loadGate } from "~/features/gate/load-gate.server";
import { takeReasons } from "~/features/gate/schema";
import { sendThroughGate, withReasons } from "~/features/gate/send-through-gate.server";
import { confirmMove, loadMove } from "~/features/sections/load-move.server";
import { MovePage } from "~/features/sections/move-page";
import { SendForm } from "~/features/sections/schema";
import { findSectionStudy } from "~/features/sections/section-study.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseFields } from "~/platform/parse-form.server";
import { readForm } from "~/platform/read-form.server";

export const handle: PageHandle<{ head: { number: string | null; heading: string } }> = {
  title: (t, { head }) => [t("sections.moves.send-to-review"), head.number, head.heading].filter(Boolean).join(" "),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  const [move, gate] = await Promise.all([
    loadMove(db, user, assessment, params["code"], "send-to-review"),
    loadGate(db, user, assessment, params["code"]),
  ]);
  return { ...move, gate };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  const study = await findSectionStudy(db, user, assessment, params["code"]);
  authorize(user, "section.write", study.people);
  const { reasons, others } = takeReasons(await readForm(request));
  const form = parseFields(others, SendForm);
  if (!form.ok) return data(withReasons(form.problem, reasons), { status: 422 });
  const context = changeContext(user, request, assessment);
  const through = { study, section: study.section, version: form.value.version, language: user.language, reasons, others };
  const done = await sendThroughGate(context, through, () => confirmMove(context, study, "send-to-review", form.value));
  if (done instanceof Response) throw done;
  return data(done.problem, { status: done.status });
}

export default function SendRoute() {
  const loaded = useLoaderData<typeof loader>();
  return <MovePage loaded={loaded} problem={useActionData<typeof action>()} gate={useGateOfMove(loaded.gate)} />;
}
