import { createTranslator } from "use-intl/core";
import type { Language } from "~/domain/tool-language";
import en from "~/locales/en";
import nl from "~/locales/nl";

const texts = { nl, en };

/** Every text of the tool in one language. */
export function textsOf(language: Language): typeof nl {
  return texts[language];
}

/** The texts of one namespace in one language, for what the server words itself: files, mails, pages outside the app. */
export function translator<Namespace extends keyof typeof nl>(language: Language, namespace: Namespace) {
  return createTranslator({
    locale: language === "nl" ? "nl" : "en-GB",
    messages: texts[language],
    namespace,
    timeZone: "Europe/Amsterdam",
  });
}
