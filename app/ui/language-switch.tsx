import { useTranslations } from "use-intl";
import { languages } from "~/domain/tool-language";
import { useLanguage } from "./intl";

/** Two buttons that post to `/language` and come back to the page; the one in use is marked. Works without script. */
export function LanguageSwitch({ className = "lang", back }: { className?: string; back: string }) {
  const current = useLanguage();
  const t = useTranslations("ui.frame");
  return (
    <form className={className} method="post" action="/language" aria-label={t("language")}>
      <input type="hidden" name="back" value={back} />
      {languages.map((language) => (
        <button key={language} type="submit" name="language" value={language} lang={language} aria-current={language === current}>
          {language.toUpperCase()}
          <span className="vh"> {t(`languages.${language}`)}</span>
        </button>
      ))}
    </form>
  );
}
