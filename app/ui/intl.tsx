import type { ReactNode } from "react";
import { IntlProvider, useLocale } from "use-intl";
import type { Language } from "~/domain/tool-language";
import type nl from "~/locales/nl";
import type { UiLocale } from "./language";
import { localeOf } from "./language";
import { messagesOf } from "./messages";

declare module "use-intl" {
  interface AppConfig {
    Locale: UiLocale;
    Messages: typeof nl;
  }
}

export interface IntlProps {
  language: Language;
  /** The moment of the request, from the loader, so that server and browser say the same "today". */
  now: Date;
  children: ReactNode;
}

/**
 * Gives everything inside its language. The texts of the language have to be known before (`addMessages`, `loadTexts`).
 * A text that is missing or wrong throws, except in a built application, where its key is shown.
 */
export function Intl({ language, now, children }: IntlProps) {
  return (
    <IntlProvider locale={localeOf[language]} messages={messagesOf(language)} timeZone="Europe/Amsterdam" now={now} onError={refuse}>
      {children}
    </IntlProvider>
  );
}

function refuse(error: Error): void {
  if (!import.meta.env.PROD) throw error;
}

/** The language that the page is shown in. */
export function useLanguage(): Language {
  return useLocale() === "nl" ? "nl" : "en";
}

/** The language in which a new text starts: that of the page, where it is one of `languages`; else the first of them. */
export function useStartLanguage(languages: readonly string[]): string {
  const shown = useLanguage();
  return languages.includes(shown) ? shown : (languages[0] ?? "");
}
