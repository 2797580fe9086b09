import { useTranslations } from "use-intl";
import type { Overtaken } from "~/domain/overtaken";
import { OvertakenScreen } from "~/ui/overtaken-screen";
import { languageOptions } from "~/ui/options";
import type { LimitationsPageProps } from "./limitations-page";

type Props = Pick<LimitationsPageProps, "limitations" | "places" | "languages"> & { overtaken: Overtaken };

/** Somebody else changed the limitation, or its translation, meanwhile. */
export function LimitationOvertaken({ overtaken, limitations, places, languages }: Props) {
  const t = useTranslations("limitations");
  const { mine } = overtaken;
  const limitation = limitations.find(({ id }) => id === mine["id"]?.[0]);
  const text = { name: "text", label: t("text"), kind: "lines", lang: mine["language"]?.[0] } as const;
  return (
    <OvertakenScreen
      what={limitation?.code ?? t("title")}
      overtaken={overtaken}
      fields={
        mine["intent"]?.[0] === "translate"
          ? [text]
          : [
              text,
              {
                name: "language",
                label: t("language"),
                kind: "choice",
                options: languageOptions(languages),
              },
              {
                name: "sections",
                label: t("sections"),
                kind: "list",
                options: places.sections.map(({ id, title }) => ({ value: id, label: title })),
              },
              {
                name: "statements",
                label: t("statements"),
                kind: "list",
                options: places.statements.map(({ id, code }) => ({ value: id, label: code })),
              },
            ]
      }
    />
  );
}
