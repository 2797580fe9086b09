import { useTranslations } from "use-intl";
import { textIn } from "~/domain/local-text";
import type { Overtaken } from "~/domain/overtaken";
import { useLanguage } from "~/ui/intl";
import { type OvertakenField, OvertakenScreen } from "~/ui/overtaken-screen";
import { fieldStem } from "./answer-field-problem";
import type { FieldFormPage } from "./load-field-form.server";

interface FieldOvertakenProps {
  page: FieldFormPage;
  field: string;
  overtaken: Overtaken;
}

/** Somebody else answered the same field of a research question meanwhile. */
export function FieldOvertaken({ page, field, overtaken }: FieldOvertakenProps) {
  const t = useTranslations("protocolField");
  const language = useLanguage();
  const asked = page.fields.find((each) => each.field.name === field);
  const label = textIn(asked?.field.label, language, page.languages);
  const stem = fieldStem(field);
  const names = [...new Set([...Object.keys(overtaken.mine), ...Object.keys(overtaken.theirs)])];
  const values = names.filter((name) => name === stem || name.startsWith(`${stem}.`) || name.startsWith(`${stem}@`));
  return (
    <OvertakenScreen
      what={`${page.question.code}: ${label}`}
      overtaken={overtaken}
      fields={[
        ...values.map((name): OvertakenField => ({ name, label, ...(asked?.field.answer.kind === "long-text" && { kind: "lines" }) })),
        { name: "explanation", label: t("remark"), kind: "lines" },
        { name: "notApplicable", label: t("notApplicable"), kind: "tick" },
        { name: "reason", label: t("why"), kind: "lines" },
      ]}
    />
  );
}
