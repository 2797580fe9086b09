import { useTranslations } from "use-intl";

/** The name of a language of a document, for people. */
export function useLanguageName(): (code: string) => string {
  const t = useTranslations("editions");
  return (code) => (code === "nl" || code === "en" ? t(`language_${code}`) : t("language_other", { code }));
}
