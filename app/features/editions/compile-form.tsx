import { Form, useNavigation } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { RadioGroup } from "~/ui/radio-group";
import { Sheet } from "~/ui/sheet";
import { useLanguageName } from "./language-name";

/** What is compiled: the languages, and the button. */
export function CompileForm({
  next,
  languages,
  kept,
  refused,
}: {
  next: { number: number; draft: number };
  languages: readonly string[];
  kept: Kept;
  refused?: string | undefined;
}) {
  const t = useTranslations("editions");
  const languageName = useLanguageName();
  const compiling = useCompiling();
  return (
    <Sheet title={t("compileHeading")} intro={t("compileIntro", next)}>
      <Form method="post" className="stack" noValidate onSubmit={(event) => compiling && event.preventDefault()}>
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
        <Button variant="primary" icon="edition" refused={refused} busy={compiling !== null} busyText={t("compiling")}>
          {t("compileAct")}
        </Button>
        <p role="status" className="small soft">
          {compiling && t("compilingHint", { languages: compiling.map(languageName).join(", ") })}
        </p>
      </Form>
    </Sheet>
  );
}

/** The languages of the draft that is being made now; null when none is. A press meanwhile is not sent again. */
function useCompiling(): string[] | null {
  const { formData, formMethod } = useNavigation();
  return formData?.has("purpose") && formMethod === "POST" ? formData.getAll("languages").map(String) : null;
}
