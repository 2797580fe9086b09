import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { AccountsTable } from "~/features/accounts/accounts-table";
import { createAccount } from "~/features/accounts/create-account.server";
import { NewAccountForm } from "~/features/accounts/new-account-form";
import { listAccounts } from "~/features/accounts/queries.server";
import { NewAccount } from "~/features/accounts/schema";
import { db } from "~/platform/db.server";
import { refusedField } from "~/platform/form-problem";
import { authorize, changeContext, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";
import { catchRefusal } from "~/platform/refusal.server";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { MainAside, Sheet } from "~/ui/sheet";

export const handle: PageHandle = { title: (t) => t("accounts.title"), wide: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  authorize(user, "account.read", null);
  return { accounts: await listAccounts(db) };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  authorize(user, "account.read", null);
  authorize(user, "account.manage", null);
  const form = await parseForm(request, NewAccount);
  if (!form.ok) return data(form.problem, { status: 422 });
  const { name, email, mayStart, administrator } = form.value;
  const made = await catchRefusal(
    () => createAccount(changeContext(user, request), { name, email, mayStart, administrator, language: user.language }),
    "invalid",
  );
  return made.ok ? redirect(`/admin/accounts/${made.result}`) : data(refusedField(form.value, made.refusal.details), { status: 422 });
}

export default function AccountsPage() {
  const t = useTranslations("accounts");
  const { accounts } = useLoaderData<typeof loader>();
  const kept = useKept(useActionData<typeof action>());
  return (
    <>
      <PageHead title={t("title")} lede={t("lede")} />
      <ErrorSummary errors={kept.summary} />
      <MainAside label={t("new")} aside={<NewAccountForm kept={kept} />}>
        <Sheet title={t("caption")} aside={accounts.length} flush>
          <AccountsTable accounts={accounts} />
        </Sheet>
      </MainAside>
    </>
  );
}
