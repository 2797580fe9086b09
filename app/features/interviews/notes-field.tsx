import { useTranslations } from "use-intl";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/text-area";
import { TextField } from "~/ui/text-field";
import type { AnswerFieldsProps } from "./answer-form";
import { markTime, takeLine } from "./interview-keys";
import { itemFieldId } from "./item-problem";
import { useTimeMark } from "./use-interview-keys";

/** The raw notes of an answer, with the way to take a line of them into the record. */
export function NotesField({ page, item, answer, typed, errors }: AnswerFieldsProps) {
  const t = useTranslations("interviews");
  const { interview } = page;
  return (
    <div className="stack">
      <TextArea
        name="notes"
        id={itemFieldId(item.code, "notes")}
        label={t("form.notes")}
        hint={t(`form.notesFor.${interview.notesFor === "team" ? "team" : "interviewers"}`)}
        rows={3}
        value={typed?.["notes"]?.[0] ?? answer?.notes ?? ""}
        lang={interview.language}
        error={errors["notes"]}
        optional
      />
      <div className="row wrap">
        <Button
          type="button"
          size="small"
          variant="quiet"
          icon="arrow-up"
          script
          about={t("take.about", { code: item.code })}
          onClick={({ currentTarget }) => currentTarget.form && takeLine(currentTarget.form)}
        >
          {t("take.line")}
        </Button>
      </div>
    </div>
  );
}

/** When an answer was given: the time by the clock of the conversation, or of the day. */
export function TimeMarkField({ page, item, answer, typed, errors }: AnswerFieldsProps) {
  const t = useTranslations("interviews.mark");
  const mark = useTimeMark(page.interview.startedAt);
  return (
    <div className="row wrap time-mark">
      <TextField
        name="timeMark"
        id={itemFieldId(item.code, "timeMark")}
        label={t("label")}
        value={typed?.["timeMark"]?.[0] ?? answer?.timeMark ?? ""}
        error={errors["timeMark"]}
        maxLength={20}
        optional
      />
      <Button
        type="button"
        size="small"
        icon="clock"
        script
        about={item.code}
        onClick={({ currentTarget }) => currentTarget.form && markTime(currentTarget.form, mark())}
      >
        {t("act")}
      </Button>
    </div>
  );
}
