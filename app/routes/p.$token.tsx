import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { takePasswordLink } from "~/platform/password-link.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const cookie = await takePasswordLink(request, params["token"], new Date());
  return redirect("/password", { headers: { "Set-Cookie": cookie } });
}
