import type { z } from "zod";
import type { ChangeContext } from "~/platform/change.server";
import { settings } from "~/platform/environment.server";
import { changeAccount } from "./change-account.server";
import { deactivateAccount } from "./deactivate-account.server";
import { givePasswordLink } from "./give-password-link.server";
import { reactivateAccount } from "./reactivate-account.server";
import type { AccountAct } from "./schema";

/** A link that is shown this once. */
export interface LinkShown {
  address: string;
  expiresAt: Date;
}

/** Does what an administrator asked of an account; answers the link, if that was what she asked for. */
export async function actOnAccount(context: ChangeContext, id: string, act: z.output<typeof AccountAct>): Promise<LinkShown | null> {
  switch (act.intent) {
    case "change": {
      const { version, administrator, mayStart } = act;
      await changeAccount(context, { id, version, administrator, mayStart });
      return null;
    }
    case "deactivate":
      await deactivateAccount(context, { id, version: act.version });
      return null;
    case "reactivate":
      await reactivateAccount(context, { id, version: act.version });
      return null;
    case "give-link": {
      const { token, expiresAt } = await givePasswordLink(context, { id });
      return { address: `${settings().origin}/p/${token}`, expiresAt };
    }
  }
}
