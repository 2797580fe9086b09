import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { answerAsText } from "~/domain/forms/answer-as-text";
import { textIn } from "~/domain/local-text";
import { AutosaveNotice } from "~/ui/autosave-notice";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox-group";
import { HiddenFields } from "~/ui/confirm-page";
import { fieldId } from "~/ui/field";
import { useLanguage } from "~/ui/intl";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { Notice } from "~/ui/notice";
import { ProtocolField } from "~/ui/protocol-field";
import { typedFrom } from "~/ui/protocol-field-setting";
import type { SaveStatus } from "~/ui/saved-indicator";
import { TextArea } from "~/ui/text-area";
import { useAutosave } from "~/ui/use-autosave";
import { useFormVersion } from "~/ui/use-form-version";
import { useScripted } from "~/ui/use-scripted";
import { fieldStem, type FieldProblem } from "./answer-field-problem";
import type { FieldFormPage, FieldOfForm } from "./load-field-form.server";

interface AnswerFieldFormProps {
  page: FieldFormPage;
  field: FieldOfForm;
  problem: FieldProblem | undefined;
  errors: Readonly<Record<string, string>>;
  onStatus: (status: SaveStatus) => void;
}

/** One field with its own version: the answer, or why it does not apply. */
export function AnswerFieldForm({ page, field, problem, errors, onStatus }: AnswerFieldFormProps) {
  const live = useLiveField(page, field);
  const autosave = useAutosave(`${page.question.code}/${field.field.name}`, live.maySave);
  const version = useFormVersion(field.version, autosave.status, problem?.entries["version"]?.[0]);
  const scripted = useScripted();
  const { revalidate } = useRevalidator();
  const tell = useRef(onStatus);
  tell.current = onStatus;
  const { status } = autosave;
  useEffect(() => {
    if (status.state === "idle") return;
    tell.current(status);
    if (status.state === "saved") revalidate();
  }, [status, revalidate]);
  if (!page.may.write) return <FieldShown page={page} field={field} />;
  return (
    <LiveForm live={live} autosave={autosave.form} className="sheet qq answer">
      <AutosaveNotice autosave={autosave} />
      {problem?.overtaken && <Overtaken page={page} field={field} />}
      <FieldInputs page={page} field={field} problem={problem} errors={errors} version={version} />
      {!scripted && <SaveButton />}
    </LiveForm>
  );
}

function useLiveField({ scales, languages }: FieldFormPage, { field }: FieldOfForm) {
  const language = useLanguage();
  return useLiveForm(async () => (await import("./answer-field-schema")).readingOfField(field, { scales, language, languages }));
}

function SaveButton() {
  const t = useTranslations("protocolField");
  return (
    <div>
      <Button icon="check">{t("save")}</Button>
    </div>
  );
}

function FieldInputs({ page, field, problem, errors, version }: Omit<AnswerFieldFormProps, "onStatus"> & { version: number }) {
  const t = useTranslations("protocolField");
  const language = useLanguage();
  const { name } = field.field;
  const typed = problem?.entries;
  const id = (entry: string) => fieldId(`${entry}-${name}`);
  return (
    <>
      <HiddenFields values={{ field: name, version }} />
      <ProtocolField
        field={field.field}
        name={fieldStem(name)}
        value={field.value ?? undefined}
        setting={{
          language,
          fallbackOrder: page.languages,
          languages: page.languages,
          scales: page.scales,
          references: page.references,
          shortened: page.shortened,
        }}
        typed={typed && typedFrom(typed, errors)}
      />
      <TextArea
        name="explanation"
        id={id("explanation")}
        label={t("remark")}
        rows={2}
        value={typed?.["explanation"]?.[0] ?? field.explanation}
        optional
      />
      <Checkbox
        name="notApplicable"
        id={id("notApplicable")}
        label={t("notApplicable")}
        checked={typed ? typed["notApplicable"] !== undefined : field.notApplicable}
      />
      <div className="when-not-applicable">
        <TextArea
          name="reason"
          id={id("reason")}
          label={t("why")}
          rows={2}
          value={typed?.["reason"]?.[0] ?? field.reason}
          error={errors["reason"]}
        />
      </div>
    </>
  );
}

/** The value of a field in words. */
function useFieldText(page: FieldFormPage) {
  const t = useTranslations("fields");
  const language = useLanguage();
  const options = Object.values(page.references).flatMap((list) => list ?? []);
  return ({ field, value }: FieldOfForm): string =>
    value === null
      ? ""
      : answerAsText(field.answer, value, {
          language,
          fallbackOrder: page.languages,
          scales: page.scales,
          words: { yes: t("yes"), no: t("no"), unknown: t("unknown") },
          nameOf: (_, id) => options.find((option) => option.value === id)?.label ?? id,
        });
}

/** What somebody else kept meanwhile, beside the form that holds what was typed here. */
function Overtaken({ page, field }: { page: FieldFormPage; field: FieldOfForm }) {
  const t = useTranslations("protocolField");
  const text = useFieldText(page);
  return (
    <Notice tone="stale" title={t("overtaken", { who: field.byName ?? "", version: field.version })}>
      <p className="keep-lines quote">{field.notApplicable ? `${t("notApplicable")}: ${field.reason}` : text(field)}</p>
      <p>{t("overtakenHow")}</p>
    </Notice>
  );
}

function FieldShown({ page, field }: { page: FieldFormPage; field: FieldOfForm }) {
  const t = useTranslations("protocolField");
  const language = useLanguage();
  const text = useFieldText(page);
  return (
    <section className="sheet qq shut">
      <h2>{textIn(field.field.label, language, page.languages)}</h2>
      <p className="quote keep-lines">{field.notApplicable ? `${t("notApplicable")}: ${field.reason}` : text(field) || t("nothing")}</p>
      {field.explanation && <p className="soft keep-lines">{field.explanation}</p>}
    </section>
  );
}
