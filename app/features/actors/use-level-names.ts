import { useTranslations } from "use-intl";
import { levelNames } from "~/domain/actors/levels";

/** The words for levels in the language of the page. */
export function useLevelNames(): (stored: readonly string[]) => string {
  const t = useTranslations("actors");
  return (stored) => levelNames(stored, (level) => t(`levelNames.${level}`)).join(", ");
}
