import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { DateField } from "~/ui/date-field";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { Sheet } from "~/ui/sheet";
import { TextField } from "~/ui/text-field";

interface StartFormProps {
  /** Where the protocol comes from. */
  from: { shipped: string; file: string };
  suggestion: { slug: string; startsOn: string; endsOn: string; languages: readonly string[]; originalLanguage: string };
  kept: Kept;
}

/** Makes the assessment: address, dates and languages. */
export function StartForm({ from, suggestion, kept }: StartFormProps) {
  const t = useTranslations("assessments.check");
  const names = useTranslations("assessments");
  const { languages, originalLanguage } = suggestion;
  const live = useLiveForm(async () => ({ form: (await import("./schema")).StartAssessmentForm }), "start");
  return (
    <Sheet title={t("make")} intro={t("makeIntro")} id="make">
      <LiveForm live={live} className="fields">
        <input type="hidden" name="shipped" value={from.shipped} />
        <input type="hidden" name="file" value={from.file} />
        <TextField
          name="slug"
          label={t("slug")}
          hint={t("slugHint")}
          value={kept.value("slug", suggestion.slug)}
          error={kept.error("slug")}
        />
        <DateField
          name="startsOn"
          label={t("startsOn")}
          optional
          value={kept.value("startsOn", suggestion.startsOn)}
          error={kept.error("startsOn")}
        />
        <DateField
          name="endsOn"
          label={t("endsOn")}
          optional
          value={kept.value("endsOn", suggestion.endsOn)}
          error={kept.error("endsOn")}
        />
        <CheckboxGroup
          name="languages"
          label={t("languagesLabel")}
          values={kept.values("languages", languages)}
          error={kept.error("languages")}
          options={languages.map((code) => ({
            value: code,
            label: `${names("languageNames", { code })}${code === originalLanguage ? ` ${t("original")}` : ""}`,
          }))}
        />
        <div>
          <Button variant="primary" name="intent" value="start">
            {t("make")}
          </Button>
        </div>
      </LiveForm>
    </Sheet>
  );
}
