import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { CheckboxGroup } from "~/ui/checkbox-group";
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
  return (
    <Sheet title={t("compileHeading")} intro={t("compileIntro", next)}>
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="purpose" value="concept" />
        <CheckboxGroup
          name="languages"
          label={t("languages")}
          hint={t("languagesHint")}
          values={kept.values("languages", languages)}
          options={languages.map((code) => ({ value: code, label: languageName(code) }))}
          error={kept.error("languages")}
        />
        <Button variant="primary" icon="edition" refused={refused}>
          {t("compileAct")}
        </Button>
      </Form>
    </Sheet>
  );
}
