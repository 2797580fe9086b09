import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Sheet } from "~/ui/sheet";
import type { TemplateAnswer } from "./receive-template.server";

/** What is wrong with the file that was sent, one sentence for each thing. */
export function useFileErrors(refused: TemplateAnswer | undefined): string[] {
  const t = useTranslations("houseStyle");
  if (!refused) return [];
  if (refused.found.length === 0) return [t(`problems.${refused.problem}`)];
  return refused.found.slice(0, mostTold).map(({ kind, part, found }) => t(`refused.${kind}`, { part, found }));
}

const mostTold = 12;

/** Sends a template. */
export function UploadForm({ replaces, errors }: { replaces: boolean; errors: readonly string[] }) {
  const t = useTranslations("houseStyle");
  return (
    <Sheet title={t(replaces ? "replace" : "upload")} intro={t("uploadIntro")}>
      <Form method="post" encType="multipart/form-data" className="stack" noValidate>
        <Field
          name="file"
          label={t("file")}
          hint={replaces ? `${t("fileHint")} ${t("replaceNote")}` : t("fileHint")}
          error={errors.length > 0 ? errors.join(" ") : undefined}
        >
          {(control) => <input {...control} type="file" name="file" accept=".docx,.dotx" />}
        </Field>
        <Button variant={replaces ? "plain" : "primary"} busyText={t("sending")}>
          {t("send")}
        </Button>
      </Form>
    </Sheet>
  );
}
