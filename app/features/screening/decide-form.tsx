import { useNavigation } from "@remix-run/react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { decisionsAt, mayHaveReason, needsExclusionReason, type ScreeningDecision, type ScreeningStep } from "~/domain/screening/steps";
import type { Kept } from "~/platform/kept";
import { useRoot } from "~/platform/root-data";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { TextArea } from "~/ui/text-area";
import { useScripted } from "~/ui/use-scripted";
import { useShortcut } from "~/ui/use-shortcut";
import type { Publication, StepShown } from "./load-step.server";
import { ReasonFields } from "./reason-fields";

/** The key that takes each decision. */
const keyOf: Readonly<Record<ScreeningDecision, string>> = {
  include: "i",
  exclude: "e",
  unsure: "u",
  retrieved: "r",
  "not-retrieved": "n",
};

interface DecideFormProps {
  step: ScreeningStep;
  source: Publication;
  reasons: StepShown["reasons"];
  kept: Kept;
}

/** One decision by a button or a key; to leave out may need a reason, and a note can go with it. */
export function DecideForm({ step, source, reasons, kept }: DecideFormProps) {
  const t = useTranslations("screening");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).DecideForm }), "decide");
  const frame = useRef<HTMLDivElement>(null);
  const scripted = useScripted();
  const wanted = (useRoot()?.frame?.shortcuts ?? true) && scripted;
  const decisions = decisionsAt[step];
  const hasReason = decisions.some((decision) => mayHaveReason(step, decision));
  // A second press while the first is under way would meet it as somebody else's.
  const isFree = useNavigation().state === "idle";
  const press = (decision: ScreeningDecision) =>
    isFree && frame.current?.querySelector<HTMLButtonElement>(`button[value="${decision}"]`)?.click();
  return (
    <div ref={frame}>
      {decisions.map((decision) => (
        <Shortcut key={decision} letter={keyOf[decision]} act={() => press(decision)} on={wanted} />
      ))}
      <LiveForm live={live} className="fields" key={`${source.id} ${source.mine?.version ?? 0}`}>
        <HiddenFields
          values={{ intent: "decide", source: source.id, step, version: kept.value("version", String(source.mine?.version ?? 0)) }}
        />
        {hasReason && (
          <ReasonFields
            idPrefix="f-"
            reasons={reasons}
            stored={source.mine?.reason ?? null}
            kept={kept}
            required={decisions.some((decision) => needsExclusionReason(step, decision))}
          />
        )}
        <TextArea
          name="note"
          label={t("note")}
          optional
          rows={2}
          value={kept.value("note", source.mine?.note ?? "")}
          error={kept.error("note")}
        />
        <div className="row wrap decisions">
          {decisions.map((decision) => (
            <Button key={decision} name="decision" value={decision} variant={source.mine?.decision === decision ? "primary" : "plain"}>
              {t(`decide.${decision}`)}
              {wanted && <kbd aria-hidden="true">{keyOf[decision].toUpperCase()}</kbd>}
            </Button>
          ))}
        </div>
      </LiveForm>
      {wanted && (
        <p className="small soft after-decision">
          {t("keys", { keys: decisions.map((decision) => keyOf[decision].toUpperCase()).join(", ") })}
        </p>
      )}
    </div>
  );
}

/** A key that does something while no field has the focus. */
function Shortcut({ letter, act, on }: { letter: string; act: () => void; on: boolean }) {
  useShortcut(letter, act, on);
  return null;
}
