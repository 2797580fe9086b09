import { useTranslations } from "use-intl";
import { type LocalText, textIn } from "~/domain/local-text";
import { useLanguage } from "~/ui/intl";

/** The perspectives of a protocol, and the languages of the study. */
export interface NamedPerspectives {
  perspectives: readonly { id: string; title: LocalText }[];
  languages: readonly string[];
}

/** The title of a perspective, "none given" for interviews without. */
export function usePerspectiveTitle({ perspectives, languages }: NamedPerspectives) {
  const t = useTranslations("interviews");
  const language = useLanguage();
  return (id: string | null) => {
    const found = perspectives.find((one) => one.id === id);
    return found ? textIn(found.title, language, languages) : (id ?? t("noPerspective"));
  };
}
