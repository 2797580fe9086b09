import { useTranslations } from "use-intl";
import type { Overtaken } from "~/domain/overtaken";
import { useStudyWords } from "~/platform/study-words";
import { OvertakenScreen, type OvertakenField } from "~/ui/overtaken-screen";
import type { AppraisalShown } from "./load-appraisal.server";

/** Somebody else changed the source or its appraisal meanwhile. */
export function AppraisalOvertaken({ overtaken, shown }: { overtaken: Overtaken; shown: AppraisalShown }) {
  const t = useTranslations("sources.appraisalPage");
  const words = useStudyWords();
  const fields = shown.criteria.flatMap(({ id, title, levels }): OvertakenField[] => {
    const name = words(title);
    return [
      {
        name: `level.${id}`,
        label: name,
        kind: "choice",
        options: levels.map(({ key, label }) => ({ value: key, label: words(label) })),
      },
      { name: `reason.${id}`, label: t("reasonOf", { title: name }), kind: "lines" },
    ];
  });
  return (
    <OvertakenScreen what={t("title")} overtaken={overtaken} fields={[...fields, { name: "note", label: t("note"), kind: "lines" }]} />
  );
}
