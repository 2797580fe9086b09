import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { groundChipKinds } from "~/ui/ground-chip-kinds";
import { ButtonLink } from "~/ui/button";
import { GroundChip } from "~/ui/ground-chip";
import { LinkTabs } from "~/ui/link-tabs";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { StatementNumber } from "~/ui/statement-number";
import type { loadOrphans } from "./load-orphans.server";

type Loaded = Awaited<ReturnType<typeof loadOrphans>>;

/** What lies loose in a study: evidence that is never used, and statements on which nothing stands. */
export function OrphansPage({ loaded }: { loaded: Loaded }) {
  const t = useTranslations("statements.orphans");
  return (
    <>
      <PageHead
        title={t("heading")}
        lede={t("lede")}
        crumbs={[{ label: t("statements"), href: `${loaded.base}/statements` }, { label: t("heading") }]}
      />
      <div className="gap">
        <Unused loaded={loaded} />
        <Sheet title={t("nowhere")} aside={<span className="small soft num">{loaded.statements.length}</span>} intro={t("nowhereHint")}>
          {loaded.statements.length === 0 && <p className="soft">{t("noneNowhere")}</p>}
          <ul className="items">
            {loaded.statements.map((statement) => (
              <li key={statement.id}>
                <p className="row wrap">
                  <StatementNumber code={statement.code} href={statement.href ?? undefined} />
                  <span className="small soft">{t(`missing.${statement.of}`)}</span>
                </p>
                <p className="quote" lang={statement.text?.language}>
                  {statement.text?.text}
                </p>
              </li>
            ))}
          </ul>
        </Sheet>
      </div>
    </>
  );
}

function Unused({ loaded: { base, kind, kinds, evidence, next, mayCite } }: { loaded: Loaded }) {
  const t = useTranslations("statements.orphans");
  const path = `${base}/statements/orphans`;
  const tabs = kinds.map((one) => ({ label: t(`kinds.${one.kind}`), href: `${path}?kind=${one.kind}`, count: one.count }));
  return (
    <Sheet title={t("unused")}>
      <LinkTabs label={t("unused")} current={`${path}?kind=${kind}`} tabs={tabs} />
      {evidence.length === 0 && <p className="soft">{t("allUsed")}</p>}
      <ul className="items">
        {evidence.map((one) => (
          <li key={one.id}>
            <p className="row wrap">
              <GroundChip kind={groundChipKinds[one.kind]} code={one.code} withheld={one.withheld !== null} href={one.href ?? undefined} />
              <span className="small soft">{one.from}</span>
            </p>
            {one.text && (
              <p className="quote" lang={one.text.language}>
                {one.quoted ? <q>{one.text.text}</q> : one.text.text}
              </p>
            )}
            {mayCite && (
              <p className="small">
                <Link to={`${base}/cite?evidence=${encodeURIComponent(one.code)}`}>{t("cite", { code: one.code })}</Link>
              </p>
            )}
          </li>
        ))}
      </ul>
      {next !== null && <ButtonLink to={`?kind=${kind}&after=${encodeURIComponent(next)}`}>{t("more")}</ButtonLink>}
    </Sheet>
  );
}
