import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { Button, ButtonLink } from "~/ui/button";
import type { Crumb } from "~/ui/page-head";
import { MetaFact } from "~/ui/meta-fact";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { StatusTag } from "~/ui/status-tag";
import { Time } from "~/ui/time";
import { ColumnsForm } from "./columns-form";
import type { ShownColumns, ShownPlan, ShownSheet } from "./load-sheet.server";
import { PlanRows, rowsForm } from "./plan-rows";

export interface SheetPageProps {
  sheet: ShownSheet;
  columns: ShownColumns | null;
  plan: ShownPlan | null;
  kept: Kept;
  errors: ReactNode;
  /** Somebody, or the same person in another window, changed the sheet or what it would do. */
  overtaken: boolean;
  /** Why nothing can be taken over any more; null where it can. */
  blocked?: string | null;
  crumbs: readonly Crumb[];
  /** The page of this sheet. */
  path: string;
  /** What is led to when it was taken over. */
  onward: { label: string; href: string };
  /** The page of a record by its code. */
  recordHref: (code: string) => string;
}

/** A spreadsheet that is taken over: what its columns hold, then what becomes of each row, and the one act that does it; afterwards what was done. */
export function SheetPage({
  sheet,
  columns,
  plan,
  kept,
  errors,
  overtaken,
  blocked = null,
  crumbs,
  path,
  onward,
  recordHref,
}: SheetPageProps) {
  const t = useTranslations("sheets");
  return (
    <>
      <PageHead
        title={t("one", { number: sheet.number })}
        crumbs={[...crumbs, { label: t("one", { number: sheet.number }) }]}
        meta={
          <>
            <StatusTag state={sheet.state} />
            <MetaFact icon="excerpt">
              <bdi>{sheet.sheet === null ? sheet.fileName : `${sheet.fileName} · ${sheet.sheet}`}</bdi>
            </MetaFact>
            <MetaFact icon="calendar">
              <Time at={sheet.createdAt} />
            </MetaFact>
          </>
        }
        acts={
          sheet.mayDiscard &&
          (plan ? (
            <ButtonLink to={`${path}?step=columns`} icon="pencil">
              {t("changeColumns")}
            </ButtonLink>
          ) : (
            <SheetAct sheet={sheet} intent="discard" />
          ))
        }
      />
      {errors}
      {overtaken && (
        <Notice tone="stale" title={t("overtaken")} live>
          {t("overtakenHint")}
        </Notice>
      )}
      {columns && <ColumnsForm sheet={sheet} shown={columns} kept={kept} />}
      {plan && <Standing sheet={sheet} plan={plan} path={path} onward={onward} blocked={blocked} />}
      {plan && <PlanRows sheet={sheet} plan={plan} kept={kept} path={path} recordHref={recordHref} />}
    </>
  );
}

type StandingProps = Pick<SheetPageProps, "sheet" | "path" | "onward" | "blocked"> & { plan: ShownPlan };

/** What would be done, with the act that does it; or what was done. */
function Standing({ sheet, plan, path, onward, blocked }: StandingProps) {
  const t = useTranslations("sheets");
  const { counts, total, writing } = plan;
  if (sheet.importedAt !== null)
    return (
      <Notice tone="ok" title={t("done")}>
        <p>
          {t("result", { added: sheet.added, changed: sheet.changed, left: counts.error + counts.skipped })}{" "}
          <Link to={onward.href}>{onward.label}</Link>
        </p>
      </Notice>
    );
  if (blocked)
    return (
      <Notice title={blocked}>
        {sheet.begun && (
          <>
            <p>{t("halfWayClose")}</p>
            <SheetAct sheet={sheet} intent="close" />
          </>
        )}
      </Notice>
    );
  if (!sheet.mayDiscard && !sheet.begun) return <Notice title={t("putAside")} />;
  return (
    <Notice tone={counts.error > 0 ? "stale" : "info"} title={sheet.begun ? t("halfWay") : t("summary", { ...counts, total })}>
      {counts.error > 0 && (
        <p>
          {t("errorsLeft", { count: counts.error })}{" "}
          <Link to={`${path}/errors`} reloadDocument>
            {t("downloadErrors")}
          </Link>
        </p>
      )}
      {sheet.formulas > 0 && <p>{t("formulas", { count: sheet.formulas })}</p>}
      {sheet.merged > 0 && <p>{t(sheet.fill ? "mergedFilled" : "mergedFirst", { count: sheet.merged })}</p>}
      <div className="row wrap acts">
        <Button form={rowsForm} name="intent" value="take" variant="primary" busyText={t("taking")}>
          {sheet.begun ? t("goOn") : t("take", { count: writing })}
        </Button>
        {sheet.mayDiscard && <SheetAct sheet={sheet} intent="discard" />}
        {sheet.begun && <SheetAct sheet={sheet} intent="close" />}
      </div>
    </Notice>
  );
}

/** What ends a spreadsheet without taking more over: put aside before anything was, or closed with what was. */
function SheetAct({ sheet, intent }: Pick<SheetPageProps, "sheet"> & { intent: "discard" | "close" }) {
  const t = useTranslations("sheets");
  return (
    <Form method="post">
      <input type="hidden" name="version" value={sheet.version} />
      <Button name="intent" value={intent} variant="quiet">
        {t(intent)}
      </Button>
    </Form>
  );
}
