import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { findMailOff } from "~/features/accounts/load-mail.server";
import { db } from "~/platform/db.server";
import { switchMailOff } from "~/platform/mail-choice.server";
import type { PageHandle } from "~/platform/page-handle";
import { contextOf, noteSaved } from "~/platform/request-context.server";
import { revalidateAfterAct } from "~/platform/revalidate-after-act";
import { Button } from "~/ui/button";
import { PageHead } from "~/ui/page-head";

export const handle: PageHandle = { title: (t) => t("accounts.mailOff.title"), bare: true };

export const shouldRevalidate = revalidateAfterAct;

export const headers = () => ({ "X-Robots-Tag": "noindex, nofollow" });

export async function loader({ params }: LoaderFunctionArgs) {
  const { off } = await findMailOff(db, params["token"]);
  return { off };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { userId } = await findMailOff(db, params["token"]);
  await switchMailOff(db, userId, new Date());
  noteSaved(contextOf(request).id, { own: ["mailOff"] });
  return { off: true };
}

export default function MailOffPage() {
  const t = useTranslations("accounts.mailOff");
  const { off } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t("title")} lede={off ? undefined : t("ask")} />
      {off ? (
        <p>
          <Link to="/account#mail">{t("account")}</Link>
        </p>
      ) : (
        <Form method="post">
          <Button variant="primary">{t("act")}</Button>
        </Form>
      )}
    </>
  );
}
