import { useTranslations } from "use-intl";
import { useRoot } from "~/platform/root-data";
import type { FormProblem } from "~/platform/form-problem";
import { conflictFields } from "~/ui/conflict-fields";
import { ConflictScreen } from "~/ui/conflict-screen";
import type { ShownIntervention } from "./queries.server";

/** Somebody kept the intervention since the form was read: theirs and mine; the rest goes along as typed. */
export function InterventionConflict({
  intervention,
  problem,
  leaveHref,
}: {
  intervention: ShownIntervention;
  problem: FormProblem;
  leaveHref: string;
}) {
  const t = useTranslations("interventions");
  const { values } = problem;
  const labels = { title: t("title"), description: t("description") };
  const carried = Object.entries(values).filter(([name]) => !(name in labels) && name !== "version");
  return (
    <ConflictScreen
      what={intervention.code}
      theirs={{ version: intervention.version, at: intervention.createdAt }}
      base={{ version: Number(values["version"]?.[0] ?? 0) }}
      me={useRoot()?.user?.name ?? ""}
      fields={conflictFields(labels, { title: intervention.title, description: intervention.description }, values)}
      hidden={Object.fromEntries(carried.map(([name, given]) => [name, given[0] ?? ""]))}
      leaveHref={leaveHref}
    />
  );
}
