import { useTranslations } from "use-intl";
import { messageValuesAt } from "~/domain/forms/answer-schema";
import { textEntry } from "~/domain/forms/read-answer";
import type { FormProblem } from "~/platform/form-problem";
import type { Kept } from "~/platform/kept";
import { useLanguage, useStartLanguage } from "~/ui/intl";
import { ProtocolField } from "~/ui/protocol-field";
import { typedFrom } from "~/ui/protocol-field-setting";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-area";
import { TextField } from "~/ui/text-field";
import { languageOptions } from "~/ui/options";
import type { FactForm, ShownFact } from "./queries.server";
import { SourceFields } from "./source-fields";

export interface FactFieldsProps {
  form: FactForm;
  fact?: ShownFact | undefined;
  languages: readonly string[];
  kept: Kept;
  /** What could not be kept of this form. */
  problem: FormProblem | undefined;
}

/** The fields of one fact: its value by the kind of answer of the protocol, its words, its date and where it comes from. */
export function FactFields({ form, fact, languages, kept, problem }: FactFieldsProps) {
  const t = useTranslations("actors");
  const startLanguage = useStartLanguage(languages);
  return (
    <>
      {form.field === null && <OwnLabel fact={fact} languages={languages} kept={kept} />}
      {form.asksValue && <ValueOfFact form={form} fact={fact} languages={languages} problem={problem} />}
      <TextArea
        name="text"
        label={t("text")}
        hint={t(form.asksValue ? "textHint" : "textWords")}
        rows={3}
        lang={fact?.language}
        optional={form.asksValue}
        value={kept.value("text", fact?.text ?? "")}
        error={kept.error("text")}
      />
      <SelectField
        name="language"
        label={t("language")}
        options={languageOptions(languages)}
        value={kept.value("language", fact?.language ?? startLanguage)}
        error={kept.error("language")}
      />
      <SourceFields recorded={fact} sources={form.sources} ownStatement={t("ownStatement")} kept={kept} />
    </>
  );
}

function OwnLabel({ fact, languages, kept }: Pick<FactFieldsProps, "fact" | "languages" | "kept">) {
  const t = useTranslations("actors");
  return (
    <>
      {languages.map((language) => {
        const name = textEntry("label", language);
        const label = languages.length > 1 ? t("inLanguage", { label: t("label"), language: language.toUpperCase() }) : t("label");
        return (
          <TextField
            key={language}
            name={name}
            label={label}
            lang={language}
            value={kept.value(name, fact?.ownLabel[language] ?? "")}
            error={kept.error(name) ?? (language === languages[0] ? kept.error("label") : undefined)}
          />
        );
      })}
    </>
  );
}

function ValueOfFact({ form, fact, languages, problem }: Pick<FactFieldsProps, "form" | "fact" | "languages" | "problem">) {
  const language = useLanguage();
  const errors = useFieldErrors(form, problem);
  if (!form.field) return null;
  const references = Object.fromEntries(
    Object.entries(form.references).flatMap(([target, options]) => (options ? [[target, options] as const] : [])),
  );
  const setting = { language, fallbackOrder: languages, languages, scales: form.scales, references, shortened: form.shortened };
  return (
    <ProtocolField
      field={{ ...form.field, required: false }}
      name="value"
      value={fact?.value ?? undefined}
      setting={setting}
      typed={problem && typedFrom(problem.values, errors)}
    />
  );
}

/** The messages at the entries of the value, in words. */
function useFieldErrors(form: FactForm, problem: FormProblem | undefined): Record<string, string> {
  const t = useTranslations("fields");
  const found = Object.entries(problem?.fields ?? {}).flatMap(([name, [key]]) => {
    const message = key?.startsWith("fields.") ? key.slice("fields.".length) : null;
    return message !== null && t.has(message as Parameters<typeof t>[0])
      ? [[name, t(message as Parameters<typeof t>[0], form.field ? messageValuesAt("value", form.field.answer, name) : {})] as const]
      : [];
  });
  return Object.fromEntries(found);
}
