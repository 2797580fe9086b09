import Database from "better-sqlite3";
import { canonical } from "~/domain/canonical";
import { Protocol } from "~/domain/protocol/schema";
import { databaseIn } from "./folder";
import { drawn } from "./grow";

/** How large the matrix of answers is that the goal speaks of. */
const large = { interviews: 60, questions: 40 };

/**
 * Gives a study as many interviews and questions of the guide as the goal names, every question answered in every interview, by raw rows, in words of all
 * records and excerpts of the study: pieces of a few words in a row, so that no two answers begin alike. For a closed database.
 */
export function widenInterviews(folder: string, slug: string): void {
  const database = new Database(databaseIn(folder));
  database.exec("PRAGMA foreign_keys=OFF; BEGIN");
  const study = database.prepare(`SELECT "id", "protocolNumber" AS "number" FROM "Assessment" WHERE "slug" = ?`).get(slug) as Study;
  const pieces = piecesIn(database, study.id);
  const questions = addQuestions(database, study);
  const interviews = addInterviews(database, study.id);
  answerAll(database, study.id, interviews, questions, pieces);
  database.exec("COMMIT; ANALYZE");
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
}

interface Study {
  id: string;
  number: number;
}

/** Every run of three words. */
function piecesIn(database: Database, study: string): string[] {
  const texts = database
    .prepare(
      `SELECT "record" AS "text" FROM "InterviewAnswer" WHERE "assessmentId" = :study UNION SELECT "text" FROM "Excerpt" WHERE "assessmentId" = :study ORDER BY 1`,
    )
    .all({ study }) as { text: string }[];
  return texts.flatMap(({ text }) => {
    const words = text.split(/\s+/u);
    return words.slice(2).map((_, place) => words.slice(place, place + 3).join(" "));
  });
}

/** Keeps as many questions as the goal names, without parts, asked of everyone. */
function addQuestions(database: Database, { id, number }: Study): { id: string; number: number }[] {
  const row = database.prepare(`SELECT "body" FROM "ProtocolVersion" WHERE "assessmentId" = ? AND "number" = ?`).get(id, number) as {
    body: string;
  };
  const protocol = Protocol.parse(JSON.parse(row.body));
  const blocks = protocol.guide?.blocks ?? [];
  const own = blocks.flatMap(({ questions }) => questions);
  const questions = Array.from({ length: large.questions }, (_, place) => {
    const { text, informs } = own[place % own.length] ?? {};
    if (!text) throw new Error("The example has no guide.");
    return { id: `wide-q${place}`, number: place + 1, text, answer: { kind: "long-text" as const }, ...(informs && { informs }) };
  });
  const [first] = blocks;
  if (!protocol.guide || !first) throw new Error("The example has no guide.");
  const body = canonical({ ...protocol, guide: { ...protocol.guide, blocks: [{ ...first, questions }] } });
  database.prepare(`UPDATE "ProtocolVersion" SET "body" = ? WHERE "assessmentId" = ? AND "number" = ?`).run(body, id, number);
  return questions;
}

/** Repeats held interviews with their participants under other ids and codes. */
function addInterviews(database: Database, study: string): { id: string; code: string }[] {
  const held = database
    .prepare(`SELECT "id", "code" FROM "Interview" WHERE "assessmentId" = ? AND "state" IN ('held', 'recorded') ORDER BY "number"`)
    .all(study) as { id: string; code: string }[];
  const copy = (table: string, changed: Record<string, string>, where: string) => {
    const columns = (database.prepare(`PRAGMA table_info("${table}")`).all() as { name: string }[]).map(({ name }) => name);
    const values = columns.map((name) => changed[name] ?? `"${name}"`).join(", ");
    database.exec(`INSERT INTO "${table}" SELECT ${values} FROM "${table}" WHERE ${where}`);
  };
  const all = [...held];
  for (let place = held.length; place < large.interviews; place += 1) {
    const like = held[place % held.length];
    if (!like) throw new Error("The example has no interviews.");
    const [id, code] = [`wide-i${place}`, `I${900 + place}`];
    copy("Interview", { id: `'${id}'`, code: `'${code}'`, number: String(900 + place) }, `"id" = '${like.id}'`);
    copy("Participant", { id: `"id" || '-${place}'`, interviewId: `'${id}'` }, `"interviewId" = '${like.id}'`);
    all.push({ id, code });
  }
  return all;
}

function answerAll(
  database: Database,
  study: string,
  interviews: readonly { id: string; code: string }[],
  questions: readonly { id: string; number: number }[],
  pieces: readonly string[],
): void {
  const draw = drawn(20261128);
  const said = () => Array.from({ length: 15 }, () => pieces[Math.floor(draw() * pieces.length)] ?? "").join(" ");
  const like = database.prepare(`SELECT * FROM "InterviewAnswer" WHERE "assessmentId" = ? AND "state" = 'answered' LIMIT 1`).get(study);
  const row = like as Record<string, unknown>;
  const columns = Object.keys(row);
  const insert = database.prepare(
    `INSERT INTO "InterviewAnswer" (${columns.map((name) => `"${name}"`).join(", ")}) VALUES (${columns.map((name) => `@${name}`).join(", ")})`,
  );
  for (const interview of interviews) {
    for (const question of questions) {
      const code = `${interview.code}:${question.number}`;
      const place = { id: `wide-${code}`, interviewId: interview.id, question: question.id, part: "", code };
      insert.run({ ...row, ...place, value: null, record: said(), givenBy: "[]" });
    }
  }
}
