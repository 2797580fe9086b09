import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { requireUser } from "~/platform/guard.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const administers = user.administrator && Object.keys(user.roles).length === 0;
  return redirect(administers ? "/admin/accounts" : "/work");
}
