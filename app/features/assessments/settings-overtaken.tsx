import { useTranslations } from "use-intl";
import type { Overtaken } from "~/domain/overtaken";
import { OvertakenScreen } from "~/ui/overtaken-screen";

/** Somebody else saved the settings of the assessment meanwhile. */
export function SettingsOvertaken({ overtaken, settings }: { overtaken: Overtaken; settings: { languages: readonly string[] } }) {
  const t = useTranslations("assessments.settings");
  const names = useTranslations("assessments");
  const texts = (field: "title" | "notice", label: "nameIn" | "noticeIn") =>
    settings.languages.map((code) => ({
      name: `${field}.${code}`,
      label: t(label, { language: names("languageNames", { code }) }),
      lang: code,
    }));
  return (
    <OvertakenScreen
      what={t("title")}
      overtaken={overtaken}
      fields={[
        ...texts("title", "nameIn"),
        { name: "startsOn", label: t("startsOn"), kind: "date" },
        { name: "endsOn", label: t("endsOn"), kind: "date" },
        ...texts("notice", "noticeIn"),
      ]}
    />
  );
}
