import { useTranslations } from "use-intl";
import type { InterviewStage } from "~/domain/moves/interview";
import { Sheet } from "~/ui/sheet";
import { InterviewsTable } from "./interviews-table";
import type { ListedInterview } from "./list-interviews.server";
import type { NamedPerspectives } from "./perspective-title";

interface StagesProps extends NamedPerspectives {
  slug: string;
  stages: readonly { key: InterviewStage; interviews: readonly ListedInterview[] }[];
}

/** The long list by stage, from candidates to what was held and what did not take place; a stage without interviews is left out. */
export function Stages({ stages, ...words }: StagesProps) {
  const t = useTranslations("interviews.stages");
  const intros: Partial<Record<InterviewStage, string>> = { candidate: t("candidate.intro"), notHeld: t("notHeld.intro") };
  return (
    <>
      {stages
        .filter(({ interviews }) => interviews.length > 0)
        .map(({ key, interviews }) => (
          <Sheet key={key} title={t(`${key}.title`)} aside={interviews.length} intro={intros[key]} flush>
            <InterviewsTable stage={key} interviews={interviews} {...words} />
          </Sheet>
        ))}
    </>
  );
}
