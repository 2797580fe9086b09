import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { mailTimes, type MailChoice } from "~/domain/work/mail";
import { Button } from "~/ui/button";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { Notice } from "~/ui/notice";
import { RadioGroup } from "~/ui/radio-group";
import { SelectField } from "~/ui/select-field";
import { Sheet } from "~/ui/sheet";

interface MailFormProps {
  mail: MailChoice & { setUp: boolean; studies: readonly { id: string; title: string; muted: boolean }[] };
}

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, "0")}:00` }));

/** When a person wants mail about what waits for her, and about which assessments none. */
export function MailForm({ mail: { setUp, when, hour, studies } }: MailFormProps) {
  const t = useTranslations("accounts.mail");
  return (
    <Sheet title={t("title")} intro={t("intro")} id="mail">
      {!setUp && <Notice className="kept">{t("notSetUp")}</Notice>}
      <Form method="post" className="fields" reloadDocument>
        <RadioGroup
          name="when"
          label={t("when")}
          value={when}
          options={mailTimes.map((value) => ({ value, label: t(`times.${value}`) }))}
        />
        <SelectField name="hour" label={t("hour")} hint={t("hourHint")} value={String(hour)} options={hours} />
        {studies.length > 0 && (
          <CheckboxGroup
            name="muted"
            label={t("muted")}
            optional
            layout="list"
            values={studies.filter(({ muted }) => muted).map(({ id }) => id)}
            options={studies.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
        <div>
          <Button name="intent" value="mail">
            {t("save")}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
