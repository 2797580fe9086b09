import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { Checkbox } from "~/ui/checkbox-group";
import { DateField } from "~/ui/date-field";
import { SelectField } from "~/ui/select-field";
import type { FactForm } from "./queries.server";

interface SourceFieldsProps {
  /** What is changed; nothing where it is new. */
  recorded: { asOf: string | null; sourceId: string | null; excerptId: string | null; ownStatement: boolean } | undefined;
  sources: FactForm["sources"];
  /** What is ticked where only the actor itself says so. */
  ownStatement: string;
  kept: Kept;
}

/** For which date something holds, where it comes from, and whether only the actor itself says so. */
export function SourceFields({ recorded, sources, ownStatement, kept }: SourceFieldsProps) {
  const t = useTranslations("actors");
  const source = recorded?.excerptId ? `excerpt/${recorded.excerptId}` : recorded?.sourceId ? `source/${recorded.sourceId}` : "";
  const asOf = recorded?.asOf?.split("-").reverse().join("-") ?? "";
  return (
    <>
      <DateField name="asOf" label={t("asOf")} hint={t("asOfHint")} optional value={kept.value("asOf", asOf)} error={kept.error("asOf")} />
      <SelectField
        name="source"
        label={t("source")}
        empty={t("noSource")}
        options={sources}
        value={kept.value("source", source)}
        error={kept.error("source")}
      />
      <Checkbox
        name="ownStatement"
        label={ownStatement}
        checked={kept.value("ownStatement", recorded?.ownStatement ? "yes" : "") === "yes"}
      />
    </>
  );
}
