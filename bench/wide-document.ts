import Database from "better-sqlite3";
import { databaseIn } from "./folder";
import { drawn } from "./grow";

/** The size of a document that the goals speak of. */
export const wideDocument = { sections: 60, statements: 300, links: 2000, versions: 5000, comments: 500 };

/** The section in which most comes together, and how many links stand in it. */
export const fullSection = { code: "bench-0", links: 60 };

interface Made {
  statement: string;
  block: string;
  section: number;
  kind: string;
}

/** How many of the statements are of each kind, in the order of the chain. */
const kinds = [
  { kind: "finding", letter: "F", share: 0.72 },
  { kind: "answer", letter: "A", share: 0.14 },
  { kind: "conclusion", letter: "C", share: 0.09 },
  { kind: "recommendation", letter: "R", share: 0.05 },
] as const;

/**
 * Gives a study a document as large as its goals, by raw rows, the same ones each time: findings on excerpts, the others on statements before them, versions
 * of their words and comments on them. The sections are being written, so that no sign-off stands on them. For a closed database.
 */
export function widenDocument(folder: string, slug: string): void {
  const database = new Database(databaseIn(folder));
  database.exec("PRAGMA foreign_keys=OFF; BEGIN");
  const study = (database.prepare(`SELECT "id" FROM "Assessment" WHERE "slug" = ?`).get(slug) as { id: string }).id;
  const person = (
    database.prepare(`SELECT "userId" AS "id" FROM "Member" WHERE "assessmentId" = ? AND "role" = 'lead'`).get(study) as { id: string }
  ).id;
  const write = writer(database, study, person);
  const draw = drawn(20261128);
  for (let place = 0; place < wideDocument.sections; place += 1) write.section(place);
  const made = kinds.flatMap(({ kind, letter, share }, order) =>
    Array.from({ length: Math.round(wideDocument.statements * share) }, (_, place) => {
      const section = order === 0 && place < 20 ? 0 : Math.floor(draw() * wideDocument.sections);
      return write.statement({ kind, code: `${letter}9${String(place).padStart(3, "0")}`, section, place });
    }),
  );
  linkAll(database, study, made, { draw, link: write.link });
  for (let place = 0; place < wideDocument.versions; place += 1)
    write.version(made[place % made.length], 2 + Math.floor(place / made.length));
  for (let place = 0; place < wideDocument.comments; place += 1) write.comment(made[place % 20], place);
  database.exec("COMMIT; ANALYZE");
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
}

interface Linking {
  draw: () => number;
  link: (from: Made, to: { kind: string; id: string }, place: number) => void;
}

/** Findings on excerpts and all others on statements of an earlier kind; the first section has the links that its goal names. */
function linkAll(database: Database, study: string, made: readonly Made[], { draw, link }: Linking): void {
  const excerpts = (
    database.prepare(`SELECT "id" FROM "Excerpt" WHERE "assessmentId" = ? AND "archivedAt" IS NULL`).all(study) as { id: string }[]
  ).map(({ id }) => ({ kind: "excerpt", id }));
  const order = kinds.map(({ kind }) => kind as string);
  const full = made.filter(({ section, kind }) => section === 0 && kind === "finding");
  const rest = made.filter(({ section }) => section !== 0);
  const seen = new Set<string>();
  for (let place = 0; seen.size < wideDocument.links; place += 1) {
    const from =
      place < fullSection.links * 2 && countFrom(seen, full) < fullSection.links
        ? full[place % full.length]
        : rest[Math.floor(draw() * rest.length)];
    if (!from) continue;
    const below = made.filter(({ kind }) => order.indexOf(kind) < order.indexOf(from.kind));
    const targets = from.kind === "finding" ? excerpts : below.map(({ statement: id }) => ({ kind: "statement", id }));
    const to = targets[Math.floor(draw() * targets.length)];
    if (!to || seen.has(`${from.block} ${to.id}`)) continue;
    seen.add(`${from.block} ${to.id}`);
    link(from, to, place);
  }
}

const countFrom = (seen: ReadonlySet<string>, from: readonly Made[]) =>
  [...seen].filter((pair) => from.some(({ block }) => pair.startsWith(`${block} `))).length;

const words = "Waar een raad van bewoners toezicht houdt, werken tappunten vaker nog na drie jaar dan waar dat ontbreekt.";
const documentOf = (text: string) => JSON.stringify({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] });

/** The statements of one kind of row each. */
function writer(database: Database, study: string, person: string) {
  const at = new Date("2022-03-15T09:00:00.000Z").getTime();
  const insert = (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row);
    database
      .prepare(`INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(", ")}) VALUES (${names.map(() => "?").join(", ")})`)
      .run(...Object.values(row));
  };
  const common = { assessmentId: study, version: 1 };
  return {
    section: (place: number) =>
      insert("Section", {
        ...common,
        ...{ id: `bench-section-${place}`, node: `bench-${place}`, code: `bench-${place}`, sort: `z${String(place).padStart(3, "0")}` },
        ...{ heading: JSON.stringify({ nl: `Sectie ${place}`, en: `Section ${place}` }), kind: "section", required: 0, questions: "[]" },
        ...{ state: "in-writing", changes: 0 },
      }),
    statement: ({ kind, code, section, place }: { kind: string; code: string; section: number; place: number }): Made => {
      const [block, statement] = [`bench-block-${code}`, `bench-statement-${code}`];
      const sort = `m${String(place).padStart(4, "0")}`;
      const document = documentOf(`${words} (${code})`);
      insert("Block", {
        ...common,
        id: block,
        sectionId: `bench-section-${section}`,
        sort,
        kind: "statement",
        document,
        language: "nl",
        createdAt: at,
        byId: person,
        at,
      });
      const empty = { confidenceReason: "", confidenceComponents: "", contradictionAnswer: "", addressedTo: "" };
      insert("Statement", { id: statement, assessmentId: study, blockId: block, kind, code, number: 9000 + place, ...empty });
      return { statement, block, section, kind };
    },
    link: (from: Made, to: { kind: string; id: string }, place: number) =>
      insert("Link", {
        ...common,
        id: `bench-link-${place}`,
        fromBlockId: from.block,
        toKind: to.kind,
        toId: to.id,
        kind: place % 9 === 0 ? "contradicts" : "supports",
        note: "",
        byId: person,
        at,
      }),
    version: (of: Made | undefined, number: number) => {
      if (!of) return;
      const body = JSON.stringify({
        document: documentOf(`${words} ${number}`),
        sort: "m",
        kind: "statement",
        language: "nl",
        archivedAt: null,
      });
      const kept = { assessmentId: study, kind: "block", recordId: of.block, at, byId: person };
      insert("Version", { ...kept, id: `bench-version-${of.block}-${number}`, number, body, digest: "0".repeat(64), byKind: "user" });
      insert("SectionChange", { ...kept, sectionId: `bench-section-${of.section}`, number: nextNumber(of.section), recordVersion: number });
    },
    comment: (of: Made | undefined, place: number) => {
      if (!of) return;
      const passage = { blockId: of.block, language: "nl", start: 9, end: 23, passage: words.slice(9, 23), blockVersion: 1 };
      insert("Comment", {
        ...common,
        id: `bench-comment-${place}`,
        sectionId: `bench-section-${of.section}`,
        number: place + 1,
        ...passage,
        text: "Klopt dit voor elke stad?",
        mentions: "[]",
        sentAt: at,
        byId: person,
        at,
      });
    },
  };
}

const numbers = new Map<number, number>();
function nextNumber(section: number): number {
  const next = (numbers.get(section) ?? 0) + 1;
  numbers.set(section, next);
  return next;
}
