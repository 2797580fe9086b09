import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Icon } from "~/ui/icon";
import { Sheet } from "~/ui/sheet";
import type { compareOptions } from "./queries.server";

type Compared = Awaited<ReturnType<typeof compareOptions>>;
type Cell = Compared["criteria"][number]["cells"][number];

/** Options side by side: a row per criterion, in each cell the agreed level and what speaks for and against. */
export function OptionTable({ compared: { options, criteria }, path }: { compared: Compared; path: string }) {
  const t = useTranslations("options");
  const named = useTranslations("ui.table");
  return (
    <Sheet title={t("comparison")} flush>
      <div className="scroll" role="region" tabIndex={0} aria-label={named("region", { caption: t("comparison") })}>
        <table className="t compare">
          <caption className="vh">{t("comparison")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("criterion")}</th>
              {options.map((option) => (
                <th scope="col" key={option.id}>
                  <Link to={`${path}/${option.code}`}>
                    <span className="num">{option.code}</span> {option.title}
                  </Link>
                  <span className="small soft block">{t(`kinds.${option.kind}`)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {criteria.map((criterion) => (
              <tr key={criterion.id}>
                <th scope="row">{criterion.title}</th>
                {criterion.cells.map((cell) => (
                  <td key={cell.option}>
                    <ComparedCell cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  );
}

function ComparedCell({ cell }: { cell: Cell }) {
  const t = useTranslations("options");
  if (cell.level === null && cell.points.length === 0) return <span className="faint">{t("nothing")}</span>;
  return (
    <>
      {cell.level !== null && <p className={cell.points.length > 0 ? "strong small" : "soft small"}>{cell.level}</p>}
      <ul className="points">
        {cell.points.map((point) => (
          <li key={point.id} className="said" lang={point.lang}>
            <PointMark side={point.side} /> {point.text}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whether a point speaks for or against, as a drawing and a word that is heard. */
export function PointMark({ side }: { side: string }) {
  const t = useTranslations("options");
  return <Icon name={side === "for" ? "plus" : "minus"} label={t(side === "for" ? "for" : "against")} />;
}
