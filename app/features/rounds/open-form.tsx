import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { textEntry } from "~/domain/forms/read-answer";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { HiddenFields } from "~/ui/confirm-page";
import { DateField } from "~/ui/date-field";
import { LinkTabs } from "~/ui/link-tabs";
import { Sheet } from "~/ui/sheet";
import { TextField } from "~/ui/text-field";
import type { ShownRoundForm } from "./queries.server";

export interface OpenFormProps {
  form: ShownRoundForm;
  languages: readonly string[];
  kept: Kept;
  base: string;
}

/** The form that begins a round: of what, on which criteria, by whom and until when. */
export function OpenForm({ form, languages, kept, base }: OpenFormProps) {
  const t = useTranslations("rounds");
  const href = (kind: string) => `${base}/actors/rounds?kind=${kind}#open`;
  return (
    <Sheet title={t("openNew")} id="open">
      {form.kinds.length > 1 && (
        <LinkTabs
          label={t("kindsLabel")}
          tabs={form.kinds.map((kind) => ({ label: t(`kinds.${kind}`), href: href(kind) }))}
          current={href(form.kind)}
        />
      )}
      {form.things.length === 0 ? <p className="soft">{t("noThings")}</p> : <OpenFields form={form} languages={languages} kept={kept} />}
    </Sheet>
  );
}

function OpenFields({ form, languages, kept }: Pick<OpenFormProps, "form" | "languages" | "kept">) {
  const t = useTranslations("rounds");
  const all = (options: readonly { value: string }[]) => options.map(({ value }) => value);
  const choices = [
    { name: "subjects", options: form.things, first: form.ticked, hint: t("tickedHint") },
    { name: "criteria", options: form.criteria, first: all(form.criteria), hint: undefined },
    { name: "raters", options: form.people, first: [], hint: undefined },
  ] as const;
  return (
    <Form method="post" className="fields" noValidate key={form.kind}>
      <HiddenFields values={{ kind: form.kind }} />
      {languages.map((language) => {
        const name = textEntry("title", language);
        return (
          <TextField
            key={language}
            name={name}
            label={languages.length > 1 ? t("titleIn", { language: language.toUpperCase() }) : t("title")}
            lang={language}
            optional={language !== languages[0]}
            value={kept.value(name)}
            error={kept.error(name)}
          />
        );
      })}
      {choices.map(({ name, options, first, hint }) => (
        <CheckboxGroup
          key={name}
          name={name}
          label={t(name)}
          hint={hint}
          layout="list"
          options={options}
          values={kept.values(name, first)}
          error={kept.error(name)}
        />
      ))}
      <DateField name="dueOn" label={t("dueOn")} hint={t("dueHint")} optional value={kept.value("dueOn")} error={kept.error("dueOn")} />
      <div>
        <Button name="intent" value="open-round" variant="primary">
          {t("open")}
        </Button>
      </div>
    </Form>
  );
}
