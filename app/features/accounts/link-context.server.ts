import type { ChangeContext } from "~/platform/change.server";
import type { PasswordLinkShown } from "~/platform/password-link.server";
import { contextOf } from "~/platform/request-context.server";

/** Who acts with a one-time link: the person of its account, who is not signed in. */
export function linkContext(link: PasswordLinkShown, request: Request, at: Date): ChangeContext {
  const { id, ip } = contextOf(request);
  return { by: { kind: "user", id: link.userId, name: link.name, role: "none", ...(ip !== undefined && { ip }) }, at, request: id };
}
