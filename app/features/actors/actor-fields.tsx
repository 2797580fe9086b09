import { useTranslations } from "use-intl";
import { actorLevelIfAny, actorLevels } from "~/domain/actors/levels";
import { textEntry } from "~/domain/forms/read-answer";
import type { Kept } from "~/platform/kept";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { TextArea } from "~/ui/text-area";
import { TextField } from "~/ui/text-field";
import type { ShownActor } from "./queries.server";

/** The fields of an actor: name and other names, kind and focus in each language of the assessment, levels, countries, website. */
export function ActorFields({ actor, languages, kept }: { actor?: ShownActor; languages: readonly string[]; kept: Kept }) {
  const t = useTranslations("actors");
  const local = (name: "kind" | "focus", language: string) => {
    const entry = textEntry(name, language);
    const label = languages.length > 1 ? t("inLanguage", { label: t(name), language: language.toUpperCase() }) : t(name);
    return { name: entry, label, lang: language, value: kept.value(entry, actor?.[name][language] ?? ""), error: kept.error(entry) };
  };
  return (
    <div className="fields">
      <TextField name="name" label={t("name")} value={kept.value("name", actor?.name ?? "")} error={kept.error("name")} />
      <TextArea
        name="otherNames"
        label={t("otherNames")}
        hint={t("otherNamesHint")}
        rows={2}
        optional
        value={kept.value("otherNames", actor?.otherNames.join("\n") ?? "")}
        error={kept.error("otherNames")}
      />
      {languages.map((language, place) => (
        <TextField key={language} {...local("kind", language)} hint={place === 0 ? t("kindHint") : undefined} optional />
      ))}
      {languages.map((language) => (
        <TextArea key={language} {...local("focus", language)} rows={2} optional />
      ))}
      <Levels levels={actor?.levels ?? []} kept={kept} />
      <TextArea
        name="countries"
        label={t("countries")}
        hint={t("countriesHint")}
        rows={2}
        optional
        value={kept.value("countries", actor?.countryNames.join("\n") ?? "")}
        error={kept.error("countries")}
      />
      <TextField name="url" type="url" label={t("url")} optional value={kept.value("url", actor?.url ?? "")} error={kept.error("url")} />
    </div>
  );
}

/** The levels that have a word to tick, and a line for any other. */
function Levels({ levels, kept }: { levels: readonly string[]; kept: Kept }) {
  const t = useTranslations("actors");
  const own = levels.filter((level) => actorLevelIfAny(level) === undefined);
  return (
    <>
      <CheckboxGroup
        name="levels"
        label={t("levels")}
        options={actorLevels.map((level) => ({ value: level, label: t(`levelNames.${level}`) }))}
        values={kept.values("levels", levels)}
        optional
        error={kept.error("levels")}
      />
      <TextField
        name="ownLevels"
        label={t("ownLevels")}
        hint={t("ownLevelsHint")}
        optional
        value={kept.value("ownLevels", own.join("; "))}
        error={kept.error("ownLevels")}
      />
    </>
  );
}
