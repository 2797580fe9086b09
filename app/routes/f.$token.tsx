import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { takeFactCheckLink } from "~/platform/fact-check-link.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const cookies = await takeFactCheckLink(request, params["token"], new Date());
  return redirect("/fact-check", { headers: cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]) });
}
