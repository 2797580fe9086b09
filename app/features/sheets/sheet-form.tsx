import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { Button, ButtonLink } from "~/ui/button";
import { Field } from "~/ui/field";
import { Sheet } from "~/ui/sheet";

/** Sends a spreadsheet. `children` say what it should look like. */
export function SheetForm({ kept, back, children }: { kept: Kept; back: string; children?: ReactNode }) {
  const t = useTranslations("sheets");
  return (
    <Form method="post" encType="multipart/form-data" noValidate>
      <Sheet title={t("bringIn")} intro={t("limits")}>
        <div className="stack">
          {children}
          <Field name="file" label={t("file")} hint={t("fileHint")} error={kept.error("file")}>
            {(control) => <input {...control} type="file" name="file" accept=".csv,.tsv,.txt,.xlsx" />}
          </Field>
          <div className="acts row wrap">
            <Button variant="primary" busyText={t("reading")}>
              {t("read")}
            </Button>
            <ButtonLink to={back}>{t("cancel")}</ButtonLink>
          </div>
        </div>
      </Sheet>
    </Form>
  );
}
