import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import type { FoundEvidence } from "~/platform/search-evidence.server";
import type { ShownEvidence } from "~/platform/shown-evidence.server";
import { Button } from "~/ui/button";
import { GroundPicker } from "~/ui/ground-picker";
import { NumberField } from "~/ui/number-field";
import { ScaleField } from "~/ui/scale-field";
import { useStartLanguage } from "~/ui/intl";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-area";
import { TranslationForm } from "~/ui/translation-form";
import { languageOptions } from "~/ui/options";
import type { findAlignment } from "./queries.server";

type Shown = Awaited<ReturnType<typeof findAlignment>>;

export interface JudgeFormProps {
  shown: Shown;
  chosen: readonly ShownEvidence[];
  found: readonly FoundEvidence[];
  languages: readonly string[];
  kept: Kept;
}

/** The judgement of one policy node: a level with its anchor, the reason in words, and what it rests on. */
export function JudgeForm({ shown, chosen, found, languages, kept }: JudgeFormProps) {
  const t = useTranslations("alignments");
  const startLanguage = useStartLanguage(languages);
  const { alignment, scale } = shown;
  const value = kept.value("value", alignment?.value === null || alignment?.value === undefined ? "" : String(alignment.value));
  return (
    <Form method="post" className="fields" key={alignment?.version ?? 0}>
      <input type="hidden" name="version" value={alignment?.version ?? 0} />
      {scale.numeric ? (
        <NumberField name="value" label={scale.title} value={value} error={kept.error("value")} />
      ) : (
        <ScaleField
          name="value"
          label={scale.title}
          levels={scale.levels}
          others={scale.others}
          value={value}
          error={kept.error("value")}
        />
      )}
      <TextArea
        name="reasons"
        label={t("reasons")}
        hint={t("reasonsHint")}
        rows={5}
        lang={alignment?.language}
        value={kept.value("reasons", alignment?.reasons)}
        error={kept.error("reasons")}
      />
      <SelectField
        name="language"
        label={t("language")}
        options={languageOptions(languages)}
        value={kept.value("language", alignment?.language ?? startLanguage)}
        error={kept.error("language")}
      />
      <GroundPicker chosen={chosen} found={found} error={kept.error("grounds")} />
      <div>
        <Button name="intent" value="judge" variant="primary">
          {t("save")}
        </Button>
      </div>
    </Form>
  );
}

/** The reasons in the other languages of the assessment, each marked when the original has changed since. */
export function TranslateForm({ alignment, language }: { alignment: NonNullable<Shown["alignment"]>; language: string }) {
  const t = useTranslations("alignments");
  return (
    <TranslationForm
      record={{ id: alignment.id }}
      language={language}
      translations={alignment.translations}
      id={`f-translation-${language}`}
      name="reasons"
      rows={4}
      label={t("translation", { language: language.toUpperCase() })}
    />
  );
}
