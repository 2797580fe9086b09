import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { authorize, requireUser } from "~/platform/guard.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  authorize(user, "account.read", null);
  return redirect("/admin/accounts");
}
