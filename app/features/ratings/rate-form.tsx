import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import type { FoundEvidence } from "~/platform/search-evidence.server";
import { AutosaveNotice } from "~/ui/autosave-notice";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox-group";
import { HiddenFields } from "~/ui/confirm-page";
import { GroundPicker } from "~/ui/ground-picker";
import { useStartLanguage } from "~/ui/intl";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { NumberField } from "~/ui/number-field";
import { SavedIndicator } from "~/ui/saved-indicator";
import { ScaleField } from "~/ui/scale-field";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-area";
import { useAutosave } from "~/ui/use-autosave";
import { useFormVersion } from "~/ui/use-form-version";
import { languageOptions } from "~/ui/options";
import type { ScaleChoices } from "~/domain/judgements/scale-choices";
import type { ShownRatePage } from "./read-rate-page.server";

type Asked = ShownRatePage["criteria"][number];

export interface RateFormProps {
  /** What the round and the subject are called, to keep unsent work under. */
  place: string;
  asked: Asked;
  found: readonly FoundEvidence[];
  languages: readonly string[];
  mayOwnExpertise: boolean;
  /** The form of this criterion that could not be kept. */
  kept: Kept | undefined;
}

/** The judgement of one criterion: a level with its anchor, why, and what it rests on. It saves by itself with script, by its button without. */
export function RateForm({ place, asked, found, languages, mayOwnExpertise, kept }: RateFormProps) {
  const t = useTranslations("ratings");
  const live = useLiveForm(async () => (await import("./rate-schema")).readingOfRating(asked.scale));
  const autosave = useAutosave(`${place}/${asked.id}`, live.maySave);
  const startLanguage = useStartLanguage(languages);
  const { revalidate } = useRevalidator();
  const { state } = autosave.status;
  useEffect(() => {
    if (state === "saved") revalidate();
  }, [state, revalidate]);
  const version = useFormVersion(asked.mine?.version ?? 0, autosave.status, kept?.value("version") || undefined);
  const id = (name: string) => `f-${asked.code}-${name}`;
  const value = (name: string, fallback: string) => kept?.value(name, fallback) ?? fallback;
  return (
    <LiveForm live={live} autosave={autosave.form} className="fields" aria-label={`${asked.code} ${asked.title}`} preventScrollReset>
      <HiddenFields values={{ criterion: asked.id, version, intent: "rate" }} />
      <AutosaveNotice autosave={autosave} />
      <ValueField
        scale={asked.scale}
        id={id("value")}
        label={t("value")}
        value={value("value", asked.mine?.value ?? "")}
        error={kept?.error("value")}
      />
      <TextArea
        name="justification"
        id={id("justification")}
        label={t("justification")}
        hint={t("justificationHint")}
        rows={4}
        lang={asked.mine?.language}
        value={value("justification", asked.mine?.justification ?? "")}
        error={kept?.error("justification")}
      />
      <LanguageField
        id={id("language")}
        languages={languages}
        value={value("language", asked.mine?.language ?? startLanguage)}
        error={kept?.error("language")}
      />
      {mayOwnExpertise && (
        <OwnExpertise id={id("ownExpertise")} checked={value("ownExpertise", asked.mine?.ownExpertise ? "yes" : "") === "yes"} />
      )}
      <p className="hint">{t(mayOwnExpertise ? "groundOrExpertise" : "groundNeeded")}</p>
      <GroundPicker chosen={asked.chosen} found={found} error={kept?.error("grounds")} />
      <div className="row wrap">
        <Button icon="check" about={`${asked.code} ${asked.title}`}>
          {t("save")}
        </Button>
        <SavedIndicator status={autosave.status} />
        <StillMissing asked={asked} />
      </div>
    </LiveForm>
  );
}

/** The declared ground of a judgement that rests on the rater's own expertise. */
function OwnExpertise({ id, checked }: { id: string; checked: boolean }) {
  const t = useTranslations("ratings");
  return <Checkbox name="ownExpertise" id={id} value="yes" label={t("ownExpertise")} checked={checked} />;
}

/** What a judgement that was begun still lacks before its round can be sent. */
function StillMissing({ asked: { mine, missing } }: { asked: Asked }) {
  const t = useTranslations("ratings");
  if (!mine || missing.length === 0) return null;
  return <span className="small soft">{t("stillMissing", { parts: missing.map((part) => t(`parts.${part}`)).join(", ") })}</span>;
}

/** The language of the justification; there is nothing to choose in an assessment with one. */
function LanguageField({
  id,
  languages,
  value,
  error,
}: {
  id: string;
  languages: readonly string[];
  value: string;
  error: string | undefined;
}) {
  const t = useTranslations("ratings");
  if (languages.length < 2) return <input type="hidden" name="language" value={languages[0]} />;
  const options = languageOptions(languages);
  return <SelectField name="language" id={id} label={t("language")} options={options} value={value} error={error} />;
}

export interface ValueFieldProps {
  scale: ScaleChoices;
  id: string;
  label: string;
  value: string;
  error: string | undefined;
}

/** The value on whatever scale the criterion has: levels or classes as anchored choices, a number as a field with the answers without a level beside it. */
export function ValueField({ scale, id, label, value, error }: ValueFieldProps) {
  const t = useTranslations("ratings");
  if (!scale.numeric)
    return <ScaleField name="value" id={id} label={label} levels={scale.levels} others={scale.others} value={value} error={error} />;
  const { min, max, step, unit, anchors } = scale.numeric;
  const means = anchors.map(({ at, text }) => `${at}: ${text}`).join(" · ");
  const others = scale.others.map((other) => other.label).join(" / ");
  const shown = scale.others.find((other) => other.value === value)?.label ?? value;
  const hint = [t("numericHint", { min, max, step }), means && `${means}.`, others && t("orWithout", { others })].filter(Boolean).join(" ");
  return (
    <NumberField
      name="value"
      id={id}
      label={label}
      hint={hint}
      unit={unit || undefined}
      words={others !== ""}
      value={shown}
      error={error}
    />
  );
}
