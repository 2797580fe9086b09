import { useTranslations } from "use-intl";
import type { DataColumn, DataRow, DataTable as Numbers, DataWords } from "~/domain/evidence/data-table";
import { useStudyWords } from "~/platform/study-words";
import { DataTable, type Column } from "~/ui/data-table";

/** Says the words of a table of a data block in the language of the page. */
function useDataWords(): (words: DataWords | null) => string {
  const t = useTranslations("evidence");
  const say = useStudyWords();
  return (words) => {
    if (words === null || "runs" in words) return "";
    if ("plain" in words) return words.plain;
    // The words of a ranking are named by its tables; a test words each of them in both languages.
    return "text" in words ? say(words.text) : t(`data.${words.key}` as "data.flow.title", words.values);
  };
}

/** Numbers of a ranking as a table of the page: a narrow screen shows one item per row under the name or the code of its subject. */
export function RankingTable({ numbers, title }: { numbers: Numbers; title: string }) {
  const say = useDataWords();
  const column = ({ id, label, numeric }: DataColumn, at: number): Column<DataRow> => ({
    key: id,
    head: say(label),
    cell: ({ cells }) => <bdi>{say(cells[at] ?? null)}</bdi>,
    align: numeric ? "right" : undefined,
    narrow: id === title ? "title" : id === "code" ? "meta" : "named",
  });
  return <DataTable caption={say(numbers.caption)} columns={numbers.columns.map(column)} rows={numbers.rows} rowKey={({ id }) => id} />;
}

/** How the numbers of a table were made. */
export function TableNotes({ numbers }: { numbers: Numbers }) {
  const say = useDataWords();
  return numbers.notes.map((note, at) => (
    <p key={at} className="small soft">
      {say(note)}
    </p>
  ));
}
