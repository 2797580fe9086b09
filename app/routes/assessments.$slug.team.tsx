import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { can } from "~/domain/permissions";
import { actOnMembers } from "~/features/members/act-on-members.server";
import { AddMemberForm } from "~/features/members/member-forms";
import { MemberOvertaken } from "~/features/members/member-overtaken";
import { MembersTable } from "~/features/members/members-table";
import { listMembers } from "~/features/members/queries.server";
import { MemberAct } from "~/features/members/schema";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import type { FormAnswer } from "~/platform/overtaken.server";
import { parseForm } from "~/platform/parse-form.server";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { MainAside, Sheet } from "~/ui/sheet";

export const handle: PageHandle = { title: (t) => t("members.title"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "team.read", assessment);
  return { members: await listMembers(db, assessment.id, new Date()), manages: can(user, "member.manage", assessment) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "team.read", assessment);
  authorize(user, "member.manage", assessment);
  const form = await parseForm(request, MemberAct);
  if (!form.ok) return data<FormAnswer>({ status: 422, problem: form.problem }, { status: 422 });
  const answer = await actOnMembers(changeContext(user, request, assessment), assessment.id, form.value);
  return answer ? data(answer, { status: answer.status }) : redirect(`/assessments/${assessment.slug}/team`);
}

export default function TeamPage() {
  const t = useTranslations("members");
  const { members, manages } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problem = answer?.problem;
  const kept = useKept(problem, undefined, { endsOn: t("endsOn") });
  const adding = useKept(problem, "add");
  const row = kept.value("memberId");
  if (answer?.overtaken) return <MemberOvertaken overtaken={answer.overtaken} members={members} />;
  const table = (
    <Sheet title={t("caption")} aside={members.length} flush>
      <MembersTable members={members} manages={manages} kept={kept} />
    </Sheet>
  );
  return (
    <>
      <PageHead title={t("title")} lede={t("lede")} />
      <ErrorSummary
        errors={
          row ? kept.summary.map((error) => ({ ...error, id: `${error.field === "endsOn" ? "ends" : "role"}-${row}` })) : kept.summary
        }
      />
      {manages ? (
        <MainAside label={t("add")} aside={<AddMemberForm key={members.length} kept={adding} />}>
          {table}
        </MainAside>
      ) : (
        table
      )}
    </>
  );
}
