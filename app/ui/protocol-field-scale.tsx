import { textIn } from "~/domain/local-text";
import type { AnswerOf } from "~/domain/protocol/fields";
import { extraValuesOf, levelsOf, type NumericScale, type Scale } from "~/domain/protocol/scales";
import type { z } from "zod";
import type { FieldBase } from "./field";
import { FieldGroup } from "./field";
import { NumberField } from "./number-field";
import type { FieldLanguages, ProtocolFieldSetting, Typed } from "./protocol-field-setting";

interface ProtocolScaleProps {
  answer: AnswerOf<"scale">;
  base: FieldBase;
  value: unknown;
  setting: ProtocolFieldSetting;
  typed: Typed | undefined;
}

/** Up to this many numbers are shown as levels to choose from; more are typed. */
const mostLevels = 11;

/** A level to choose: what is sent, its mark before the name, its name and its anchor. */
interface Level {
  value: string;
  mark: string;
  label: string;
  anchor: string;
}

/** A judgement on a scale of the protocol: its levels with their anchors, or a number on a scale too long to list. */
export function ProtocolScale({ answer, base, value, setting, typed }: ProtocolScaleProps) {
  const scale = setting.scales.find((each) => each.id === answer.scale);
  if (!scale) return null;
  const chosen = typed?.value(base.name) ?? (typeof value === "string" || typeof value === "number" ? String(value) : undefined);
  const numbers = scale.kind === "numeric" ? numbersOf(scale, setting) : undefined;
  const levels = [...(numbers ?? listed(scale, setting)), ...extras(scale, setting)];
  if (scale.kind === "numeric" && !numbers) {
    const isExtra = levels.some((level) => level.value === chosen);
    return (
      <div className="stack">
        <NumberField
          {...base}
          value={isExtra ? undefined : chosen}
          unit={textIn(scale.unit, setting.language, setting.fallbackOrder) || undefined}
        />
        {levels.length > 0 && (
          <Levels base={{ ...base, id: `${base.name}-extra`, hint: undefined, error: undefined }} levels={levels} chosen={chosen} />
        )}
      </div>
    );
  }
  return <Levels base={base} levels={levels} chosen={chosen} />;
}

function Levels({ base, levels, chosen }: { base: FieldBase; levels: readonly Level[]; chosen: string | undefined }) {
  return (
    <FieldGroup {...base}>
      {({ id }) => (
        <div className="levels">
          {levels.map((level, place) => (
            <label key={level.value} className="level">
              <input
                type="radio"
                id={place === 0 ? id : `${id}-${place + 1}`}
                name={base.name}
                value={level.value}
                defaultChecked={level.value === chosen}
                disabled={base.readOnly}
              />
              {level.mark !== "" && <b className="num">{level.mark}</b>}
              <span>
                {level.label !== "" && <span className="strong">{level.label}</span>}
                {level.anchor !== "" && <span className="hint">{level.anchor}</span>}
              </span>
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}

function listed(scale: Scale, { language, fallbackOrder }: FieldLanguages): Level[] {
  return levelsOf(scale).map(({ key, label, anchor, value }) => ({
    value: key,
    mark: value === null ? "" : String(value),
    label: textIn(label, language, fallbackOrder),
    anchor: textIn(anchor, language, fallbackOrder),
  }));
}

function extras(scale: Scale, { language, fallbackOrder }: FieldLanguages): Level[] {
  return extraValuesOf(scale).map(({ key, label, anchor }) => ({
    value: key,
    mark: "",
    label: textIn(label, language, fallbackOrder),
    anchor: textIn(anchor, language, fallbackOrder),
  }));
}

function numbersOf(scale: z.infer<typeof NumericScale>, { language, fallbackOrder }: FieldLanguages): Level[] | undefined {
  const steps = Math.round((scale.max - scale.min) / scale.step);
  if (steps + 1 > mostLevels) return undefined;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const number = scale.min + step * scale.step;
    const anchor = scale.anchors?.find(({ at }) => at === number)?.text;
    return { value: String(number), mark: String(number), label: "", anchor: textIn(anchor, language, fallbackOrder) };
  });
}
