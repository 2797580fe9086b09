import { useTranslations } from "use-intl";
import { actorLevels } from "~/domain/actors/levels";
import { textEntry } from "~/domain/forms/read-answer";
import type { Overtaken } from "~/domain/overtaken";
import { type OvertakenField, OvertakenScreen } from "~/ui/overtaken-screen";
import { languageOptions } from "~/ui/options";
import type { FactForm, ShownActor, ShownFact } from "./queries.server";
import type { RelationForm, ShownRelation } from "./read-relations.server";

export interface ActorOvertakenProps {
  overtaken: Overtaken;
  actor: ShownActor;
  facts: readonly ShownFact[];
  relations: readonly ShownRelation[];
  relationForm: RelationForm | null;
  /** The form of the fact, where the address asks for it. */
  form: FactForm | null;
  languages: readonly string[];
}

/** Somebody else changed the actor, one of its facts or a translation meanwhile. */
export function ActorOvertaken({ overtaken, actor, facts, form, relations, relationForm, languages }: ActorOvertakenProps) {
  const t = useTranslations("actors");
  const relation = relations.find(({ id }) => id === overtaken.mine["id"]?.[0]);
  const ofRelation = useRelationFields(relationForm, overtaken.mine, languages);
  const fact = facts.find(({ id }) => id === overtaken.mine["id"]?.[0]);
  const text: OvertakenField = { name: "text", label: t("text"), kind: "lines", lang: overtaken.mine["language"]?.[0] };
  const ofActor = useActorFields(languages);
  const ofFact = useFactFields(overtaken, form, languages);
  const fields = overtaken.mine["intent"]?.[0] === "translate-fact" ? [text] : [...ofFact, text];
  if (relation) return <OvertakenScreen what={t("whatRelationWas", { code: relation.code })} overtaken={overtaken} fields={ofRelation} />;
  return (
    <OvertakenScreen what={fact ? t("whatWas", { code: fact.code }) : actor.code} overtaken={overtaken} fields={fact ? fields : ofActor} />
  );
}

function useTextsOf(languages: readonly string[]) {
  const t = useTranslations("actors");
  return (name: "kind" | "focus" | "label"): OvertakenField[] =>
    languages.map((language) => ({
      name: textEntry(name, language),
      label: t("inLanguage", { label: t(name), language: language.toUpperCase() }),
      lang: language,
    }));
}

function useActorFields(languages: readonly string[]): OvertakenField[] {
  const t = useTranslations("actors");
  const texts = useTextsOf(languages);
  const levels = actorLevels.map((level) => ({ value: level, label: t(`levelNames.${level}`) }));
  return [
    { name: "name", label: t("name") },
    { name: "otherNames", label: t("otherNames"), kind: "lines" },
    ...texts("kind"),
    ...texts("focus"),
    { name: "levels", label: t("levels"), kind: "list", options: levels },
    { name: "ownLevels", label: t("ownLevels") },
    { name: "countries", label: t("countries"), kind: "lines" },
    { name: "url", label: t("url") },
  ];
}

/** All but the words; of the value the entries that either has one of, the others stay as typed. */
function useFactFields({ mine, theirs }: Overtaken, form: FactForm | null, languages: readonly string[]): OvertakenField[] {
  const t = useTranslations("actors");
  const texts = useTextsOf(languages);
  const values = Object.keys(theirs).filter((name) => /^value([.@]|$)/u.test(name) && mine[name] !== undefined);
  return [
    ...(mine[textEntry("label", languages[0] ?? "")] ? texts("label") : []),
    ...values.map((name): OvertakenField => ({ name, label: form?.label || t("value") })),
    {
      name: "language",
      label: t("language"),
      kind: "choice",
      options: languageOptions(languages),
    },
    { name: "asOf", label: t("asOf"), kind: "date" },
    { name: "source", label: t("source"), kind: "choice", options: useSourceChoices(form?.sources ?? []) },
    { name: "ownStatement", label: t("ownStatement"), kind: "tick" },
  ];
}

function useSourceChoices(sources: RelationForm["sources"]) {
  const t = useTranslations("actors");
  const listed = sources.flatMap((group) =>
    group.options.map(({ value, label }) => ({ value, label: value.startsWith("source/") ? group.label : label })),
  );
  return [{ value: "", label: t("noSource") }, ...listed];
}

/** All of a relation but who relates to whom; of a translation of its note the words alone. */
function useRelationFields(form: RelationForm | null, mine: Overtaken["mine"], languages: readonly string[]): OvertakenField[] {
  const t = useTranslations("actors");
  const sources = useSourceChoices(form?.sources ?? []);
  if (mine["intent"]?.[0] === "translate-relation") return [{ name: "text", label: t("note"), kind: "lines", lang: mine["language"]?.[0] }];
  return [
    { name: "countries", label: t("relationCountries"), kind: "lines" },
    { name: "asOf", label: t("asOf"), kind: "date" },
    { name: "source", label: t("source"), kind: "choice", options: sources },
    { name: "ownStatement", label: t("ownStatementRelation"), kind: "tick" },
    { name: "note", label: t("note"), kind: "lines", lang: mine["language"]?.[0] },
    { name: "language", label: t("languageOfNote"), kind: "choice", options: languageOptions(languages) },
  ];
}
