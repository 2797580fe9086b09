import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { AccountOvertaken } from "~/features/accounts/account-overtaken";
import { actOnOwnAccount } from "~/features/accounts/act-on-own-account.server";
import { ChangePasswordForm } from "~/features/accounts/change-password-form";
import { OwnAccountForm } from "~/features/accounts/own-account-form";
import { loadMail } from "~/features/accounts/load-mail.server";
import { MailForm } from "~/features/accounts/mail-form";
import { findOwnAccount } from "~/features/accounts/queries.server";
import { OwnAccountAct } from "~/features/accounts/schema";
import { SessionsSheet } from "~/features/accounts/sessions-sheet";
import { ShortcutsForm } from "~/features/accounts/shortcuts-form";
import { db } from "~/platform/db.server";
import { requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import type { FormAnswer } from "~/platform/overtaken.server";
import { parseForm } from "~/platform/parse-form.server";
import { hasShortcuts } from "~/platform/personal-settings.server";
import { listSessions } from "~/platform/session.server";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";

export const handle: PageHandle = { title: (t) => t("accounts.own.title") };

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const [account, sessions, shortcuts, mail] = await Promise.all([
    findOwnAccount(db, user.id),
    listSessions(user.id),
    hasShortcuts(db, user.id),
    loadMail(db, user),
  ]);
  return {
    account,
    shortcuts,
    mail,
    sessions: sessions.map(({ id, createdAt }) => ({ id: id.slice(0, 8), createdAt, here: id === user.sessionId })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const form = await parseForm(request, OwnAccountAct);
  if (!form.ok) return data<FormAnswer>({ status: 422, problem: form.problem }, { status: 422 });
  const done = await actOnOwnAccount(user, request, form.value);
  if (done instanceof Response) throw done;
  return data(done, { status: done.status });
}

export default function AccountPage() {
  const t = useTranslations("accounts");
  const { account, sessions, shortcuts, mail } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problem = answer?.problem;
  const summary = useKept(problem).summary;
  const details = useKept(problem, "change");
  const password = useKept(problem, "change-password");
  if (answer?.overtaken) return <AccountOvertaken overtaken={answer.overtaken} name={t("own.title")} />;
  return (
    <>
      <PageHead title={t("own.title")} lede={account.email} />
      <ErrorSummary errors={summary} />
      <div className="gap">
        <OwnAccountForm account={account} kept={details} />
        <ChangePasswordForm email={account.email} kept={password} />
        <MailForm mail={mail} />
        <ShortcutsForm on={shortcuts} />
        <SessionsSheet sessions={sessions} />
      </div>
    </>
  );
}
