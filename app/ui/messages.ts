import type nl from "~/locales/nl";
import type { Language } from "~/domain/tool-language";

/** All texts of the tool in one language. */
export type Messages = typeof nl;

const loaders: Record<Language, () => Promise<Messages>> = {
  nl: async () => (await import("~/locales/nl")).default,
  en: async () => (await import("~/locales/en")).default,
};
const loaded = new Map<Language, Messages>();

/**
 * Loads the texts of a language once: the server both before it answers, the browser the one of the page before it hydrates,
 * so that a page never carries the other language.
 */
export async function loadMessages(language: Language): Promise<Messages> {
  const known = loaded.get(language);
  if (known) return known;
  const messages = await loaders[language]();
  loaded.set(language, messages);
  return messages;
}

/** The texts of a language that was loaded; throws when it was not. */
export function messagesOf(language: Language): Messages {
  const messages = loaded.get(language);
  if (!messages) throw new Error(`The texts of "${language}" are not loaded: call loadMessages first`);
  return messages;
}
