import { useTranslations } from "use-intl";
import { attributionLevels, stricterThan } from "~/domain/attribution";
import { ownWordsOf } from "~/domain/interviews/answer";
import { valueAnswer } from "~/domain/interviews/guide";
import { textIn } from "~/domain/local-text";
import { chosenStates, reasonStates } from "~/domain/moves/interview";
import { AutosaveNotice } from "~/ui/autosave-notice";
import { Button } from "~/ui/button";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { HiddenFields } from "~/ui/confirm-page";
import { useLanguage } from "~/ui/intl";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { ProtocolField } from "~/ui/protocol-field";
import { typedFrom } from "~/ui/protocol-field-setting";
import { RadioGroup } from "~/ui/radio-group";
import { ReasonField } from "~/ui/reason-field";
import type { SaveStatus } from "~/ui/saved-indicator";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-area";
import { useAutosave } from "~/ui/use-autosave";
import { useFormVersion } from "~/ui/use-form-version";
import { useScripted } from "~/ui/use-scripted";
import { useIntervieweeLabels } from "./interviewee-label";
import { tickAsked } from "./interview-keys";
import { type ItemProblem, itemFieldId } from "./item-problem";
import type { ShownAnswer } from "./load-answers.server";
import type { InterviewPage, PageItem } from "./load-interview.server";
import { NotesField, TimeMarkField } from "./notes-field";
import { useSaved } from "./use-saved";
import { valueName } from "./value-name";

export interface AnswerFormProps {
  page: InterviewPage;
  item: PageItem;
  answer: ShownAnswer | undefined;
  /** What could not be kept of this item, with its messages in words by entry. */
  problem: ItemProblem | undefined;
  errors: Readonly<Record<string, string>>;
  onStatus: (status: SaveStatus) => void;
}

/** The form of one answer: saves by itself with script, by its button without. */
export function AnswerForm({ page, item, answer, problem, errors, onStatus }: AnswerFormProps) {
  const t = useTranslations("interviews.form");
  const { interview } = page;
  const live = useLiveAnswer(page, item);
  const autosave = useAutosave(`${interview.id}/${item.code}`, live.maySave, problem !== undefined);
  const scripted = useScripted();
  useSaved(autosave.status, onStatus);
  const typed = problem?.entries;
  const version = useFormVersion(answer?.version ?? 0, autosave.status, typed?.["version"]?.[0]);
  const hidden = {
    intent: "record",
    question: item.question,
    part: item.part,
    version,
    key: `${page.formKey}:${item.code}`,
  };
  const fields = { page, item, answer, typed, errors };
  return (
    <LiveForm
      live={live}
      autosave={autosave.form}
      className="answer stack"
      aria-label={t("label", { code: `${interview.code}:${item.code}` })}
    >
      <HiddenFields values={hidden} />
      <AutosaveNotice autosave={autosave} />
      <StateFields {...fields} />
      <SaidFields {...fields} />
      {page.may.readNotes && <NotesField {...fields} />}
      <TimeMarkField {...fields} />
      {!scripted && (
        <div>
          <Button icon="check" about={t("question", { code: item.code })}>
            {t("save")}
          </Button>
        </div>
      )}
    </LiveForm>
  );
}

function useLiveAnswer({ scales, interview }: InterviewPage, { field }: PageItem) {
  const language = useLanguage();
  const setting = { scales, language, languages: [interview.language] };
  return useLiveForm(async () => (await import("./record-schema")).checkOfRecord(field, setting));
}

/** What the fields of one answer are drawn from. */
export interface AnswerFieldsProps {
  page: InterviewPage;
  item: PageItem;
  answer: ShownAnswer | undefined;
  typed: Readonly<Record<string, readonly string[]>> | undefined;
  errors: Readonly<Record<string, string>>;
}

