import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { ClosingSheet, LinkSheet, RightsSheet } from "~/features/accounts/account-sheets";
import { AccountOvertaken } from "~/features/accounts/account-overtaken";
import { AccountState } from "~/features/accounts/accounts-table";
import type { ActDone } from "~/features/accounts/act-on-account.server";
import { actOnAccount } from "~/features/accounts/act-on-account.server";
import { findAccount } from "~/features/accounts/queries.server";
import { AccountAct } from "~/features/accounts/schema";
import { db } from "~/platform/db.server";
import { authorize, changeContext, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = { title: (_, { account }) => account.name };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  authorize(user, "account.read", null);
  const { hasPassword, ...account } = await findAccount(db, params["id"]);
  return { account: { ...account, hasPassword }, own: account.id === user.id };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  authorize(user, "account.read", null);
  const { id } = await findAccount(db, params["id"]);
  authorize(user, "account.manage", null);
  const form = await parseForm(request, AccountAct);
  if (!form.ok) return data<ActDone>({ status: 422, problem: form.problem }, { status: 422 });
  const done = await actOnAccount(changeContext(user, request), id, form.value);
  if (done.status !== 200) return data(done, { status: done.status });
  return done.link ? data(done) : redirect(`/admin/accounts/${id}`);
}

export default function AccountPage() {
  const t = useTranslations("accounts");
  const { account, own } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const kept = useKept(done?.problem);
  if (done?.overtaken) return <AccountOvertaken overtaken={done.overtaken} name={account.name} />;
  return (
    <>
      <PageHead
        title={account.name}
        lede={account.email}
        meta={<AccountState account={account} />}
        crumbs={[{ label: t("title"), href: "/admin/accounts" }, { label: account.name }]}
      />
      <ErrorSummary errors={kept.summary} />
      <div className="gap">
        {account.deactivatedAt === null && <LinkSheet account={account} link={done?.link} />}
        <RightsSheet account={account} kept={kept} />
        {!own && <ClosingSheet account={account} />}
      </div>
    </>
  );
}
