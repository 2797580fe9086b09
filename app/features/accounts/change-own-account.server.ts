import type { Language } from "~/domain/tool-language";
import type { ChangeContext } from "~/platform/change.server";
import type { Told } from "~/platform/change.server";
import { asEvents, change } from "~/platform/change.server";
import { findAccountAt, writeAccount } from "./account-version.server";

/** A person's own name and language, at the version she read. */
export interface ChangeOwnAccount {
  id: string;
  version: number;
  name: string;
  language: Language;
}

/** Changes a person's own name and language. */
export async function changeOwnAccount(context: ChangeContext, input: ChangeOwnAccount): Promise<void> {
  return change({ ...context, chain: "installation" }, async (tx) => {
    const before = await findAccountAt(tx, input.id, input.version);
    const { id, name, language } = input;
    if (before.name === name && before.language === language) return { result: undefined, event: "nothing changed" };
    const version = await writeAccount(tx, before, { name, language }, context);
    const subject = { type: "user", id, version } as const;
    const event: Told = asEvents([
      ...(before.name === name
        ? []
        : [{ action: "user.change", subject, label: name, change: { name: { before: before.name, after: name } }, about: id } as const]),
      ...(before.language === language
        ? []
        : [
            {
              action: "user.set-language",
              subject,
              label: name,
              change: { language: { before: before.language, after: language } },
            } as const,
          ]),
    ]);
    return { result: undefined, event };
  });
}
