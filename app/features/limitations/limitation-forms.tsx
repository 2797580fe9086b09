import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { ReferenceField } from "~/ui/reference-field";
import { useStartLanguage } from "~/ui/intl";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-area";
import { TranslationForm } from "~/ui/translation-form";
import { languageOptions } from "~/ui/options";
import type { Places, ShownLimitation } from "./queries.server";

interface LimitationFieldsProps {
  /** Keeps the ids of fields apart where several forms stand on one page. */
  idPrefix: string;
  limitation?: ShownLimitation;
  places: Places;
  languages: readonly string[];
  kept?: Kept | undefined;
}

/** The fields of a limitation: its words, and the sections and statements that it holds for. */
export function LimitationFields({ idPrefix, limitation, places, languages, kept }: LimitationFieldsProps) {
  const t = useTranslations("limitations");
  const startLanguage = useStartLanguage(languages);
  const value = (name: string, fallback?: string) => kept?.value(name, fallback) ?? fallback ?? "";
  const values = (name: string, fallback: readonly string[]) => kept?.values(name, fallback) ?? fallback;
  return (
    <>
      <TextArea
        id={`${idPrefix}-text`}
        name="text"
        label={t("text")}
        hint={t("textHint")}
        rows={3}
        lang={limitation?.language}
        value={value("text", limitation?.text)}
        error={kept?.error("text")}
      />
      <SelectField
        id={`${idPrefix}-language`}
        name="language"
        label={t("language")}
        options={languageOptions(languages)}
        value={value("language", limitation?.language ?? startLanguage)}
        error={kept?.error("language")}
      />
      <ReferenceField
        id={`${idPrefix}-sections`}
        name="sections"
        several
        optional
        label={t("sections")}
        options={places.sections.map(({ id, title }) => ({ value: id, label: title }))}
        values={values("sections", limitation?.sections ?? [])}
        error={kept?.error("sections")}
      />
      <ReferenceField
        id={`${idPrefix}-statements`}
        name="statements"
        several
        optional
        label={t("statements")}
        options={places.statements.map(({ id, code }) => ({ value: id, label: code }))}
        values={values("statements", limitation?.statements ?? [])}
        error={kept?.error("statements")}
      />
    </>
  );
}

/** A limitation in another language of the assessment, marked when the original has changed since. */
export function TranslateLimitation({ limitation, language }: { limitation: ShownLimitation; language: string }) {
  const t = useTranslations("limitations");
  return (
    <TranslationForm
      record={{ id: limitation.id }}
      language={language}
      translations={limitation.translations}
      id={`${limitation.id}-${language}`}
      label={t("translation", { language: language.toUpperCase() })}
      about={limitation.code}
    />
  );
}
