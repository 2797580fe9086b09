import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { Icon } from "~/ui/icon";
import { SelectField } from "~/ui/select-field";
import type { ShownPlan, ShownRow } from "./load-sheet.server";

type Wrong = Parameters<ReturnType<typeof useTranslations<"sheets">>>[0];

interface RowProblemsProps {
  row: ShownRow;
  heads: ShownPlan["heads"];
  kept: Kept;
  open: boolean;
}

/** What is wrong with a row, cell by cell with the value as it was typed and a field to mend it; and what to do with the row as it is. */
export function RowProblems({ row, heads, kept, open }: RowProblemsProps) {
  const t = useTranslations("sheets");
  const options = (["", "keep", "skip"] as const).map((one) => ({ value: `${row.row}:${one}`, label: t(`decisions.${one || "none"}`) }));
  const chosen = kept.values("decision").find((one) => one.startsWith(`${row.row}:`)) ?? `${row.row}:${row.decision ?? ""}`;
  return (
    <div className="stack">
      {row.problems.map((problem, at) => (
        <CellProblem key={at} row={row} problem={problem} heads={heads} kept={kept} open={open && isFirst(row, at)} />
      ))}
      {open && (
        <SelectField
          id={`f-decision-${row.row}`}
          name="decision"
          label={t("decisionOf", { row: row.row + 1 })}
          options={options}
          value={chosen}
        />
      )}
    </div>
  );
}

/** A cell with several things wrong has one field. */
function isFirst({ problems }: ShownRow, at: number): boolean {
  return problems.findIndex(({ column }) => column === problems[at]?.column) === at;
}

function CellProblem({ row, problem, heads, kept, open }: RowProblemsProps & { problem: ShownRow["problems"][number] }) {
  const t = useTranslations("sheets");
  const { column, message, values, typed } = problem;
  const head = column === null ? undefined : heads[column];
  const words = t(`wrong.${message}` as Wrong, { ...values, value: typed });
  const place = `${row.row}:${column ?? 0}`;
  const id = `f-cell-${row.row}-${column ?? 0}`;
  const again = kept.values("at").indexOf(place);
  const value = again < 0 ? typed : (kept.values("value")[again] ?? typed);
  return (
    <div className="f">
      <p className="err" id={`${id}-error`}>
        <Icon name="octagon" />
        <span>{head ? t("inColumnNamed", { letter: head.letter, head: head.head, words }) : words}</span>
      </p>
      {open && head && (
        <>
          <input type="hidden" name="at" value={place} />
          <label className="vh" htmlFor={id}>
            {t("cell", { row: row.row + 1, letter: head.letter, head: head.head })}
          </label>
          {typed.length > 120 || typed.includes("\n") ? (
            <textarea className="in" id={id} name="value" rows={3} defaultValue={value} aria-describedby={`${id}-error`} />
          ) : (
            <input className="in" id={id} name="value" defaultValue={value} autoComplete="off" aria-describedby={`${id}-error`} />
          )}
        </>
      )}
    </div>
  );
}
