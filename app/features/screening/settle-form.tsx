import { useTranslations } from "use-intl";
import type { LocalText } from "~/domain/local-text";
import { decisionsAt, mayHaveReason, needsExclusionReason, type ScreeningStep } from "~/domain/screening/steps";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { RadioGroup } from "~/ui/radio-group";
import { TextArea } from "~/ui/text-area";
import { ReasonFields } from "./reason-fields";

interface SettleFormProps {
  source: { id: string; code: string };
  step: ScreeningStep;
  version: number;
  reasons: readonly { key: string; label: LocalText }[];
  kept: Kept | undefined;
  primary: boolean;
}

/** The decision that counts where two differ, with the reason for it. */
export function SettleForm({ source, step, version, reasons, kept, primary }: SettleFormProps) {
  const t = useTranslations("screening");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).SettleForm }), "settle");
  const decisions = decisionsAt[step];
  const id = `f-${source.code}-`;
  return (
    <LiveForm live={live} className="fields" key={`${source.id} ${version}`} aria-label={t("settleOf", { code: source.code })}>
      <HiddenFields values={{ intent: "settle", source: source.id, step, version: kept?.value("version", String(version)) ?? version }} />
      <RadioGroup
        id={`${id}decision`}
        name="decision"
        label={t("settleAs")}
        options={decisions.map((decision) => ({ value: decision, label: t(`decide.${decision}`) }))}
        value={kept?.value("decision")}
        error={kept?.error("decision")}
      />
      {decisions.some((decision) => mayHaveReason(step, decision)) && (
        <ReasonFields
          idPrefix={id}
          reasons={reasons}
          stored={null}
          kept={kept}
          required={decisions.some((decision) => needsExclusionReason(step, decision))}
        />
      )}
      <TextArea
        id={`${id}why`}
        name="why"
        label={t("why")}
        hint={t("whyHint")}
        rows={2}
        value={kept?.value("why") ?? ""}
        error={kept?.error("why")}
      />
      <div>
        <Button variant={primary ? "primary" : "plain"} about={source.code}>
          {t("settle")}
        </Button>
      </div>
    </LiveForm>
  );
}
