import { useTranslations } from "use-intl";
import { type LocalText, textIn } from "~/domain/local-text";
import { interviewStates } from "~/domain/moves/interview";
import { FilterBar, FilterCount } from "~/ui/filter-bar";
import { useLanguage } from "~/ui/intl";
import { SelectField } from "~/ui/select-field";
import type { InterviewFilter } from "./list-interviews.server";

interface InterviewsFilterProps {
  filter: InterviewFilter;
  interviewers: readonly { id: string; name: string }[];
  perspectives: readonly { id: string; title: LocalText }[];
  languages: readonly string[];
  shown: number;
  total: number;
}

/** Narrows the list by state, by who holds it and by perspective. */
export function InterviewsFilter({ filter, interviewers, perspectives, languages, shown, total }: InterviewsFilterProps) {
  const t = useTranslations("interviews");
  const states = useTranslations("states");
  const language = useLanguage();
  const on = filter.state + filter.interviewer + filter.perspective !== "";
  return (
    <>
      <FilterBar label={t("filter")}>
        <SelectField
          name="state"
          label={t("columns.state")}
          empty={t("all")}
          value={filter.state}
          options={interviewStates.map((state) => ({ value: state, label: states(state) }))}
        />
        <SelectField
          name="interviewer"
          label={t("columns.interviewers")}
          empty={t("all")}
          value={filter.interviewer}
          options={interviewers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {perspectives.length > 0 && (
          <SelectField
            name="perspective"
            label={t("columns.perspective")}
            empty={t("all")}
            value={filter.perspective}
            options={perspectives.map(({ id, title }) => ({ value: id, label: textIn(title, language, languages) }))}
          />
        )}
      </FilterBar>
      <FilterCount clearHref={on ? "?" : undefined}>{t("count", { shown, total })}</FilterCount>
    </>
  );
}
