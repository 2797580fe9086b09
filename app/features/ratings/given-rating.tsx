import { useTranslations } from "use-intl";
import { GroundChips } from "~/ui/ground-chips";
import { TranslationForm } from "~/ui/translation-form";
import type { ShownRatePage } from "./read-rate-page.server";

/** A criterion as its rater gets it. */
export type Asked = ShownRatePage["criteria"][number];

/** What a rater gave, once it is sent. */
export function Given({ asked: { mine, scale, chosen }, base }: { asked: Asked; base: string }) {
  const t = useTranslations("ratings");
  const level = [...scale.levels, ...scale.others].find(({ value }) => value === mine?.value);
  if (!mine) return null;
  return (
    <div className="stack">
      <p className="strong">{level ? [level.mark, level.label].filter(Boolean).join(" ") : mine.value}</p>
      <p className="quote prewrap" lang={mine.language}>
        {mine.justification}
      </p>
      <GroundChips grounds={chosen} base={base}>
        {mine.ownExpertise && <span className="small soft">{t("ownExpertise")}</span>}
      </GroundChips>
    </div>
  );
}

/** The justification in the other languages of the assessment, folded. */
export function Translations({ asked, languages }: { asked: Asked; languages: readonly string[] }) {
  const t = useTranslations("ratings");
  const { mine } = asked;
  if (!mine || mine.justification.trim() === "") return null;
  return (
    <details className="more">
      <summary>{t("translations")}</summary>
      {languages
        .filter((language) => language !== mine.language)
        .map((language) => (
          <TranslationForm
            key={language}
            record={{ id: mine.id }}
            language={language}
            translations={mine.translations}
            id={`f-${asked.code}-${language}`}
            label={t("translation", { language: language.toUpperCase() })}
            about={asked.code}
          />
        ))}
    </details>
  );
}
