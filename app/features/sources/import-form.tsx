import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { channels } from "~/domain/sources/channels";
import { referenceFormats } from "~/domain/sources/reference-formats";
import type { Kept } from "~/platform/kept";
import { Button, ButtonLink } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { Field } from "~/ui/field";
import { SelectField } from "~/ui/select-field";
import { Sheet } from "~/ui/sheet";
import { TextArea } from "~/ui/text-area";
import { TextField } from "~/ui/text-field";

/** Sends references, as a file or by paste, with where they were found. */
export function ImportForm({ kept, path }: { kept: Kept; path: string }) {
  const t = useTranslations("imports");
  return (
    <Form method="post" encType="multipart/form-data" className="gap" noValidate>
      <Sheet title={t("references")} intro={t("limits")}>
        <div className="fields">
          <Field name="file" label={t("file")} hint={t("fileHint")} error={kept.error("file")}>
            {(control) => <input {...control} type="file" name="file" accept=".ris,.bib,.json,.nbib,.enw,.txt" />}
          </Field>
          <TextArea
            name="text"
            label={t("text")}
            hint={t("textHint")}
            optional
            rows={6}
            value={kept.value("text")}
            error={kept.error("text")}
          />
          <SelectField
            name="format"
            label={t("format")}
            options={[
              { value: "guess", label: t("guess") },
              ...referenceFormats.map((format) => ({ value: format, label: t(`formats.${format}`) })),
            ]}
            value={kept.value("format", "guess")}
            error={kept.error("format")}
          />
        </div>
      </Sheet>
      <FoundFields kept={kept} />
      <div className="acts row wrap">
        <Button variant="primary" busyText={t("reading")}>
          {t("read")}
        </Button>
        <ButtonLink to={path}>{t("cancel")}</ButtonLink>
      </div>
    </Form>
  );
}

/** Where the references were found: what a flow diagram after PRISMA and a method section tell. */
function FoundFields({ kept }: { kept: Kept }) {
  const t = useTranslations("imports");
  const words = useTranslations("sources");
  return (
    <Sheet title={t("found")} intro={t("foundIntro")}>
      <div className="fields">
        <SelectField
          name="channel"
          label={words("channel")}
          options={channels.map((channel) => ({ value: channel, label: words(`channels.${channel}`) }))}
          value={kept.value("channel", "database")}
          error={kept.error("channel")}
        />
        <TextField
          name="foundIn"
          label={t("foundIn")}
          hint={t("foundInHint")}
          optional
          value={kept.value("foundIn")}
          error={kept.error("foundIn")}
          maxLength={200}
        />
        <DateField name="searchedOn" label={t("searchedOn")} optional value={kept.value("searchedOn")} error={kept.error("searchedOn")} />
        <TextArea
          name="query"
          label={t("query")}
          hint={t("queryHint")}
          optional
          rows={3}
          value={kept.value("query")}
          error={kept.error("query")}
        />
      </div>
    </Sheet>
  );
}
