import { useTranslations } from "use-intl";
import { textIn } from "~/domain/local-text";
import { DefinitionList } from "~/ui/definition-list";
import { useLanguage } from "~/ui/intl";
import { Sheet } from "~/ui/sheet";
import { Time } from "~/ui/time";
import type { AgreementPage } from "./load-agreement.server";

/** The particulars of an interview for someone who may not change them. */
export function ParticularsShown({ page }: { page: AgreementPage }) {
  const t = useTranslations("interviews.agreement");
  const plan = useTranslations("interviews.plan");
  const levels = useTranslations("ui.workLevels");
  const language = useLanguage();
  const { interview, languages } = page;
  const perspective = page.perspectives.find(({ id }) => id === interview.perspective);
  return (
    <Sheet title={t("particulars")}>
      <DefinitionList
        facts={[
          { term: plan("interviewers"), value: interview.interviewers.map(({ name }) => name).join(", ") },
          { term: plan("perspective"), value: textIn(perspective?.title, language, languages) },
          { term: plan("selectionReason", { language: "one" }), value: textIn(interview.selectionReason, language, languages) },
          { term: plan("levels"), value: interview.levels.map((level) => levels(level)).join(", ") },
          { term: plan("agreedWith"), value: interview.agreedWith },
          { term: plan("agreedOn"), value: interview.agreedOn && <Time at={interview.agreedOn} /> },
          { term: plan("plannedOn"), value: interview.plannedOn && <Time at={interview.plannedOn} /> },
          { term: t("heldOn"), value: interview.heldOn && <Time at={interview.heldOn} /> },
          { term: plan("language"), value: plan("languageName", { language: interview.language }) },
          { term: t("notesFor"), value: t(interview.notesFor === "team" ? "notesTeam" : "notesInterviewers") },
        ]}
      />
    </Sheet>
  );
}
