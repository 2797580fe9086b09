import { useTranslations } from "use-intl";
import { textIn } from "~/domain/local-text";
import type { Overtaken } from "~/domain/overtaken";
import { useLanguage } from "~/ui/intl";
import { OvertakenScreen, type OvertakenField } from "~/ui/overtaken-screen";
import type { AppraisalShown } from "./load-appraisal.server";

/** Somebody else changed the source or its appraisal meanwhile. */
export function AppraisalOvertaken({ overtaken, shown }: { overtaken: Overtaken; shown: AppraisalShown }) {
  const t = useTranslations("sources.appraisalPage");
  const language = useLanguage();
  const fields = shown.criteria.flatMap(({ id, title, levels }): OvertakenField[] => {
    const name = textIn(title, language);
    return [
      {
        name: `level.${id}`,
        label: name,
        kind: "choice",
        options: levels.map(({ key, label }) => ({ value: key, label: textIn(label, language) })),
      },
      { name: `reason.${id}`, label: t("reasonOf", { title: name }), kind: "lines" },
    ];
  });
  return (
    <OvertakenScreen what={t("title")} overtaken={overtaken} fields={[...fields, { name: "note", label: t("note"), kind: "lines" }]} />
  );
}
