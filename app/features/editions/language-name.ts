import { useTranslations } from "use-intl";
import type { translator } from "~/platform/i18n.server";

/** The texts of editions, on a page or on the server. */
type Say = ReturnType<typeof translator<"editions">>;

/** The name of a language of a document, for people. */
export function languageNamed(say: Say, code: string): string {
  return code === "nl" || code === "en" ? say(`language_${code}`) : say("language_other", { code });
}

/** The same on a page. */
export function useLanguageName(): (code: string) => string {
  const t = useTranslations("editions");
  return (code) => languageNamed(t, code);
}
