import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { choosePassword } from "~/features/accounts/choose-password.server";
import { linkContext } from "~/features/accounts/link-context.server";
import { SetPassword } from "~/features/accounts/schema";
import { SetPasswordForm } from "~/features/accounts/set-password-form";
import { fieldProblem } from "~/platform/form-problem";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";
import { findPasswordLinkIfAny } from "~/platform/password-link.server";
import { blankLinkCookie } from "~/platform/personal-link.server";
import { refuse } from "~/platform/refusal.server";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";

export const handle: PageHandle = { title: (t) => t("signIn.passwordTitle"), bare: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const link = await findPasswordLinkIfAny(request, new Date());
  return { account: link && { name: link.name, email: link.email } };
}

export async function action({ request }: ActionFunctionArgs) {
  const at = new Date();
  const link = await findPasswordLinkIfAny(request, at);
  if (!link) throw refuse("not-found");
  const form = await parseForm(request, SetPassword);
  if (!form.ok) return data(form.problem, { status: 422 });
  const problem = await choosePassword(
    linkContext(link, request, at),
    { userId: link.userId, with: { linkId: link.linkId } },
    form.value.password,
  );
  if (problem) return data(fieldProblem(form.value, "password", problem), { status: 422 });
  return redirect("/sign-in?chosen", { headers: { "Set-Cookie": blankLinkCookie() } });
}

export default function PasswordPage() {
  const t = useTranslations("signIn");
  const { account } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <>
      <PageHead title={t("passwordTitle")} lede={account ? t("passwordFor", { name: account.name, email: account.email }) : undefined} />
      {account ? <SetPasswordForm email={account.email} problem={problem} /> : <Notice tone="stale">{t("linkOver")}</Notice>}
    </>
  );
}
