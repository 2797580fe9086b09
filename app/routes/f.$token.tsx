import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { takeFactCheckLink } from "~/platform/fact-check-link.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle = { title: (t) => t("recordCheck.title"), bare: true };

export const headers = () => ({ "X-Robots-Tag": "noindex, nofollow" });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const cookies = await takeFactCheckLink(request, params["token"], new Date());
  return redirect("/fact-check", { headers: cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]) });
}

/** The loader always leads on; the page is there for the frame in which a link that is over is told. */
export default function FactCheckLinkRoute() {
  return null;
}
