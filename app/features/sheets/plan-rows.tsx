import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { type RowOutcome, rowOutcomes } from "~/domain/sheets/planned";
import type { StateKey } from "~/domain/states";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { LinkTabs } from "~/ui/link-tabs";
import { Pager } from "~/ui/pager";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import type { RowShow, ShownPlan, ShownRow, ShownSheet } from "./load-sheet.server";
import { RowItems } from "./row-items";
import { RowProblems } from "./row-problems";

/** The id of the form of the rows on a page, which the button that takes over sends too. */
export const rowsForm = "sheet-rows";

/** The look of what a row comes to in the table of states. */
const outcomeState = {
  new: "new-work",
  adds: "row-adds",
  changes: "row-changes",
  same: "row-same",
  error: "row-error",
  skipped: "row-skipped",
} as const satisfies Record<RowOutcome, StateKey>;

export interface PlanRowsProps {
  sheet: ShownSheet;
  plan: ShownPlan;
  kept: Kept;
  path: string;
  recordHref: (code: string) => string;
}

/** The rows, some to a page: what becomes of each, and what is wrong with it, to be mended in place. */
export function PlanRows({ sheet, plan, kept, path, recordHref }: PlanRowsProps) {
  const t = useTranslations("sheets");
  const { show, after, counts, total, next, rows } = plan;
  const href = (one: RowShow) => (one === "all" ? path : `${path}?show=${one}`);
  const tabs = (["all", ...rowOutcomes] as const)
    .filter((one) => one === "all" || one === show || counts[one] > 0)
    .map((one) => ({ label: t(`shows.${one}`), href: href(one), count: one === "all" ? total : counts[one] }));
  return (
    <Sheet title={t("rows")} intro={sheet.importedAt === null ? undefined : t("rowsNow")}>
      <LinkTabs label={t("rows")} tabs={tabs} current={href(show)} />
      {rows.length === 0 && <p className="soft">{t("noRows")}</p>}
      <Form method="post" id={rowsForm} preventScrollReset key={`${sheet.version} ${show} ${after}`} noValidate>
        <input type="hidden" name="version" value={sheet.version} />
        <input type="hidden" name="plan" value={plan.digest} />
        <ol className="plain">
          {rows.map((row) => (
            <RowCard key={row.row} row={row} plan={plan} kept={kept} open={sheet.mayDiscard} recordHref={recordHref} />
          ))}
        </ol>
        {sheet.mayDiscard && rows.length > 0 && (
          <div className="acts row wrap">
            <Button name="intent" value="decide">
              {t("saveRows")}
            </Button>
          </div>
        )}
      </Form>
      <Pager
        order="list"
        older={next === null ? undefined : `${path}?${new URLSearchParams({ ...(show !== "all" && { show }), after: String(next) })}`}
        newer={after >= 0 ? href(show) : undefined}
      />
    </Sheet>
  );
}

interface RowCardProps extends Pick<PlanRowsProps, "plan" | "kept" | "recordHref"> {
  row: ShownRow;
  /** Whether anything can still be mended. */
  open: boolean;
}

function RowCard({ row, plan, kept, open, recordHref }: RowCardProps) {
  const t = useTranslations("sheets");
  const { target } = row;
  return (
    <li className="sheet-row" id={`row-${row.row + 1}`}>
      <div className="row wrap">
        <span className="small soft num">{t("rowNumber", { row: row.row + 1 })}</span>
        <StatusTag state={outcomeState[row.outcome]} />
        <strong>
          <bdi>{row.title || t("noTitle")}</bdi>
        </strong>
        {target && "code" in target && (
          <span className="small">
            <Link to={recordHref(target.code)}>{target.code}</Link> <bdi className="soft">{target.name}</bdi>
          </span>
        )}
        {target && "row" in target && <span className="small soft">{t("asRow", { row: target.row + 1 })}</span>}
        {open && row.problems.length === 0 && <SkipBox row={row} />}
      </div>
      {open && <input type="hidden" name="row" value={row.row} />}
      {row.problems.length > 0 && <RowProblems row={row} heads={plan.heads} kept={kept} open={open} />}
      {row.items.length > 0 && <RowItems items={row.items} row={row.row + 1} />}
    </li>
  );
}

function SkipBox({ row: { row, decision } }: { row: ShownRow }) {
  const t = useTranslations("sheets");
  return (
    <label className="row small push">
      <input type="checkbox" name="decision" value={`${row}:skip`} defaultChecked={decision === "skip"} />
      <span>
        {t("leaveOut")} <span className="vh">{t("rowNumber", { row: row + 1 })}</span>
      </span>
    </label>
  );
}
