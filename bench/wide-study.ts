import Database from "better-sqlite3";
import { databaseIn } from "./folder";

/** How large a document is, beyond what the example has: chapters of sections with texts, statements on their grounds, tables and figures. */
export interface StudySize {
  pages: number;
  texts: number;
  statements: number;
  tables: number;
  figures: number;
}

/** The sizes that the goals speak of; with the example's own pages they come to about a hundred and three hundred. */
export const studySizes: readonly StudySize[] = [
  { pages: 100, texts: 40, statements: 150, tables: 25, figures: 8 },
  { pages: 300, texts: 400, statements: 600, tables: 100, figures: 40 },
];

interface Rows {
  blocks: Record<string, unknown>[];
  statements: Record<string, unknown>[];
  links: Record<string, unknown>[];
}

const perSection = 12;

/**
 * Makes a study as large as that, by raw rows from those that it has: texts and findings with their links again in further sections, and placed blocks of
 * ratings as tables and as pictures. For a closed database.
 */
export function widenStudy(folder: string, slug: string, size: StudySize): void {
  const database = new Database(databaseIn(folder));
  database.exec("PRAGMA foreign_keys=OFF; BEGIN");
  const study = (database.prepare(`SELECT "id" FROM "Assessment" WHERE "slug" = ?`).get(slug) as { id: string }).id;
  const insert = (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row);
    const columns = names.map((name) => `"${name}"`).join(", ");
    database.prepare(`INSERT INTO "${table}" (${columns}) VALUES (${names.map(() => "?").join(", ")})`).run(...Object.values(row));
  };
  const rows = rowsOf(database, study);
  const template = database.prepare(`SELECT * FROM "Section" WHERE "assessmentId" = ? AND "language" IS NULL LIMIT 1`).get(study) as Record<
    string,
    unknown
  >;
  const criteria = criteriaOf(database, study);
  const text = rows.blocks.find(({ kind }) => kind === "text");
  const take = <One>(list: readonly One[], at: number): One => {
    const one = list[at % list.length];
    if (one === undefined) throw new Error("The example lacks what is to be repeated.");
    return one;
  };
  const kinds = [
    ...Array.from({ length: size.texts }, () => "text"),
    ...Array.from({ length: size.statements }, () => "statement"),
    ...Array.from({ length: size.tables }, () => "table"),
    ...Array.from({ length: size.figures }, () => "figure"),
  ];
  const sections = Math.ceil(kinds.length / perSection);
  for (let place = 0; place < sections; place += 1) insert("Section", sectionRow(template, place));
  for (const [at, kind] of kinds.entries()) {
    // Dealt out over the sections, so that each has something of everything.
    const placed = { id: `wide-block-${at}`, sectionId: `wide-section-${at % sections}`, sort: `m${String(at).padStart(5, "0")}` };
    if (kind === "statement") copyStatement(rows, at, { insert, placed, statement: take(rows.statements, at) });
    else {
      const reference = { block: "ratings", of: [take(criteria, at)], ...(kind === "figure" && { show: "pictures" }) };
      const data = kind === "text" ? {} : { kind: "data", data: JSON.stringify(reference) };
      insert("Block", { ...text, ...placed, ...data });
    }
  }
  database.exec("COMMIT; ANALYZE");
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
}

function rowsOf(database: Database, study: string): Rows {
  const all = (query: string) => database.prepare(query).all(study) as Record<string, unknown>[];
  return {
    blocks: all(`SELECT * FROM "Block" WHERE "assessmentId" = ? AND "archivedAt" IS NULL ORDER BY "id"`),
    statements: all(`SELECT * FROM "Statement" WHERE "assessmentId" = ? AND "kind" = 'finding' ORDER BY "id"`),
    links: all(`SELECT * FROM "Link" WHERE "assessmentId" = ? ORDER BY "id"`),
  };
}

/** The criteria on which actors of the study were rated. */
function criteriaOf(database: Database, study: string): string[] {
  const rows = database.prepare(
    `SELECT DISTINCT "criterion" FROM "Judgement" WHERE "assessmentId" = ? AND "subjectKind" = 'actor' ORDER BY 1`,
  );
  return (rows.all(study) as { criterion: string }[]).map(({ criterion }) => criterion);
}

function sectionRow(template: Record<string, unknown>, place: number): Record<string, unknown> {
  const code = `wide-${place}`;
  return {
    ...template,
    ...{ id: `wide-section-${place}`, node: code, code, parentId: null, kind: place % 6 === 0 ? "chapter" : "section" },
    ...{ sort: `z${String(place).padStart(4, "0")}`, heading: JSON.stringify({ nl: `Deel ${place}`, en: `Part ${place}` }) },
    ...{ required: 0, questions: "[]", state: "in-writing" },
  };
}

interface Copied {
  insert: (table: string, row: Record<string, unknown>) => void;
  placed: { id: string; sectionId: string; sort: string };
  statement: Record<string, unknown>;
}

function copyStatement({ blocks, links }: Rows, at: number, { insert, placed, statement }: Copied): void {
  const block = blocks.find(({ id }) => id === statement["blockId"]);
  if (!block) throw new Error("A statement of the example has no block.");
  insert("Block", { ...block, ...placed });
  insert("Statement", { ...statement, id: `wide-statement-${at}`, blockId: placed.id, code: `F9${at}`, number: 9000 + at });
  for (const [place, link] of links.filter(({ fromBlockId }) => fromBlockId === block["id"]).entries())
    insert("Link", { ...link, id: `wide-link-${at}-${place}`, fromBlockId: placed.id });
}
