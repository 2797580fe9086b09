import { useTranslations } from "use-intl";
import type { ShownCriterion } from "./read-subject-ratings.server";

/** The mark of what was judged on an earlier wording of the criterion or its scale, with that wording to read. */
export function EarlierWording({ criterion: { earlier, scale } }: { criterion: Pick<ShownCriterion, "earlier" | "scale"> }) {
  const t = useTranslations("ratings");
  if (!earlier) return null;
  const levels = [...(scale?.levels ?? []), ...(scale?.others ?? [])];
  const anchors = scale?.numeric?.anchors ?? [];
  return (
    <details className="more earlier">
      <summary>{t("earlierWording")}</summary>
      <div className="stack">
        <p className="small soft">{t("earlierHint")}</p>
        <p className="strong">{earlier.title}</p>
        {earlier.description && <p>{earlier.description}</p>}
        {scale?.numeric && <p>{t("numericHint", { min: scale.numeric.min, max: scale.numeric.max, step: scale.numeric.step })}</p>}
        <ul>
          {levels.map(({ value, mark, label, anchor }) => (
            <li key={value}>
              {mark !== null && <b className="num">{mark} </b>}
              <span className="strong">{label}</span>
              {anchor && `: ${anchor}`}
            </li>
          ))}
          {anchors.map(({ at, text }) => (
            <li key={at}>
              <b className="num">{at}</b> {text}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
