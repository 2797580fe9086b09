import { useTranslations } from "use-intl";
import { relationSides } from "~/domain/actors/relation";
import type { Kept } from "~/platform/kept";
import { languageOptions } from "~/ui/options";
import { RadioGroup } from "~/ui/radio-group";
import { useStartLanguage } from "~/ui/intl";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-area";
import { TextField } from "~/ui/text-field";
import type { RelationForm, ShownRelation } from "./read-relations.server";
import { SourceFields } from "./source-fields";

/** How the actor stands to another: to one of the list, or to one that is not in it yet, by its name alone. */
export function NewRelationFields({ form, kept }: { form: RelationForm; kept: Kept }) {
  const t = useTranslations("actors");
  return (
    <>
      <RadioGroup
        name="side"
        label={t("side")}
        options={relationSides.map((side) => ({ value: side, label: t(`sides.${side}`) }))}
        value={kept.value("side")}
        error={kept.error("side")}
      />
      <SelectField
        name="other"
        label={t("otherActor")}
        empty={t("chooseActor")}
        options={form.actors}
        value={kept.value("other")}
        error={kept.error("other")}
      />
      <TextField
        name="otherName"
        label={t("otherName")}
        hint={t("otherNameHint")}
        optional
        value={kept.value("otherName")}
        error={kept.error("otherName")}
      />
    </>
  );
}

interface RelationFieldsProps {
  form: RelationForm;
  relation?: ShownRelation;
  languages: readonly string[];
  kept: Kept;
}

/** What is recorded of a relation: countries, date, source, own statement and a note. */
export function RelationFields({ form, relation, languages, kept }: RelationFieldsProps) {
  const t = useTranslations("actors");
  const startLanguage = useStartLanguage(languages);
  return (
    <>
      <TextArea
        name="countries"
        label={t("relationCountries")}
        hint={t("countriesHint")}
        rows={2}
        optional
        value={kept.value("countries", relation?.countries.join("\n") ?? "")}
        error={kept.error("countries")}
      />
      <SourceFields recorded={relation} sources={form.sources} ownStatement={t("ownStatementRelation")} kept={kept} />
      <TextArea
        name="note"
        label={t("note")}
        rows={2}
        lang={relation?.language}
        optional
        value={kept.value("note", relation?.note ?? "")}
        error={kept.error("note")}
      />
      <SelectField
        name="language"
        label={t("languageOfNote")}
        options={languageOptions(languages)}
        value={kept.value("language", relation?.language ?? startLanguage)}
        error={kept.error("language")}
      />
    </>
  );
}
