import { Link, useNavigate } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { useShortcut } from "~/ui/use-shortcut";
import type { stepsOf } from "./difference-path";

/** How far a round is with its differences, and the way to those before and after this one: also with the keys K and J. */
export function DifferenceSteps({ steps, base }: { steps: ReturnType<typeof stepsOf>; base: string }) {
  const t = useTranslations("rounds");
  const { settled, total, place, previous, next } = steps;
  const navigate = useNavigate();
  useShortcut("k", () => void navigate(base + (previous ?? "")), previous !== undefined);
  useShortcut("j", () => void navigate(base + (next ?? "")), next !== undefined);
  if (total === 0) return null;
  return (
    <nav className="row wrap paging" aria-label={t("steps")}>
      <span className="soft">{place > 0 ? t("placeOf", { place, settled, total }) : t("settledOf", { settled, total })}</span>
      {previous && (
        <Link to={base + previous} rel="prev" aria-keyshortcuts="k">
          {t("previous")}
        </Link>
      )}
      {next && (
        <Link to={base + next} rel="next" aria-keyshortcuts="j">
          {t("next")}
        </Link>
      )}
    </nav>
  );
}
