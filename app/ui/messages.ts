import type nl from "~/locales/nl";
import { languageIfAny, type Language } from "~/domain/tool-language";

/** All texts of the tool in one language. */
export type Messages = typeof nl;
type Namespace = keyof Messages;
type Loaders = Partial<Record<Namespace, Record<Language, () => Promise<{ default: Messages[Namespace] }>>>>;

const known = new Map<Language, Partial<Messages>>();

/** Makes texts of a language known: all of them on the server, those of the routes that were opened in the browser. */
export function addMessages(language: Language, messages: Partial<Messages>): void {
  known.set(language, { ...known.get(language), ...messages });
}

/**
 * Loads the texts that a route names, in the language of the page as it came, and only those that are not there yet.
 * The build writes the call at the head of each route (route-texts.config.ts); the server knows all texts and never makes it.
 */
export async function loadTexts(loaders: Loaders): Promise<void> {
  const language = languageIfAny(document.documentElement.lang) ?? "nl";
  const lacking = Object.entries(loaders).filter(([name]) => !Object.hasOwn(known.get(language) ?? {}, name));
  const texts = await Promise.all(lacking.map(async ([name, load]) => [name, (await load[language]()).default] as const));
  addMessages(language, Object.fromEntries(texts));
}

/** The known texts of a language; throws when there are none. */
export function messagesOf(language: Language): Messages {
  const messages = known.get(language);
  if (!messages) throw new Error(`The texts of "${language}" are not loaded: call addMessages first`);
  // In the browser these are the namespaces of the routes on the page: the build sees to it that they are all that its parts name.
  return messages as Messages;
}
