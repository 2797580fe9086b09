import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { isSaidIn, type ComparedState } from "~/domain/interviews/comparison";
import { Icon, type IconName } from "~/ui/icon";
import { useFollow } from "~/ui/use-follow";
import { useGrid } from "~/ui/use-grid";
import { useCellWords } from "./cell-words";
import type { CellView, Comparison, ComparisonRow } from "./load-comparison.server";

export interface ComparisonTableProps {
  comparison: Comparison;
  /** The filter, which stays when a cell is opened. */
  query: string;
  current: string | null;
}

/** The drawing of each state; what can never hold an answer has none. */
const icons: Partial<Record<ComparedState, IconName>> = {
  answered: "circle-check",
  disputed: "pencil",
  "no-answer": "comment",
  "not-asked": "minus",
  open: "circle",
  withdrawn: "undo",
  "not-held": "calendar",
};

type Words = (state: ComparedState) => string;

/** Questions against interviews; plain links in the cells with one handler on the table, and one stop of the tab key in it. */
export function ComparisonTable({ comparison, query, current }: ComparisonTableProps) {
  const t = useTranslations("comparison");
  const { columns, blocks } = comparison;
  const table = useRef<HTMLTableElement>(null);
  useFollow(table);
  useGrid(table, comparison);
  useFocusGivenBack(table, current);
  const states = wordsOf((state) => t(`states.${state}`));
  const words = useCellWords(comparison.words);
  const before = query === "" ? "?cell=" : `?${query}&cell=`;
  if (blocks.length === 0 || columns.length === 0) return <p className="body soft">{t("nothingFits")}</p>;
  return (
    <div className="scroll tall" tabIndex={0} role="region" aria-label={t("region")}>
      <table className="cmp" ref={table}>
        <thead>
          <tr>
            <th scope="col" className="q">
              {t("question")}
            </th>
            {columns.map(({ code, people, held }) => (
              <th scope="col" key={code}>
                <a href={`?interview=${code}`} data-cell="">
                  <span className="num">{code}</span> <bdi>{people}</bdi>
                </a>
                {!held && <span className="faint">{states("not-held")}</span>}
              </th>
            ))}
          </tr>
        </thead>
        {blocks.map((block) => (
          <tbody key={block.id}>
            <tr className="g">
              <th scope="rowgroup" colSpan={columns.length + 1}>
                <span dir="auto">{block.title}</span>
              </th>
            </tr>
            {block.rows.map((row) => (
              <Row key={row.code} row={row} words={words[row.code]} columns={columns} states={states} before={before} current={current} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** The words of the states, each asked for once and not by a thousand cells. */
function wordsOf(say: Words): Words {
  const known = new Map<ComparedState, string>();
  return (state) => {
    const word = known.get(state) ?? say(state);
    known.set(state, word);
    return word;
  };
}

interface RowProps {
  row: ComparisonRow;
  /** The first words in its cells. */
  words: readonly string[] | undefined;
  columns: Comparison["columns"];
  states: Words;
  /** What stands before the code of a cell in its address. */
  before: string;
  current: string | null;
}

function Row({ row, words, columns, states, before, current }: RowProps) {
  const t = useTranslations("comparison");
  return (
    <tr>
      <th scope="row" className={row.followUp ? "q under" : "q"}>
        <a href={`?question=${encodeURIComponent(row.code)}`} data-cell="">
          <span className="num">{row.code}</span> <bdi>{row.followUp ? t("followUp", { question: row.text }) : row.text}</bdi>
          {row.part && (
            <i>
              {" "}
              <bdi>{row.part}</bdi>
            </i>
          )}
        </a>
        <span className="faint">{t("answeredBy", { count: row.answers })}</span>
      </th>
      {row.cells.map((cell, place) => {
        const code = `${columns[place]?.code}:${row.code}`;
        const href = before + encodeURIComponent(code).replace("%3A", ":");
        return cellOf(cell, { code, words: words?.[place] ?? "", href, isCurrent: code === current, states });
      })}
    </tr>
  );
}

interface CellProps {
  code: string;
  words: string;
  href: string;
  isCurrent: boolean;
  states: Words;
}

/** One cell, made here and not by a component of its own: there are thousands. */
function cellOf(cell: CellView, { code, words, href, isCurrent, states }: CellProps) {
  const { state, value, lang, dim } = cell;
  const icon = icons[state];
  const look = dim ? `${state} dim` : state;
  if (!icon) {
    return (
      <td key={code} className={look}>
        <span className="no">{states(state)}</span>
      </td>
    );
  }
  return (
    <td key={code} className={look}>
      <a href={href} data-cell="" aria-current={isCurrent || undefined}>
        <Icon name={icon} />
        {isSaidIn(state) ? <span className="vh">{`${states(state)}: `}</span> : <b>{states(state)}</b>}
        {value && <em dir="auto">{value}</em>}
        {words && (
          <span lang={lang} dir="auto">
            {words}
          </span>
        )}
      </a>
    </td>
  );
}

/** When the panel closes, the focus returns to the cell that it was of. */
function useFocusGivenBack(table: React.RefObject<HTMLTableElement | null>, current: string | null): void {
  const opened = useRef<string | null>(null);
  useEffect(() => {
    const before = opened.current;
    opened.current = current;
    if (before === null || current !== null) return;
    const links = [...(table.current?.querySelectorAll<HTMLElement>("td a") ?? [])];
    links.find((link) => new URLSearchParams(link.getAttribute("href") ?? "").get("cell") === before)?.focus();
  }, [table, current]);
}
