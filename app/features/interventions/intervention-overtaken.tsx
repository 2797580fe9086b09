import { useTranslations } from "use-intl";
import { textEntry } from "~/domain/forms/read-answer";
import type { Overtaken } from "~/domain/overtaken";
import { OvertakenScreen } from "~/ui/overtaken-screen";
import { languageOptions } from "~/ui/options";
import type { InterventionPageProps } from "./intervention-page";

type Props = Pick<InterventionPageProps, "intervention" | "choices" | "languages"> & { overtaken: Overtaken };

/** Somebody else changed the intervention, or a translation of it, meanwhile. */
export function InterventionOvertaken({ overtaken, intervention, choices, languages }: Props) {
  const t = useTranslations("interventions");
  const { mine } = overtaken;
  const inLanguage = mine["language"]?.[0];
  const translated = mine["field"]?.[0] === "title" ? t("title") : t("description");
  return (
    <OvertakenScreen
      what={intervention.code}
      overtaken={overtaken}
      fields={
        mine["intent"]?.[0] === "translate"
          ? [{ name: "text", label: translated, kind: "lines", lang: inLanguage }]
          : [
              { name: "title", label: t("title"), lang: inLanguage },
              { name: "description", label: t("description"), kind: "lines", lang: inLanguage },
              {
                name: "language",
                label: t("language"),
                kind: "choice",
                options: languageOptions(languages),
              },
              {
                name: "group",
                label: t("group"),
                kind: "choice",
                options: [{ value: "", label: t("ownGroup") }, ...(choices?.sets ?? [])],
              },
              ...languages.map((code) => ({
                name: textEntry("groupTitle", code),
                label: t("groupTitleIn", { language: code.toUpperCase() }),
                lang: code,
              })),
              {
                name: "source",
                label: t("source"),
                kind: "choice",
                options: [{ value: "", label: t("noSource") }, ...(choices?.sources ?? [])],
              },
            ]
      }
    />
  );
}
