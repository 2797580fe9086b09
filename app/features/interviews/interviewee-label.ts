import { useTranslations } from "use-intl";
import { labelOfInterviewee, labelsOfInterviewees, type NamedInterviewee } from "~/domain/attribution";
import { useLanguage } from "~/ui/intl";

/** How people are called on a page: by what is shown of each, "anonymous" where that is nothing. */
export function useIntervieweeLabels(fallbackOrder: readonly string[] = []) {
  const t = useTranslations("interviewees");
  const language = useLanguage();
  const one = (named: NamedInterviewee) => labelOfInterviewee(named, language, t("unnamed"), fallbackOrder);
  const all = (named: readonly NamedInterviewee[]) => labelsOfInterviewees(named, language, t("unnamed"), fallbackOrder).join("; ");
  return { one, all };
}
