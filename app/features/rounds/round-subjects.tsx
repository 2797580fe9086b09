import { useTranslations } from "use-intl";
import type { ShownRound } from "./queries.server";

/** How many pieces of a list of codes are shown before it is folded. */
const shownAtOnce = 10;

/** What a round judges, by code: a long list in ranges, and of many ranges the first, the others to unfold. */
export function RoundSubjects({ round: { subjectKind, subjects } }: { round: Pick<ShownRound, "subjectKind" | "subjects"> }) {
  const t = useTranslations("rounds");
  const { count, codes } = subjects;
  const kind = t(`kinds.${subjectKind}`);
  const all = codes.join(", ");
  if (count <= shownAtOnce) return <>{`${kind}: ${all}`}</>;
  if (codes.length <= shownAtOnce) return <>{t("many", { kind, count, codes: all })}</>;
  return (
    <>
      {t("manyMore", { kind, count, codes: codes.slice(0, shownAtOnce).join(", ") })}
      <details className="more">
        <summary>{t("allCodes", { count })}</summary>
        <p>{all}</p>
      </details>
    </>
  );
}
