import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { wordsIn, type DataRow, type DataTable, type DataWords } from "~/domain/evidence/data-table";
import type { DataBlock } from "~/domain/protocol/outline";
import { PictureRegion } from "~/ui/picture-figure";

/** How a table of a data block is laid out; anything that has no layout of its own is a plain table. */
const layouts: { readonly [Block in DataBlock]?: (props: TableProps) => ReactNode } = {
  questions: TreeTable,
  guide: TreeTable,
  alignment: TreeTable,
  options: TreeTable,
};

interface TableProps {
  table: DataTable;
  say: (words: DataWords | null) => string;
  /** In which language texts are shown, and in which others where they lack it. */
  words: { language: string; languages: readonly string[] };
  tree?: boolean;
}

/** What a section shows straight from the records. */
export function DataBlocks({
  tables,
  language,
  fallback,
}: {
  tables: readonly DataTable[];
  language: string;
  fallback: readonly string[];
}) {
  const t = useTranslations("evidence");
  const word = (key: string, values?: { readonly [name: string]: string | number }) => {
    const full = `data.${key}`;
    // The keys are those of the readers; one that a text lacks is shown as it is.
    return t.has(full as "data.code") ? t(full as "data.code", values) : key;
  };
  const say = (words: DataWords | null) => (words === null ? "" : wordsIn(words, language, fallback, word));
  return (
    <>
      {tables.map((table, at) => {
        const Layout = layouts[table.block] ?? PlainTable;
        return <Layout key={at} table={table} say={say} words={{ language, languages: fallback }} />;
      })}
    </>
  );
}

function TreeTable(props: TableProps) {
  return <PlainTable {...props} tree />;
}

function PlainTable({ table, say, tree, words }: TableProps) {
  const t = useTranslations("evidence");
  const caption = say(table.caption);
  if (table.picturesOnly) return <Pictures table={table} words={words} />;
  if (table.columns.length === 0) return <Notes notes={table.notes} say={say} />;
  return (
    <div className="datablock">
      <Pictures table={table} words={words} />
      <div className="scroll" role="region" tabIndex={0} aria-label={caption}>
        <table className="t">
          <caption className="strong">{caption}</caption>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column.id} scope="col" className={column.numeric ? "r num" : undefined}>
                  {say(column.label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.id}>
                {table.columns.map((column, at) => (
                  <td key={column.id} className={cellClass(row, at, { numeric: column.numeric === true, tree: tree === true })}>
                    {say(row.cells[at] ?? null)}
                    {row.below?.[at] && <span className="below small soft">{say(row.below[at])}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {table.rows.length === 0 && table.notes.length === 0 && <p className="small soft">{t("data.empty")}</p>}
      <Notes notes={table.notes} say={say} />
    </div>
  );
}

function Pictures({ table, words }: Pick<TableProps, "table" | "words">) {
  return (table.pictures ?? []).map((picture, at) => <PictureRegion key={at} content={picture} {...words} />);
}

function Notes({ notes, say }: { notes: DataTable["notes"]; say: TableProps["say"] }) {
  return notes.map((note, at) => (
    <p key={at} className="small soft">
      {say(note)}
    </p>
  ));
}

function cellClass(row: DataRow, at: number, { numeric, tree }: { numeric: boolean; tree: boolean }): string | undefined {
  if (numeric) return "r num";
  if (!tree && at === 0 && row.depth > 0) return "depth-2";
  return tree && at === 1 ? `depth-${Math.min(row.depth, 3)}` : undefined;
}