/** Asked, asked without an answer, or not asked; the reasons come in sight with their state. */
function StateFields({ page, item, answer, typed, errors }: AnswerFieldsProps) {
  const t = useTranslations("interviews.form");
  const language = useLanguage();
  const id = (entry: string) => itemFieldId(item.code, entry);
  const options = chosenStates.map((value) => ({ value, label: t(`states.${value}`) }));
  const words = ownWordsOf(answer?.reason ?? null);
  const reasons = [
    { state: reasonStates.notAsked, name: "notAsked", label: t("whyNotAsked") },
    { state: reasonStates.noAnswer, name: "noAnswer", label: t("whyNoAnswer") },
  ] as const;
  return (
    <>
      <RadioGroup name="state" id={id("state")} label={t("asked")} options={options} value={typed?.["state"]?.[0] ?? answer?.state} />
      {reasons.map(({ state, name, label }) => {
        const mine = answer?.state === state;
        return (
          <div key={name} className={`when-${state}`}>
            <ReasonField
              name={name}
              id={id(name)}
              label={label}
              reasons={page.reasons[state].map(({ key, label: reason }) => ({
                value: key,
                label: textIn(reason, language, page.languages),
              }))}
              reason={typed?.[name]?.[0] ?? (mine && words === null ? (answer.reason ?? "") : "")}
              words={typed?.[`${name}.words`]?.[0] ?? (mine ? (words ?? "") : "")}
              error={errors[name]}
              wordsError={errors[`${name}.words`]}
            />
          </div>
        );
      })}
    </>
  );
}

/** What was said: the value, where the answer is more than words, the record, who gave it and how it may be used. */
function SaidFields({ page, item, answer, typed, errors }: AnswerFieldsProps) {
  const t = useTranslations("interviews.form");
  const language = useLanguage();
  const { interview } = page;
  const id = (entry: string) => itemFieldId(item.code, entry);
  const kind = valueAnswer(item.field.answer);
  const setting = {
    language,
    fallbackOrder: page.languages,
    languages: [interview.language],
    scales: page.scales,
    references: page.references,
    shortened: page.shortened,
  };
  return (
    <div className="when-said stack" onInput={({ currentTarget }) => tickAsked(currentTarget.closest("form"))}>
      {kind && (
        <ProtocolField
          field={{ ...item.field, answer: kind, help: null, required: true }}
          label={t("value")}
          name={valueName(item.code)}
          value={answer?.value ?? undefined}
          setting={setting}
          typed={typed && typedFrom(typed, errors)}
        />
      )}
      <TextArea
        name="record"
        id={id("record")}
        label={t("record")}
        rows={kind ? 3 : 6}
        value={typed?.["record"]?.[0] ?? answer?.record ?? ""}
        lang={interview.language}
        error={errors["record"]}
        optional={kind !== null && item.field.answer.kind !== "yes-no-unknown"}
      />
      <GivenByAndUse page={page} item={item} answer={answer} typed={typed} errors={errors} />
    </div>
  );
}

function GivenByAndUse({ page, item, answer, typed, errors }: AnswerFieldsProps) {
  const t = useTranslations("interviews.form");
  const levels = useTranslations("interviewees.levels");
  const { one } = useIntervieweeLabels(page.languages);
  const id = (entry: string) => itemFieldId(item.code, entry);
  const agreed =
    answer?.agreed ??
    page.participants.reduce<(typeof attributionLevels)[number]>(
      (strictest, { attribution }) =>
        attributionLevels.indexOf(attribution) > attributionLevels.indexOf(strictest) ? attribution : strictest,
      "name",
    );
  const quoted = answer ? answer.mayQuote : page.participants.every(({ mayQuote }) => mayQuote);
  return (
    <>
      {page.participants.length > 1 && (
        <CheckboxGroup
          name="givenBy"
          id={id("givenBy")}
          label={t("givenBy")}
          hint={t("givenByHint")}
          layout="list"
          options={page.participants.map((participant) => ({
            value: participant.id,
            label: `${participant.code} ${one(participant.shown)}`,
          }))}
          values={typed?.["givenBy"] ?? answer?.givenBy ?? []}
          error={errors["givenBy"]}
          optional
        />
      )}
      <SelectField
        name="attribution"
        id={id("attribution")}
        label={t("use")}
        hint={t(quoted ? "mayQuote" : "mayNotQuote")}
        options={stricterThan(agreed).map((level) => ({ value: level, label: levels(level) }))}
        empty={t("asAgreed", { level: levels(agreed) })}
        value={typed?.["attribution"]?.[0] ?? answer?.attribution ?? ""}
        error={errors["attribution"]}
      />
    </>
  );
}
