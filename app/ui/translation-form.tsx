import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import { HiddenFields } from "./confirm-page";
import { TextArea } from "./text-area";

export interface TranslationFormProps {
  /** What is translated, as its action names it: the id of the record, the field. */
  record: Readonly<Record<string, string>>;
  language: string;
  /** The translations there are; one that is *behind* was made of an earlier original. */
  translations: readonly { language: string; body: string; version: number; behind: boolean }[];
  id: string;
  name?: string;
  label: string;
  rows?: number;
  intent?: string;
  /** What the button is about, for who only hears it. */
  about?: string;
}

/** A text in another language of the study, with the version it was read at and its own button. */
export function TranslationForm({ record, language, translations, id, label, about, ...shape }: TranslationFormProps) {
  const t = useTranslations("ui.translation");
  const { name = "text", rows = 3, intent = "translate" } = shape;
  const translation = translations.find((one) => one.language === language);
  const version = translation?.version ?? 0;
  return (
    <Form key={`${language} ${version}`} method="post" className="fields" preventScrollReset>
      <HiddenFields values={{ ...record, language, version }} />
      <TextArea
        id={id}
        name={name}
        label={label}
        hint={translation?.behind && t("behind")}
        rows={rows}
        lang={language}
        value={translation?.body}
      />
      <div>
        <Button name="intent" value={intent} about={about}>
          {t("save")}
        </Button>
      </div>
    </Form>
  );
}
