import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { ComparedOptions } from "./compare-options.server";
import { CellOf } from "./compared-cell";

type Kind = ComparedOptions["kinds"][number];

/** Options of one kind side by side: a row per criterion. Narrow, one option fills the screen, and each of its cells names its criterion. */
export function OptionTable({ kind: { kind, options, criteria }, base }: { kind: Kind; base: string }) {
  const t = useTranslations("options");
  const named = useTranslations("ui.table");
  const caption = t("table", { kind: t(`kindHeads.${kind}`) });
  return (
    <>
      {options.length > 1 && (
        <nav className="compare-jump" aria-label={t("jump", { kind: t(`kindHeads.${kind}`) })}>
          {options.map(({ code }) => (
            <a key={code} className="num" href={`#${code}`}>
              {code}
            </a>
          ))}
        </nav>
      )}
      <div className="scroll compare-scroll" role="region" tabIndex={0} aria-label={named("region", { caption })}>
        <table className="t compare">
          <caption className="vh">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t("criterion")}</th>
              {options.map(({ id, code, title }) => (
                <th scope="col" key={id} id={code}>
                  <Link to={`${base}/options/${code}`}>
                    <span className="num">{code}</span> {title}
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {criteria.map((criterion) => (
              <tr key={criterion.id}>
                <th scope="row">{criterion.title}</th>
                {criterion.cells.map((cell) => (
                  <td key={cell.option} data-head={criterion.title}>
                    <CellOf cell={cell} base={base} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
