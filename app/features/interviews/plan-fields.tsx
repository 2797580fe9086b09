import { useTranslations } from "use-intl";
import { type WorkLevel, workLevels } from "~/domain/levels";
import { type LocalText, textIn } from "~/domain/local-text";
import type { Kept } from "~/platform/kept";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { DateField } from "~/ui/date-field";
import { fieldId } from "~/ui/field";
import { useLanguage } from "~/ui/intl";
import { SelectField } from "~/ui/select-field";
import { TextField } from "~/ui/text-field";
import { TextArea } from "~/ui/text-area";
import { interviewModes } from "./interview-modes";

/** What is known of a plan already. */
export interface PlanValues {
  title?: LocalText | null;
  perspective?: string | null;
  selectionReason?: LocalText | null;
  levels?: readonly WorkLevel[];
  agreedWith?: string | null;
  agreedOn?: string | null;
  plannedOn?: string | null;
  language?: string;
  mode?: string | null;
  place?: string | null;
}

interface PlanFieldsProps {
  values: PlanValues;
  kept: Kept;
  languages: readonly string[];
  perspectives: readonly { id: string; title: LocalText }[];
  /** By what the protocol chooses interviewees: help beside the reason. */
  selection: readonly { id: string; title: LocalText }[];
}

/** The particulars of an interview: title, perspective and levels, why chosen, agreed with whom and when, day, way, language. */
export function PlanFields({ values, kept, languages, perspectives, selection }: PlanFieldsProps) {
  const t = useTranslations("interviews.plan");
  const levels = useTranslations("ui.workLevels");
  const language = useLanguage();
  const criteria = selection.map(({ title }) => textIn(title, language, languages)).join("; ");
  const why = criteria === "" ? t("selectionHint") : t("selectionCriteria", { criteria });
  const common = (name: string) => ({ name, id: fieldId(name), error: kept.error(name) });
  const local = (name: "title" | "selectionReason", each: string) => ({
    ...common(`${name}@${each}`),
    label: t(name, { language: languages.length > 1 ? each : "one" }),
    lang: each,
    value: kept.value(`${name}@${each}`, values[name]?.[each] ?? ""),
  });
  return (
    <>
      {languages.map((each, place) => (
        <TextField key={each} {...local("title", each)} hint={place === 0 ? t("titleHint") : undefined} optional />
      ))}
      {perspectives.length > 0 && (
        <SelectField
          {...common("perspective")}
          label={t("perspective")}
          empty={t("none")}
          value={kept.value("perspective", values.perspective ?? "")}
          options={perspectives.map(({ id, title }) => ({ value: id, label: textIn(title, language, languages) }))}
          optional
        />
      )}
      <CheckboxGroup
        {...common("levels")}
        label={t("levels")}
        options={workLevels.map((level) => ({ value: level, label: levels(level) }))}
        values={kept.values("levels", values.levels)}
        optional
      />
      {languages.map((each, place) => (
        <TextArea key={each} {...local("selectionReason", each)} hint={place === 0 ? why : undefined} rows={2} optional />
      ))}
      <AgreementFields values={values} kept={kept} />
      <DateField {...common("plannedOn")} label={t("plannedOn")} value={kept.value("plannedOn", values.plannedOn ?? "")} optional />
      <SelectField
        {...common("mode")}
        label={t("mode")}
        empty={t("none")}
        value={kept.value("mode", values.mode ?? "")}
        options={interviewModes.map((mode) => ({ value: mode, label: t(`modes.${mode}`) }))}
        optional
      />
      <TextField {...common("place")} label={t("place")} value={kept.value("place", values.place ?? "")} optional />
      <SelectField
        {...common("language")}
        label={t("language")}
        hint={t("languageHint")}
        value={kept.value("language", values.language ?? languages[0] ?? "")}
        options={languages.map((each) => ({ value: each, label: t("languageName", { language: each }) }))}
      />
    </>
  );
}

/** With whom of the commissioner the choice was agreed, and when: without it an interview stands on the long list. */
export function AgreementFields({ values, kept, required = false }: { values: PlanValues; kept: Kept | undefined; required?: boolean }) {
  const t = useTranslations("interviews.plan");
  return (
    <>
      <TextField
        name="agreedWith"
        id={fieldId("agreedWith")}
        error={kept?.error("agreedWith")}
        label={t("agreedWith")}
        hint={required ? undefined : t("agreedWithHint")}
        value={kept?.value("agreedWith", values.agreedWith ?? "") ?? values.agreedWith ?? ""}
        optional={!required}
      />
      <DateField
        name="agreedOn"
        id={fieldId("agreedOn")}
        error={kept?.error("agreedOn")}
        label={t("agreedOn")}
        value={kept?.value("agreedOn", values.agreedOn ?? "") ?? values.agreedOn ?? ""}
        optional={!required}
      />
    </>
  );
}
