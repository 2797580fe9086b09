import { useTranslations } from "use-intl";
import { type LocalText, textWithLanguage } from "~/domain/local-text";
import { useRoot } from "~/platform/root-data";
import { useLanguage } from "~/ui/intl";

/** A text of the protocol in the language of the page; where that is missing in another one, which is named. */
export function Told({ of }: { of: LocalText | null | undefined }) {
  const t = useTranslations("protocol");
  const language = useLanguage();
  const found = textWithLanguage(of, language, useRoot()?.assessment?.languages);
  if (!found) return null;
  if (found.language === language) return <>{found.text}</>;
  return (
    <>
      <span lang={found.language}>{found.text}</span> <span className="soft micro">{t("onlyIn", { code: found.language })}</span>
    </>
  );
}

/** The same as a plain string, for names in sentences and lists. */
export function useTold(): (of: LocalText | null | undefined) => string {
  const language = useLanguage();
  const languages = useRoot()?.assessment?.languages;
  return (of) => textWithLanguage(of, language, languages)?.text ?? "";
}
