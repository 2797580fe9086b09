import Database from "better-sqlite3";
import type { Block, DocumentSection, EditionDocument } from "~/domain/document/model";
import { EditionBlocks } from "~/domain/document/model";
import { databaseIn } from "./folder";

/** How large an edition is that the goals speak of: 300 pages. */
export const wideEdition = { statements: 600, tables: 100, figures: 40 };

/** The page on which most statements stand. */
export const fullPage = "wide-0-1";

const chapters = 20;
const pagesEach = 6;

/** Makes the newest edition of a study as large as its goals, in each of its languages, from the blocks that it has. For a closed database. */
export function widenEdition(folder: string, slug: string): void {
  const database = new Database(databaseIn(folder));
  const row = database
    .prepare(`SELECT e."id", e."blocks" FROM "Edition" e JOIN "Assessment" a ON a."id" = e."assessmentId" WHERE a."slug" = ?`)
    .get(slug) as { id: string; blocks: string };
  const blocks = EditionBlocks.parse(JSON.parse(row.blocks));
  const documents = blocks.documents.map(widened);
  database.prepare(`UPDATE "Edition" SET "blocks" = ? WHERE "id" = ?`).run(JSON.stringify({ ...blocks, documents }), row.id);
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
}

function widened(document: EditionDocument): EditionDocument {
  const all = document.sections.flatMap(({ blocks }) => blocks);
  const [like] = document.sections;
  if (!like) throw new Error("The example has no sections.");
  const of = <Kind extends Block["kind"]>(kind: Kind) =>
    all.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);
  const take = <One>(list: readonly One[], at: number): One => {
    const one = list[at % list.length];
    if (one === undefined) throw new Error("The example lacks a kind of block.");
    return one;
  };
  const statements = of("statement").filter(({ repeats, grounds }) => !repeats && grounds.length > 0);
  const [tables, figures, texts] = [of("table"), of("picture"), of("paragraph")];
  const pages = chapters * pagesEach;
  // The first page of the first chapter has 60 statements; the others share the rest.
  const placed = (count: number, first: number) =>
    Array.from({ length: count }, (_, at) => (at < first ? 0 : 1 + ((at - first) % (pages - 1))));
  const [statementAt, tableAt, figureAt] = [
    placed(wideEdition.statements, 60),
    placed(wideEdition.tables, 2),
    placed(wideEdition.figures, 1),
  ];
  const blocksOf = (page: number): Block[] => [
    ...Array.from({ length: 16 }, (_, at) => take(texts, page * 16 + at)),
    ...statementAt.flatMap((own, at) =>
      own === page ? [{ ...take(statements, at), code: `F9${at}`, anchor: `F9${at}`, statementKind: "finding" as const }] : [],
    ),
    ...tableAt.flatMap((own, at) => (own === page ? [{ ...take(tables, at), anchor: `wt${at}` }] : [])),
    ...figureAt.flatMap((own, at) => (own === page ? [{ ...take(figures, at), anchor: `wf${at}` }] : [])),
  ];
  const sections = Array.from({ length: chapters }, (_, chapter): DocumentSection[] => {
    const section = (code: string, level: number, blocks: Block[]): DocumentSection => ({
      ...{ ...like, code, level, blocks, kind: level === 1 ? "chapter" : "section" },
      ...{ anchor: `sec_${code.replaceAll("-", "_")}`, number: code.replace("wide-", "9.").replace("-", "."), heading: `Wide ${code}` },
    });
    const parts = Array.from({ length: pagesEach }, (_, part) =>
      section(`wide-${chapter}-${part + 1}`, 2, blocksOf(chapter * pagesEach + part)),
    );
    return [section(`wide-${chapter}`, 1, []), ...parts];
  });
  return { ...document, sections: [...document.sections, ...sections.flat()] };
}
