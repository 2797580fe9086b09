import { useTranslations } from "use-intl";
import type { CitableProblem } from "~/domain/evidence/citable";
import type { PassagePiece } from "~/domain/text/mark-passage";
import { EvidenceHit } from "./evidence-hit";
import type { GroundKind } from "./ground-chip";

/** A piece of evidence that can be chosen as a ground: its key for the form, and what a person needs to choose. */
interface Pickable {
  key: string;
  kind: GroundKind;
  code: string;
  origin: string;
  text: string;
  lang?: string | undefined;
  quoted?: boolean | undefined;
  /** Where the words stand that were looked for; else the whole text is shown. */
  passage?: readonly PassagePiece[] | undefined;
  /** Why it can't be chosen now; what was chosen before may stay. */
  citable?: CitableProblem | null | undefined;
  citableFrom?: string | null | undefined;
  leftOut?: boolean | undefined;
}

export interface GroundPickerProps {
  /** Grounds as they are: ticked. */
  chosen: readonly Pickable[];
  /** What a search found: to be ticked. */
  found: readonly Pickable[];
  name?: string;
  error?: string | undefined;
}

/** The grounds of a judgement as ticked boxes, and below them what the search on the page has found. Works as a plain form. */
export function GroundPicker({ chosen, found, name = "grounds", error }: GroundPickerProps) {
  const t = useTranslations("ui.grounds");
  const others = found.filter(({ key }) => !chosen.some((one) => one.key === key));
  return (
    <fieldset className="f">
      <legend>{t("title")}</legend>
      {error && (
        <p className="err" id="grounds-error">
          {error}
        </p>
      )}
      {chosen.length === 0 && <p className="hint">{t("none")}</p>}
      <ul className="pick">
        {chosen.map((one) => (
          <PickItem key={one.key} one={one} name={name} checked />
        ))}
        {others.map((one) => (
          <PickItem key={one.key} one={one} name={name} checked={false} />
        ))}
      </ul>
    </fieldset>
  );
}

function PickItem({ one, name, checked }: { one: Pickable; name: string; checked: boolean }) {
  const { key, origin, text, citable = null, passage = text === "" ? [] : [{ text, hit: false }] } = one;
  return (
    <li>
      <label className="check">
        <input type="checkbox" name={name} value={key} defaultChecked={checked} disabled={citable !== null && !checked} />
        <span>
          <EvidenceHit
            kind={one.kind}
            code={one.code}
            from={origin}
            passage={passage}
            lang={one.lang}
            quoted={one.quoted}
            problem={citable}
            citableFrom={one.citableFrom}
            leftOut={one.leftOut}
          />
        </span>
      </label>
    </li>
  );
}
