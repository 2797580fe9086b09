import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import type { FoundEvidence } from "~/platform/search-evidence.server";
import { GroundPicker } from "~/ui/ground-picker";
import { RadioGroup } from "~/ui/radio-group";
import { useStartLanguage } from "~/ui/intl";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-area";
import { TranslationForm } from "~/ui/translation-form";
import { languageOptions } from "~/ui/options";
import type { ShownPoint } from "./queries.server";

export interface PointFieldsProps {
  idPrefix: string;
  point?: ShownPoint;
  criteria: readonly { id: string; title: string }[];
  found: readonly FoundEvidence[];
  languages: readonly string[];
  kept?: Kept;
}

/** The fields of a point; `idPrefix` keeps their ids apart where several forms stand on one page. */
export function PointFields({ idPrefix, point, criteria, found, languages, kept }: PointFieldsProps) {
  const t = useTranslations("options");
  const startLanguage = useStartLanguage(languages);
  const value = (name: string, fallback?: string) => kept?.value(name, fallback) ?? fallback ?? "";
  return (
    <>
      <SelectField
        id={`${idPrefix}-criterion`}
        name="criterion"
        label={t("criterion")}
        empty={t("choose")}
        options={criteria.map(({ id, title }) => ({ value: id, label: title }))}
        value={value("criterion", point?.criterion)}
        error={kept?.error("criterion")}
      />
      <RadioGroup
        id={`${idPrefix}-side`}
        name="side"
        label={t("side")}
        options={[
          { value: "for", label: t("for") },
          { value: "against", label: t("against") },
        ]}
        value={value("side", point?.side)}
        error={kept?.error("side")}
      />
      <TextArea
        id={`${idPrefix}-text`}
        name="text"
        label={t("text")}
        rows={3}
        lang={point?.language}
        value={value("text", point?.text)}
        error={kept?.error("text")}
      />
      <SelectField
        id={`${idPrefix}-language`}
        name="language"
        label={t("language")}
        options={languageOptions(languages)}
        value={value("language", point?.language ?? startLanguage)}
        error={kept?.error("language")}
      />
      <GroundPicker chosen={point?.grounds ?? []} found={found} error={kept?.error("grounds")} />
    </>
  );
}

/** A point in another language of the assessment, marked when the original has changed since. */
export function TranslatePoint({ point, language }: { point: ShownPoint; language: string }) {
  const t = useTranslations("options");
  return (
    <TranslationForm
      record={{ id: point.id }}
      language={language}
      translations={point.translations}
      id={`${point.id}-${language}`}
      label={t("translation", { language: language.toUpperCase() })}
    />
  );
}
