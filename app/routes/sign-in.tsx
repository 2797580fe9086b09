import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { SignIn } from "~/features/accounts/schema";
import { SignInForm } from "~/features/accounts/sign-in-form";
import { signIn } from "~/features/accounts/sign-in.server";
import { ownPath } from "~/platform/csrf.server";
import { fieldProblem } from "~/platform/form-problem";
import { findUserIfAny } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";
import { sessionCookie } from "~/platform/session-cookie.server";
import { PageHead } from "~/ui/page-head";

export const handle: PageHandle = { title: (t) => t("signIn.title"), bare: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const to = ownPath(query.get("to"));
  if (await findUserIfAny(request)) throw redirect(to);
  return {
    to,
    parked: new URL(to, request.url).searchParams.has("parked"),
    ended: query.get("ended") === "wrong-passwords",
    chosen: query.has("chosen"),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, SignIn);
  if (!form.ok) return data(form.problem, { status: 422 });
  const token = await signIn(request, form.value, new Date());
  if (token === null) return data(fieldProblem(form.value, "email", "sign-in"), { status: 422 });
  return redirectDocument(ownPath(form.value.to), { headers: { "Set-Cookie": sessionCookie(token) } });
}

export default function SignInPage() {
  const t = useTranslations("signIn");
  const { to, parked, ended, chosen } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t("title")} />
      <SignInForm problem={useActionData<typeof action>()} to={to} parked={parked} ended={ended} chosen={chosen} />
    </>
  );
}
