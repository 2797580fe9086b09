import { useTranslations } from "use-intl";
import type { NamedInterviewee } from "~/domain/attribution";
import type { LocalText } from "~/domain/local-text";
import type { Kept } from "~/platform/kept";
import { Button, ButtonLink } from "~/ui/button";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { EmptyState } from "~/ui/empty-state";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { useIntervieweeLabels } from "./interviewee-label";
import { PlanFields } from "./plan-fields";

interface PlanPageProps {
  slug: string;
  userId: string;
  kept: Kept;
  interviewees: readonly { id: string; code: string; shown: NamedInterviewee }[];
  possible: readonly { id: string; name: string }[];
  perspectives: readonly { id: string; title: LocalText }[];
  selection: readonly { id: string; title: LocalText }[];
  languages: readonly string[];
}

/** The form of a new interview: whom, by whom, and what is known of it. */
export function PlanPage({ slug, userId, kept, interviewees, possible, perspectives, selection, languages }: PlanPageProps) {
  const t = useTranslations("interviews.plan");
  const { one } = useIntervieweeLabels(languages);
  const live = useLiveForm(async () => ({ form: (await import("./schema")).planForm(languages) }));
  const add = (
    <ButtonLink to={`/assessments/${slug}/interviewees/new`} icon="plus" size="small">
      {t("addInterviewee")}
    </ButtonLink>
  );
  if (interviewees.length === 0) return <EmptyState title={t("noInterviewees")} act={add} />;
  return (
    <LiveForm live={live} className="fields">
      <CheckboxGroup
        name="intervieweeIds"
        label={t("interviewees")}
        hint={t("intervieweesHint")}
        layout="list"
        options={interviewees.map(({ id, code, shown }) => ({ value: id, label: `${code} ${one(shown)}` }))}
        values={kept.values("intervieweeIds")}
        error={kept.error("intervieweeIds")}
      />
      <div>{add}</div>
      <CheckboxGroup
        name="interviewerIds"
        label={t("interviewers")}
        hint={t("interviewersHint")}
        layout="list"
        options={possible.map(({ id, name }) => ({ value: id, label: name }))}
        values={kept.values("interviewerIds", [userId])}
        error={kept.error("interviewerIds")}
      />
      <PlanFields values={{}} kept={kept} languages={languages} perspectives={perspectives} selection={selection} />
      <div>
        <Button variant="primary">{t("act")}</Button>
      </div>
    </LiveForm>
  );
}
