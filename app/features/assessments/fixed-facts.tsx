import { useTranslations } from "use-intl";
import { DefinitionList } from "~/ui/definition-list";
import { Sheet } from "~/ui/sheet";
import { useTimeText } from "~/ui/time";

interface FixedFactsProps {
  settings: { slug: string; languages: readonly string[]; originalLanguage: string; frozenAt: Date | null };
}

/** What was settled when the assessment started. */
export function FixedFacts({ settings: { slug, languages, originalLanguage, frozenAt } }: FixedFactsProps) {
  const t = useTranslations("assessments.settings");
  const names = useTranslations("assessments");
  const time = useTimeText();
  return (
    <Sheet title={t("fixed")}>
      <DefinitionList
        facts={[
          { term: t("slug"), value: `/assessments/${slug}` },
          { term: t("languages"), value: languages.map((code) => names("languageNames", { code })).join(", ") },
          { term: t("original"), value: names("languageNames", { code: originalLanguage }) },
          { term: t("frozen"), value: frozenAt ? t("frozenSince", { at: time(frozenAt, "long") }) : t("notFrozen") },
        ]}
      />
    </Sheet>
  );
}
