import { foldedAddress } from "~/domain/shapes";
import type { Language } from "~/domain/tool-language";
import type { ChangeContext } from "~/platform/change.server";
import { change } from "~/platform/change.server";
import { newId } from "~/platform/ids.server";
import { refuse } from "~/platform/refusal.server";
import { keepAccount } from "./account-version.server";

/** A new account; it has no password until its person sets one with a link, or a command gives its hash. */
export interface CreateAccount {
  email: string;
  name: string;
  language: Language;
  administrator: boolean;
  mayStart: boolean;
  passwordHash?: string;
  /** Of the example: its password is known, and it skips the password rule. */
  demo?: boolean;
}

/** Makes an account and answers its id; a mail address that has one already is refused. */
export async function createAccount(context: ChangeContext, input: CreateAccount): Promise<string> {
  return change({ ...context, chain: "installation" }, async (tx) => {
    const emailFolded = foldedAddress(input.email);
    if (await tx.user.findUnique({ where: { emailFolded } })) throw refuse("invalid", { field: "email", problem: "email-taken" });
    const id = newId(context.at);
    const { email, name, language, administrator, mayStart } = input;
    const account = { id, email, name, language, administrator, mayStart, deactivatedAt: null, version: 1 };
    await tx.user.create({
      data: { ...account, emailFolded, passwordHash: input.passwordHash ?? null, demo: input.demo ?? false, createdAt: context.at },
    });
    await keepAccount(tx, account, context);
    return {
      result: id,
      event: {
        action: "user.create",
        subject: { type: "user", id, version: 1 },
        label: name,
        change: { email, administrator, mayStart },
        about: id,
      },
    };
  });
}
