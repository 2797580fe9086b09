import type { ActionFunctionArgs } from "@remix-run/node";
import { redirect, redirectDocument } from "@remix-run/node";
import { ChooseLanguage } from "~/features/accounts/schema";
import { setLanguage } from "~/features/accounts/set-language.server";
import { ownPath } from "~/platform/csrf.server";
import { changeContext, findUserIfAny } from "~/platform/guard.server";
import { languageCookie } from "~/platform/language.server";
import { parseForm } from "~/platform/parse-form.server";

export function loader() {
  return redirect("/");
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await findUserIfAny(request);
  const form = await parseForm(request, ChooseLanguage);
  if (!form.ok) return Response.json(form.problem, { status: 422 });
  const { language, back } = form.value;
  if (user) await setLanguage(changeContext(user, request), { userId: user.id, language });
  return redirectDocument(ownPath(back), { headers: { "Set-Cookie": languageCookie(language) } });
}
