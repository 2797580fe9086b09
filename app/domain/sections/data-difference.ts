import { z } from "zod";

const Words = z.union([z.string(), z.record(z.string(), z.unknown())]).nullable();
const Row = z.object({ id: z.string(), cells: z.array(Words), below: z.array(Words).optional() });
const Table = z.object({ block: z.string(), columns: z.array(z.string()), rows: z.array(Row) });
const Content = z.looseObject({ data: z.array(Table).catch([]) });

type BoundWords = z.output<typeof Words>;
type BoundRow = z.output<typeof Row>;

/** A value that a section shows and that is not what was signed; null = the row was not there. `row` is the first cell of its row. */
export interface ValueSince {
  block: string;
  row: string;
  column: string;
  before: string | null;
  after: string | null;
}

/** The values of data blocks that differ between two contents as sign-offs bind them; a row that came or went is told by its first cell. */
export function dataDifference(before: string, after: string, language: string): ValueSince[] {
  const [was, is] = [Content.parse(JSON.parse(before)).data, Content.parse(JSON.parse(after)).data];
  return is.concat(was.filter(({ block }) => !is.some((table) => table.block === block))).flatMap(({ block, columns }) => {
    const [old, now] = [was, is].map((tables) => tables.filter((table) => table.block === block).flatMap(({ rows }) => rows));
    const ids = [...new Set([...(now ?? []), ...(old ?? [])].map(({ id }) => id))];
    return ids.flatMap((id) =>
      rowDifference(
        block,
        columns,
        old?.find((row) => row.id === id),
        now?.find((row) => row.id === id),
        language,
      ),
    );
  });
}

function rowDifference(
  block: string,
  columns: readonly string[],
  before: BoundRow | undefined,
  after: BoundRow | undefined,
  language: string,
): ValueSince[] {
  const row = cell((after ?? before)?.cells[0] ?? null, language);
  if (!before || !after) return [{ block, row, column: columns[0] ?? "", before: before ? row : null, after: after ? row : null }];
  return columns.flatMap((column, at) => {
    const [was, is] = [before, after].map(({ cells, below }) =>
      [cells[at] ?? null, below?.[at] ?? null]
        .map((words) => cell(words, language))
        .filter((words) => words !== "")
        .join("\n"),
    );
    return was === is ? [] : [{ block, row, column, before: was ?? "", after: is ?? "" }];
  });
}

/** A bound cell in a language: plain, the text in that language or the first one, of a word of the tool its values. */
function cell(words: BoundWords, language: string): string {
  if (words === null) return "";
  if (typeof words === "string") return words;
  if (typeof words["key"] === "string" && typeof words["values"] === "object")
    return Object.values(words["values"] ?? {}).join(" ") || words["key"];
  const found = words[language] ?? Object.values(words)[0];
  return typeof found === "string" ? found : "";
}
