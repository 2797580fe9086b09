import type { ActionFunctionArgs } from "@remix-run/node";
import { redirect, redirectDocument } from "@remix-run/node";
import { signOut } from "~/features/accounts/sign-out.server";
import { changeContext, findUserIfAny } from "~/platform/guard.server";
import { blankSessionCookie } from "~/platform/session-cookie.server";

export function loader() {
  return redirect("/");
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await findUserIfAny(request);
  if (user) await signOut(changeContext(user, request), { userId: user.id, sessionId: user.sessionId });
  // What a browser kept of released editions is not for who sits down there next.
  return redirectDocument("/sign-in", { headers: { "Set-Cookie": blankSessionCookie(), "Clear-Site-Data": '"cache"' } });
}
