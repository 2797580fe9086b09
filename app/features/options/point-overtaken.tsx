import { useTranslations } from "use-intl";
import type { Overtaken } from "~/domain/overtaken";
import { OvertakenScreen } from "~/ui/overtaken-screen";
import { languageOptions } from "~/ui/options";
import type { OptionPageProps } from "./option-page";

/** Somebody else changed the point, or its translation, meanwhile. */
export function PointOvertaken({
  overtaken,
  shown,
  found,
  languages,
}: Pick<OptionPageProps, "shown" | "found" | "languages"> & { overtaken: Overtaken }) {
  const t = useTranslations("options");
  const { mine } = overtaken;
  const point = shown.points.find(({ id }) => id === mine["id"]?.[0]);
  const text = { name: "text", label: t("text"), kind: "lines", lang: mine["language"]?.[0] } as const;
  const isTranslation = mine["intent"]?.[0] === "translate";
  const sides = (["for", "against"] as const).map((side) => ({ value: side, label: t(side) }));
  const grounds = [...(point?.grounds ?? []), ...found].map(({ key, code }) => ({ value: key, label: code }));
  return (
    <OvertakenScreen
      what={`${shown.option.code}.${point?.number ?? ""}`}
      overtaken={overtaken}
      fields={
        isTranslation
          ? [text]
          : [
              {
                name: "criterion",
                label: t("criterion"),
                kind: "choice",
                options: shown.criteria.map(({ id, title }) => ({ value: id, label: title })),
              },
              { name: "side", label: t("side"), kind: "choice", options: sides },
              text,
              {
                name: "language",
                label: t("language"),
                kind: "choice",
                options: languageOptions(languages),
              },
              { name: "grounds", label: t("evidence"), kind: "list", options: grounds },
            ]
      }
    />
  );
}
