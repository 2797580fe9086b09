import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { ShownRatePage } from "./read-rate-page.server";

interface SubjectStepsProps {
  subjects: ShownRatePage["subjects"];
  /** The code of the subject that is shown. */
  current: string;
  rateHref: (code: string) => string;
}

/** The way to the subjects before and after this one, in the order of the round; it stays where the list of subjects has no room. */
export function SubjectSteps({ subjects, current, rateHref }: SubjectStepsProps) {
  const t = useTranslations("ratings");
  const place = subjects.findIndex(({ code }) => code === current);
  const [before, after] = [subjects[place - 1], subjects[place + 1]];
  if (!before && !after) return null;
  return (
    <nav className="row wrap paging" aria-label={t("steps")}>
      {before && (
        <Link to={rateHref(before.code)} rel="prev">
          {t("stepBack", { code: before.code, title: before.title })}
        </Link>
      )}
      {after && (
        <Link to={rateHref(after.code)} rel="next">
          {t("stepOn", { code: after.code, title: after.title })}
        </Link>
      )}
    </nav>
  );
}
