import { useTranslations } from "use-intl";
import { textEntry } from "~/domain/forms/read-answer";
import type { Kept } from "~/platform/kept";
import { useStartLanguage } from "~/ui/intl";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-area";
import { TextField } from "~/ui/text-field";
import { languageOptions } from "~/ui/options";
import type { InterventionChoices, ShownIntervention } from "./queries.server";

export interface InterventionFieldsProps {
  intervention?: ShownIntervention | undefined;
  choices: InterventionChoices;
  languages: readonly string[];
  kept: Kept;
}

/** The fields of an intervention: name, description, the set of the protocol or a group of its own, source. */
export function InterventionFields({ intervention, choices, languages, kept }: InterventionFieldsProps) {
  const t = useTranslations("interventions");
  const startLanguage = useStartLanguage(languages);
  return (
    <div className="fields">
      <TextField
        name="title"
        label={t("title")}
        value={kept.value("title", intervention?.title ?? "")}
        lang={intervention?.language}
        error={kept.error("title")}
      />
      <TextArea
        name="description"
        label={t("description")}
        optional
        rows={4}
        value={kept.value("description", intervention?.description ?? "")}
        lang={intervention?.language}
        error={kept.error("description")}
      />
      <SelectField
        name="language"
        label={t("language")}
        options={languageOptions(languages)}
        value={kept.value("language", intervention?.language ?? startLanguage)}
        error={kept.error("language")}
      />
      <GroupFields intervention={intervention} choices={choices} languages={languages} kept={kept} />
      <SelectField
        name="source"
        label={t("source")}
        empty={t("noSource")}
        options={choices.sources}
        value={kept.value("source", intervention?.sourceId ?? "")}
        error={kept.error("source")}
      />
    </div>
  );
}

/** The set of the protocol that it belongs to, or a group of its own. */
function GroupFields({ intervention, choices, languages, kept }: InterventionFieldsProps) {
  const t = useTranslations("interventions");
  return (
    <>
      {choices.sets.length > 0 ? (
        <SelectField
          name="group"
          label={t("group")}
          empty={t("ownGroup")}
          options={choices.sets}
          value={kept.value("group", intervention ? (intervention.groupKey ?? "") : choices.sets[0]?.value)}
          error={kept.error("group")}
        />
      ) : (
        <input type="hidden" name="group" value="" />
      )}
      {languages.map((language) => {
        const name = textEntry("groupTitle", language);
        const own = intervention?.groupKey === null ? intervention.groupTitle[language] : "";
        return (
          <TextField
            key={language}
            name={name}
            label={languages.length > 1 ? t("groupTitleIn", { language: language.toUpperCase() }) : t("groupTitle")}
            lang={language}
            optional
            value={kept.value(name, own ?? "")}
            error={kept.error(name)}
          />
        );
      })}
    </>
  );
}
