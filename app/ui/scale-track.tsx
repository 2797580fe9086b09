import { useTranslations } from "use-intl";

export interface ScaleTrackProps {
  levels: readonly { value: string; label: string }[];
  /** The agreed value, ringed in ochre. */
  agreed?: string | undefined;
  /** What each rater gave; a letter stands for the person. */
  raters?: readonly { letter: string; value: string }[] | undefined;
}

/** A scale with the values that raters gave and the one that they agreed on. */
export function ScaleTrack({ levels, agreed, raters = [] }: ScaleTrackProps) {
  const t = useTranslations("ui.heat");
  const said = [
    agreed !== undefined && t("agreedAt", { value: agreed }),
    ...raters.map(({ letter, value }) => t("ratedAt", { rater: letter, value })),
  ];
  return (
    <div className="track" role="img" aria-label={said.filter(Boolean).join(", ")}>
      {levels.map((level) => {
        const here = raters.filter((rater) => rater.value === level.value);
        return (
          <span key={level.value} className="stop">
            <i>{level.value}</i>
            {agreed === level.value && <em>{level.value}</em>}
            {here.length > 0 && (
              <span className="rr3">
                {here.map((rater) => (
                  <b key={rater.letter}>{rater.letter}</b>
                ))}
              </span>
            )}
          </span>
        );
      })}
    </div>
  );
}
