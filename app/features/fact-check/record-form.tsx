import { useTranslations } from "use-intl";
import { AutosaveNotice } from "~/ui/autosave-notice";
import { Bar } from "~/ui/bar";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { DecisionBar } from "~/ui/decision-bar";
import { ErrorSummary } from "~/ui/error-summary";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { useMessageWords } from "~/ui/message-words";
import { Notice } from "~/ui/notice";
import { SavedIndicator } from "~/ui/saved-indicator";
import { TextArea } from "~/ui/text-area";
import { useTimeText } from "~/ui/time";
import { useAutosave } from "~/ui/use-autosave";
import { useFormVersion } from "~/ui/use-form-version";
import type { RecordRefused } from "./act-on-record.server";
import { AnswerCard } from "./answer-card";
import { RecordHead } from "./record-head";
import type { RecordPage } from "./record-page";
import { replyEntry } from "./reply-schema";

export interface RecordFormProps {
  page: RecordPage;
  refused: RecordRefused | undefined;
}

/** The page of the interviewee: every question with its record, saved as she goes and sent in at the end. */
export function RecordForm({ page, refused }: RecordFormProps) {
  const t = useTranslations("recordCheck");
  const words = useMessageWords();
  const time = useTimeText();
  const { record, version: read, until } = page;
  const open = record.answers.filter(({ withdrawn }) => !withdrawn);
  const live = useLiveForm(async () => ({ form: (await import("./reply-schema")).replyForm(open) }), "save");
  const autosave = useAutosave("fact-check", live.maySave);
  const version = useFormVersion(read, autosave.status);
  const errorAt = (id: string) => {
    const key = refused?.fields[replyEntry("text", id)]?.[0];
    return key === undefined ? undefined : words(key);
  };
  const errors = open.flatMap(({ id, code }) => {
    const message = errorAt(id);
    return message === undefined ? [] : [{ field: replyEntry("text", id), name: t("question", { code }), message }];
  });
  const untilDay = time(until, "long");
  return (
    <>
      <RecordHead page={page} />
      <ErrorSummary title={t("errors")} errors={[...errors, ...(refused?.nothingSaid ? [{ message: t("nothingSaid") }] : [])]} />
      <Told page={page} refused={refused} />
      <Progress page={page} status={<SavedIndicator status={autosave.status} />} />
      <LiveForm live={live} autosave={autosave.form} className="qs record-check">
        <HiddenFields values={{ version }} />
        <AutosaveNotice autosave={autosave} />
        {record.answers.length === 0 && <p className="soft">{t("empty")}</p>}
        {record.answers.map((answer) => (
          <AnswerCard
            key={answer.id}
            answer={answer}
            languages={record.languages}
            typed={refused?.values}
            error={errorAt(answer.id)}
            overtaken={refused?.overtaken.includes(answer.id) ?? false}
          />
        ))}
        <TextArea
          name="remarks"
          label={t("remarks")}
          hint={t("remarksHint")}
          rows={3}
          value={refused?.values["remarks"]?.[0] ?? page.remarks}
          optional
        />
        <Foot until={untilDay} />
      </LiveForm>
    </>
  );
}

/** The two ways on: to save and go on later, or to look all over once more and send. */
function Foot({ until }: { until: string }) {
  const t = useTranslations("recordCheck");
  const acts = (
    <>
      <Button name="intent" value="save">
        {t("save")}
      </Button>
      <Button name="intent" value="check" variant="primary" icon="send">
        {t("send")}
      </Button>
    </>
  );
  return (
    <DecisionBar still label={t("foot")} title={t("foot")} acts={acts}>
      {t("footText", { until })}
    </DecisionBar>
  );
}

/** What could not be kept, and what was: on top of the record. */
function Told({ page, refused }: RecordFormProps) {
  const t = useTranslations("recordCheck");
  const time = useTimeText();
  const { sentInAt, until } = page;
  return (
    <>
      {refused?.conflict && (
        <Notice tone="stale" title={t("conflictTitle")} live>
          {t("conflict")}
        </Notice>
      )}
      {sentInAt && <Notice tone="ok">{t("sentIn", { day: time(sentInAt, "date-time"), until: time(until, "long") })}</Notice>}
    </>
  );
}

/** How many answers she has looked at, with the bar of it and whether that is safe. */
export function Progress({ page: { record }, status }: { page: RecordPage; status?: React.ReactNode }) {
  const t = useTranslations("recordCheck");
  const done = record.answers.filter(({ withdrawn, reply }) => withdrawn || (reply !== null && !reply.outdated)).length;
  const total = record.answers.length;
  return (
    <p className="prog2">
      <span>{t.rich("looked", { done, total, b: (inner) => <b className="num">{inner}</b> })}</span>
      <span className="push">{status}</span>
      <Bar done={done} total={total} />
    </p>
  );
}
