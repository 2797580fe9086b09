import { useTranslations } from "use-intl";
import { Bar } from "./bar";

/** One measure of progress. */
export interface Progress {
  label: string;
  done: number;
  total: number;
}

/** Measures of progress, each with its numbers and a bar. */
export function Meter({ measures }: { measures: readonly Progress[] }) {
  const t = useTranslations("ui.meter");
  return (
    <ul className="meter">
      {measures.map(({ label, done, total }) => (
        <li key={label}>
          <span>{label}</span>
          <b className="num">{t("of", { done, total })}</b>
          <Bar done={done} total={total} />
        </li>
      ))}
    </ul>
  );
}
