import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { RadioGroup } from "~/ui/radio-group";
import { Sheet } from "~/ui/sheet";

/** A shipped protocol in the words of the page. */
export interface ShippedChoice {
  key: string;
  title: string;
  purpose: string;
  languages: readonly string[];
}

/** Chooses one of the protocols that come with the product. */
export function ShippedProtocolForm({ protocols, kept }: { protocols: readonly ShippedChoice[]; kept: Kept }) {
  const t = useTranslations("assessments.new");
  const names = useTranslations("assessments");
  const inWords = (languages: readonly string[]) => languages.map((code) => names("languageNames", { code })).join(", ");
  return (
    <Sheet title={t("shipped")} intro={t("shippedIntro")}>
      <Form method="post" encType="multipart/form-data" className="fields" noValidate>
        <RadioGroup
          name="shipped"
          layout="list"
          label={t("choose")}
          value={kept.value("shipped")}
          error={kept.error("shipped")}
          options={protocols.map(({ key, title, purpose, languages }) => ({
            value: key,
            label: title,
            hint: `${purpose} ${t("writtenIn", { languages: inWords(languages) })}`,
          }))}
        />
        <div>
          <Button variant="primary" name="intent" value="choose">
            {t("look")}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}

/** Sends a protocol file to be read and checked. */
export function ProtocolFileForm({ kept, again }: { kept: Kept; again?: boolean }) {
  const t = useTranslations("assessments");
  return (
    <Sheet title={t(again ? "check.again" : "new.own")} intro={t(again ? "check.againIntro" : "new.ownIntro")}>
      <Form method="post" action="/assessments/new?index" encType="multipart/form-data" className="fields" noValidate>
        <Field name="file" label={t("new.file")} error={kept.error("file")}>
          {(control) => <input {...control} type="file" name="file" accept=".yaml,.yml" />}
        </Field>
        <div>
          <Button name="intent" value="read">
            {t(again ? "check.again" : "new.read")}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
