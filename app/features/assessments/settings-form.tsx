import { useTranslations } from "use-intl";
import type { LocalText } from "~/domain/local-text";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { Sheet } from "~/ui/sheet";
import { TextField } from "~/ui/text-field";

interface SettingsFormProps {
  settings: {
    title: LocalText;
    notice: LocalText | null;
    startsOn: string | null;
    endsOn: string | null;
    languages: readonly string[];
    originalLanguage: string;
    version: number;
  };
  kept: Kept;
}

/** Name, dates and notice of an assessment. */
export function SettingsForm({ settings, kept }: SettingsFormProps) {
  const t = useTranslations("assessments.settings");
  const names = useTranslations("assessments");
  const { title, notice, startsOn, endsOn, languages, originalLanguage, version } = settings;
  const live = useLiveForm(async () => ({ form: (await import("./schema")).settingsForm(languages, originalLanguage) }));
  const inWords = (code: string) => names("languageNames", { code });
  const text = (field: "title" | "notice", from: LocalText | null, label: "nameIn" | "noticeIn", hint?: string) =>
    languages.map((code) => {
      const name = `${field}.${code}`;
      const optional = field === "notice" || code !== originalLanguage;
      return (
        <TextField
          key={name}
          name={name}
          lang={code}
          label={t(label, { language: inWords(code) })}
          hint={hint}
          optional={optional}
          value={kept.value(name, from?.[code] ?? "")}
          error={kept.error(name)}
        />
      );
    });
  return (
    <Sheet title={t("details")}>
      <LiveForm live={live} className="fields">
        <input type="hidden" name="version" value={version} />
        {text("title", title, "nameIn")}
        <DateField
          name="startsOn"
          label={t("startsOn")}
          optional
          value={kept.value("startsOn", startsOn ?? "")}
          error={kept.error("startsOn")}
        />
        <DateField name="endsOn" label={t("endsOn")} optional value={kept.value("endsOn", endsOn ?? "")} error={kept.error("endsOn")} />
        {text("notice", notice, "noticeIn", t("noticeHint"))}
        <div>
          <Button variant="primary">{t("save")}</Button>
        </div>
      </LiveForm>
    </Sheet>
  );
}
