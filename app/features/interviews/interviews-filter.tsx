import { useTranslations } from "use-intl";
import { workLevels } from "~/domain/levels";
import { type LocalText, textIn } from "~/domain/local-text";
import { interviewStates } from "~/domain/moves/interview";
import { FilterBar, FilterCount } from "~/ui/filter-bar";
import { useLanguage } from "~/ui/intl";
import { SelectField } from "~/ui/select-field";
import { type InterviewFilter, notKnown } from "./interview-filter";

interface InterviewsFilterProps {
  filter: InterviewFilter;
  interviewers: readonly { id: string; name: string }[];
  perspectives: readonly { id: string; title: LocalText }[];
  /** The research questions for which the guide asks anything. */
  questions: readonly { id: string; text: LocalText }[];
  languages: readonly string[];
  shown: number;
  total: number;
}

/** Narrows the list by state, by who holds it, by perspective and level, and by the research question that it reaches. */
export function InterviewsFilter({ filter, interviewers, perspectives, questions, languages, shown, total }: InterviewsFilterProps) {
  const t = useTranslations("interviews");
  const states = useTranslations("states");
  const levels = useTranslations("ui.workLevels");
  const language = useLanguage();
  const on = Object.values(filter).join("") !== "";
  const none = { value: notKnown, label: t("notKnown") };
  const choices = [
    { name: "state", label: t("columns.state"), options: interviewStates.map((state) => ({ value: state, label: states(state) })) },
    { name: "interviewer", label: t("columns.interviewers"), options: interviewers.map(({ id, name }) => ({ value: id, label: name })) },
    {
      name: "perspective",
      label: t("columns.perspective"),
      options: perspectives.map(({ id, title }) => ({ value: id, label: textIn(title, language, languages) })),
      none,
    },
    { name: "level", label: t("columns.levels"), options: workLevels.map((level) => ({ value: level, label: levels(level) })), none },
    {
      name: "question",
      label: t("columns.question"),
      options: questions.map(({ id, text }) => ({ value: id, label: `${id} ${textIn(text, language, languages)}` })),
    },
  ] as const;
  return (
    <>
      <FilterBar label={t("filter")}>
        {choices
          .filter(({ options }) => options.length > 0)
          .map(({ name, label, options, ...more }) => (
            <SelectField
              key={name}
              name={name}
              label={label}
              empty={t("all")}
              value={filter[name]}
              options={"none" in more ? [...options, more.none] : options}
            />
          ))}
      </FilterBar>
      <FilterCount clearHref={on ? "?" : undefined}>{t("count", { shown, total })}</FilterCount>
    </>
  );
}
