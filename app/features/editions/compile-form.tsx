import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { HiddenFields } from "~/ui/confirm-page";
import { RadioGroup } from "~/ui/radio-group";
import { Sheet } from "~/ui/sheet";
import { useLanguageName } from "./language-name";

/** What is compiled: the languages, and the button. */
export function CompileForm({
  next,
  languages,
  formKey,
  style,
  kept,
  refused,
}: {
  next: { number: number; draft: number };
  languages: readonly string[];
  /** By which the form is known when it comes again. */
  formKey: string;
  /** Which house style will be used. */
  style?: ReactNode;
  kept: Kept;
  refused?: string | undefined;
}) {
  const t = useTranslations("editions");
  const languageName = useLanguageName();
  return (
    <Sheet title={t("compileHeading")} intro={t("compileIntro", next)}>
      <Form method="post" className="stack" noValidate>
        <HiddenFields values={{ key: formKey }} />
        <RadioGroup
          name="purpose"
          label={t("purpose")}
          layout="list"
          value={kept.value("purpose", "concept")}
          options={(["concept", "final"] as const).map((value) => ({
            value,
            label: t(`purpose_${value}`),
            hint: t(`purposeHint.${value}`),
          }))}
          error={kept.error("purpose")}
        />
        <CheckboxGroup
          name="languages"
          label={t("languages")}
          hint={t("languagesHint")}
          values={kept.values("languages", languages)}
          options={languages.map((code) => ({ value: code, label: languageName(code) }))}
          error={kept.error("languages")}
        />
        {style}
        <Button variant="primary" icon="edition" refused={refused} busyText={t("compiling")}>
          {t("compileAct")}
        </Button>
      </Form>
    </Sheet>
  );
}
