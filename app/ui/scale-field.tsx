import type { ReactNode } from "react";
import type { FieldBase } from "./field";
import { FieldGroup } from "./field";

/** One level of a scale: its value, its short name and the text that anchors it. */
interface ScaleLevel {
  value: string;
  label: ReactNode;
  /** What stands before the name: the value itself unless given; null = nothing. */
  mark?: ReactNode;
  anchor?: ReactNode;
}

export interface ScaleFieldProps extends FieldBase {
  levels: readonly ScaleLevel[];
  value?: string | undefined;
  /** Choices beside the scale, such as "cannot be judged". */
  others?: readonly ScaleLevel[] | undefined;
}

/** A judgement on an anchored scale: every level with its number, its name and what it means. None is chosen beforehand. */
export function ScaleField({ levels, value, others = [], ...field }: ScaleFieldProps) {
  return (
    <FieldGroup {...field} radios>
      {({ id }) => (
        <div className="levels">
          {[...levels, ...others].map((level, place) => (
            <label key={level.value} className="level">
              <input
                type="radio"
                id={place === 0 ? id : `${id}-${place + 1}`}
                name={field.name}
                value={level.value}
                defaultChecked={level.value === value}
                disabled={field.readOnly}
              />
              {place < levels.length && level.mark !== null && <b className="num">{level.mark ?? level.value}</b>}
              <span>
                <span className="strong">{level.label}</span>
                {level.anchor && <span className="hint">{level.anchor}</span>}
              </span>
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}
