import type { z } from "zod";
import { entriesOfForm } from "~/domain/overtaken";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { settings } from "~/platform/environment.server";
import { fieldProblem } from "~/platform/form-problem";
import { answerForm, type FormAnswer } from "~/platform/overtaken.server";
import { catchRefusal } from "~/platform/refusal.server";
import { changeAccount } from "./change-account.server";
import { deactivateAccount } from "./deactivate-account.server";
import { givePasswordLink } from "./give-password-link.server";
import { reactivateAccount } from "./reactivate-account.server";
import type { AccountAct } from "./schema";

type Act = z.output<typeof AccountAct>;

/** A link that is shown this once. */
interface LinkShown {
  address: string;
  expiresAt: Date;
}

/** What came of an act: a link to show, or what is wrong with the form, or what somebody kept meanwhile, or nothing of these. */
export type ActDone = { status: 200; link?: LinkShown; problem?: undefined; overtaken?: undefined } | (FormAnswer & { link?: undefined });

/** Does what an administrator asked of an account; what its state does not allow is told at the form. */
export async function actOnAccount(context: ChangeContext, id: string, act: Act): Promise<ActDone> {
  const record = act.intent === "change" ? { kind: "user", id } : null;
  const shown: { link?: LinkShown } = {};
  const done = await catchRefusal(
    () =>
      answerForm(db, context, { mine: entriesOfForm(act), record }, async () => {
        const link = await run(context, id, act);
        if (link) shown.link = link;
      }),
    "wrong-state",
  );
  if (!done.ok) return { status: 422, problem: fieldProblem(act, "administrator", String(done.refusal.details["reason"])) };
  return done.result ?? { status: 200, ...shown };
}

async function run(context: ChangeContext, id: string, act: Act): Promise<LinkShown | null> {
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
