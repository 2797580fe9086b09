import { useTranslations } from "use-intl";
import type { Overtaken } from "~/domain/overtaken";
import { OvertakenScreen } from "~/ui/overtaken-screen";
import { languageOptions } from "~/ui/options";
import type { AlignmentPageProps } from "./alignment-page";

type Props = Pick<AlignmentPageProps, "shown" | "chosen" | "found" | "languages"> & { overtaken: Overtaken };

/** Somebody else judged the node, or translated the reasons, meanwhile. */
export function AlignmentOvertaken({ overtaken, shown, chosen, found, languages }: Props) {
  const t = useTranslations("alignments");
  const { mine } = overtaken;
  const { node, scale } = shown;
  const reasons = { name: "reasons", label: t("reasons"), kind: "lines", lang: mine["language"]?.[0] } as const;
  return (
    <OvertakenScreen
      what={node.code}
      overtaken={overtaken}
      fields={
        mine["intent"]?.[0] === "translate"
          ? [reasons]
          : [
              scale.numeric
                ? { name: "value", label: scale.title }
                : { name: "value", label: scale.title, kind: "choice", options: [...scale.levels, ...scale.others] },
              reasons,
              {
                name: "language",
                label: t("language"),
                kind: "choice",
                options: languageOptions(languages),
              },
              {
                name: "grounds",
                label: t("evidence"),
                kind: "list",
                options: [...chosen, ...found].map(({ key, code }) => ({ value: key, label: code })),
              },
            ]
      }
    />
  );
}
