import { useTranslations } from "use-intl";
import { textEntry } from "~/domain/forms/read-answer";
import { useRoot } from "~/platform/root-data";
import type { FormProblem } from "~/platform/form-problem";
import { conflictFields } from "~/ui/conflict-fields";
import { ConflictScreen } from "~/ui/conflict-screen";
import type { ShownActor, ShownFact } from "./queries.server";

export interface ActorConflictProps {
  actor: ShownActor;
  facts: readonly ShownFact[];
  languages: readonly string[];
  problem: FormProblem;
  leaveHref: string;
}

/** Somebody kept the actor, or the fact, since the form was read: theirs and mine, field by field; what has no field of its own goes along as typed. */
export function ActorConflict({ actor, facts, languages, problem, leaveHref }: ActorConflictProps) {
  const t = useTranslations("actors");
  const me = useRoot()?.user?.name ?? "";
  const { values } = problem;
  const fact = facts.find(({ id }) => id === values["id"]?.[0]);
  const local = (["kind", "focus"] as const).flatMap((name) =>
    languages.map((language) => ({
      name: textEntry(name, language),
      label: t("inLanguage", { label: t(name), language: language.toUpperCase() }),
      value: actor[name][language] ?? "",
    })),
  );
  const labels: Record<string, string> = fact
    ? { text: t("text"), asOf: t("asOf") }
    : {
        name: t("name"),
        ...Object.fromEntries(local.map(({ name, label }) => [name, label])),
        levels: t("levels"),
        countries: t("countries"),
        url: t("url"),
      };
  const theirs: Record<string, string> = fact
    ? { text: fact.text, asOf: fact.asOf ?? "" }
    : {
        name: actor.name,
        ...Object.fromEntries(local.map(({ name, value }) => [name, value])),
        levels: actor.levels.join("\n"),
        countries: actor.countries.join("\n"),
        url: actor.url ?? "",
      };
  const carried = Object.entries(values).filter(([name]) => !(name in labels) && name !== "version");
  return (
    <ConflictScreen
      what={fact ? t("whatWas", { code: fact.code }) : actor.code}
      theirs={{ version: fact?.version ?? actor.version, at: fact?.at ?? actor.createdAt }}
      base={{ version: Number(values["version"]?.[0] ?? 0) }}
      me={me}
      fields={conflictFields(labels, theirs, values)}
      hidden={Object.fromEntries(carried.map(([name, given]) => [name, given[0] ?? ""]))}
      leaveHref={leaveHref}
    />
  );
}
