import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { LinkTabs } from "~/ui/link-tabs";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { CodeExports } from "./code-exports";
import type { CodesPage as Page } from "./load-codes.server";

/** The codebook with how often each code was used, in all, by interview or by question; every number leads to its passages. */
export function CodesPage({ page }: { page: Page }) {
  const t = useTranslations("codes");
  const { base, by, columns, rows, total, behind } = page;
  const tabs = (["codebook", "interview", "question"] as const).map((each) => ({ label: t(`by.${each}`), href: `?by=${each}` }));
  return (
    <>
      <PageHead
        title={t("title")}
        lede={t("lede")}
        meta={
          <>
            <span>{t("total", { count: total })}</span>
            {behind > 0 && <span>{t("behind", { count: behind })}</span>}
          </>
        }
        acts={total > 0 && <CodeExports base={base} query="" />}
      />
      <LinkTabs label={t("views")} tabs={tabs} current={`?by=${by}`} />
      <Sheet title={t(`by.${by}`)} intro={total === 0 ? t("howTo") : t("intro")} flush>
        {by === "codebook" ? <Codebook rows={rows} base={base} /> : <Counts rows={rows} columns={columns} by={by} base={base} />}
      </Sheet>
    </>
  );
}

function Codebook({ rows, base }: Pick<Page, "rows" | "base">) {
  const t = useTranslations("codes");
  return (
    <ul className="codebook">
      {rows.map(({ code, depth, title, definition, passages, texts }) => (
        <li key={code} className={depth === 0 ? "stack" : "stack sub"}>
          <p className="row wrap">
            <Link to={`${base}/codes/${code}`}>
              <bdi className="strong">{title}</bdi>
            </Link>
            <span className="small soft push num">{t("used", { passages, texts })}</span>
          </p>
          <p className="small" dir="auto">
            {definition}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Counts({ rows, columns, by, base }: Pick<Page, "rows" | "columns" | "base"> & { by: "interview" | "question" }) {
  const t = useTranslations("codes");
  if (columns.length === 0) return <p className="body soft">{t("noAnswers")}</p>;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t("table")}>
      <table className="t counts">
        <thead>
          <tr>
            <th scope="col">{t("code")}</th>
            {columns.map((column) => (
              <th scope="col" key={column.key} className="num">
                <Link to={`${base}/interviews/matrix?${by}=${column.key}`}>
                  {by === "question" && <span className="vh">{t("questionOf")} </span>}
                  {column.key} {column.people && <bdi>{column.people}</bdi>}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                <Link to={`${base}/codes/${row.code}`}>
                  <bdi>{row.title}</bdi>
                </Link>
              </th>
              {row.counts.map((count, place) => (
                <td key={columns[place]?.key} className="num">
                  {count === 0 ? (
                    <span className="faint">0</span>
                  ) : (
                    <Link to={`${base}/codes/${row.code}?${by}=${columns[place]?.key}`}>
                      {count}
                      <span className="vh"> {t("passagesOf", { title: row.title, column: columns[place]?.key ?? "" })}</span>
                    </Link>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
