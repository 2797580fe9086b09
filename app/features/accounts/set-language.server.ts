import type { Language } from "~/domain/tool-language";
import type { ChangeContext } from "~/platform/change.server";
import { change } from "~/platform/change.server";
import { findAccountState, writeAccount } from "./account-version.server";

/** Sets the language in which a person sees her pages. */
export async function setLanguage(context: ChangeContext, input: { userId: string; language: Language }): Promise<void> {
  return change({ ...context, chain: "installation" }, async (tx) => {
    const before = await findAccountState(tx, input.userId);
    const { language } = input;
    if (before.language === language) return { result: undefined, event: "nothing changed" };
    const version = await writeAccount(tx, before, { language }, context);
    const subject = { type: "user", id: input.userId, version } as const;
    return {
      result: undefined,
      event: {
        action: "user.set-language",
        subject,
        label: before.name,
        change: { language: { before: before.language, after: language } },
      },
    };
  });
}
