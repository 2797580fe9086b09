import Database from "better-sqlite3";
import { canonical } from "~/domain/canonical";
import { levelsOf } from "~/domain/protocol/scales";
import { Protocol } from "~/domain/protocol/schema";
import { databaseIn } from "./folder";
import { drawn } from "./grow";

/** How many ratings the goal speaks of: 100 actors × 12 criteria × 5 raters = 6,000. */
export const rated = { actors: 100, criteria: 12, raters: 5 };

/** The number of the round in which all of them were given. */
export const ratedRound = 900;

interface Study {
  id: string;
  number: number;
}

/** A criterion with the levels of its scale. */
interface Judged {
  id: string;
  levels: string[];
}

/**
 * Gives a study so many actors, twelve criteria for them, and one closed round of five raters who judged all, by raw rows: raters lie a level apart now and
 * then, and each cell has the middle one as its agreed value. The same ones each time. For a closed database.
 */
export function widenRatings(folder: string, slug: string, actors = rated.actors): void {
  const database = new Database(databaseIn(folder));
  database.exec("PRAGMA foreign_keys=OFF; BEGIN");
  const study = database.prepare(`SELECT "id", "protocolNumber" AS "number" FROM "Assessment" WHERE "slug" = ?`).get(slug) as Study;
  const criteria = setCriteria(database, study);
  const ids = addActors(database, study.id, actors);
  rateAll(database, study.id, ids, criteria);
  database.exec("COMMIT; ANALYZE");
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
}

/** Repeats the criteria of actors that are judged on levels under other ids and codes, until there are twelve. */
function setCriteria(database: Database, { id, number }: Study): Judged[] {
  const row = database.prepare(`SELECT "body" FROM "ProtocolVersion" WHERE "assessmentId" = ? AND "number" = ?`).get(id, number) as {
    body: string;
  };
  const protocol = Protocol.parse(JSON.parse(row.body));
  const own = (protocol.criteria ?? []).filter(({ subject }) => subject === "actor");
  const more = Array.from({ length: rated.criteria - own.length }, (_, place) => {
    const like = own[place % own.length];
    if (!like) throw new Error("The example has no criteria for actors.");
    return { ...like, id: `wide-${place}`, code: `W${place}` };
  });
  const body = canonical({ ...protocol, criteria: [...(protocol.criteria ?? []), ...more] });
  database.prepare(`UPDATE "ProtocolVersion" SET "body" = ? WHERE "assessmentId" = ? AND "number" = ?`).run(body, id, number);
  return [...own, ...more].map((criterion) => {
    const scale = protocol.scales?.find((one) => one.id === criterion.scale);
    return { id: criterion.id, levels: scale ? levelsOf(scale).map(({ key }) => key) : [] };
  });
}

/** Copies actors until there are so many. */
function addActors(database: Database, study: string, wanted: number): string[] {
  const known = database
    .prepare(`SELECT "id" FROM "Actor" WHERE "assessmentId" = ? AND "archivedAt" IS NULL ORDER BY "number"`)
    .all(study) as { id: string }[];
  const columns = (database.prepare(`PRAGMA table_info("Actor")`).all() as { name: string }[])
    .map(({ name }) => name)
    .filter((name) => !["id", "number", "code"].includes(name))
    .map((name) => `"${name}"`)
    .join(", ");
  const insert = database.prepare(
    `INSERT INTO "Actor" ("id", "number", "code", ${columns}) SELECT ?, ?, ?, ${columns} FROM "Actor" WHERE "id" = ?`,
  );
  const ids = known.map(({ id }) => id).slice(0, wanted);
  for (let place = ids.length; place < wanted; place += 1) {
    const id = `wide-actor-${place}`;
    insert.run(id, 2000 + place, `O${2000 + place}`, known[place % known.length]?.id);
    ids.push(id);
  }
  return ids;
}

function rateAll(database: Database, study: string, actors: readonly string[], criteria: readonly Judged[]): void {
  const like = database
    .prepare(`SELECT * FROM "Judgement" WHERE "assessmentId" = ? AND "subjectKind" = 'actor' AND "level" IS NOT NULL LIMIT 1`)
    .get(study) as { id: string; roundId: string };
  const raters = (database.prepare(`SELECT "id" FROM "User" ORDER BY "id" LIMIT ?`).all(rated.raters) as { id: string }[]).map(
    ({ id }) => id,
  );
  const round = addRound(database, like.roundId, actors, criteria, raters);
  const kept = `"assessmentId", "subjectKind", "without", "justification", "language", "ownExpertise", "method", "dissent", "protocolNumber", "wording", "byId", "at", "version"`;
  const insert =
    database.prepare(`INSERT INTO "Judgement" ("id", "roundId", "code", "subjectId", "criterion", "rater", "level", "agreed", ${kept})
    SELECT ?, ?, ?, ?, ?, ?, ?, ?, ${kept} FROM "Judgement" WHERE "id" = ?`);
  const draw = drawn(20261128);
  for (const actor of actors) {
    for (const { id, levels } of criteria) {
      const place = Math.floor(draw() * levels.length);
      const level = (more: number) => JSON.stringify(levels[Math.min(levels.length - 1, Math.max(0, place + more))] ?? "1");
      const add = (rater: string, more: number, agreed: number | null) =>
        insert.run(`${actor} ${id} ${rater}`, round, `${actor}:${id}`, actor, id, rater, level(more), agreed, like.id);
      for (const rater of raters) add(rater, draw() < 0.7 ? 0 : draw() < 0.5 ? -1 : 1, null);
      add("reconciled", 0, 0);
    }
  }
}

/** A closed round like another one, with its raters, who all have sent. */
function addRound(
  database: Database,
  like: string,
  actors: readonly string[],
  criteria: readonly Judged[],
  raters: readonly string[],
): string {
  const same = `"assessmentId", "title", "subjectKind", "blind", "openedAt", "closedAt", "protocolNumber", "createdAt", "version"`;
  database
    .prepare(
      `INSERT INTO "Round" ("id", "number", "subjects", "criteria", ${same}) SELECT 'wide-round', ?, ?, ?, ${same} FROM "Round" WHERE "id" = ?`,
    )
    .run(ratedRound, JSON.stringify(actors), JSON.stringify(criteria.map(({ id }) => id)), like);
  const insert = database.prepare(
    `INSERT INTO "RoundRater" ("id", "assessmentId", "roundId", "userId", "sentAt", "replacedAt", "version")
     SELECT ?, "assessmentId", 'wide-round', ?, "openedAt", NULL, 2 FROM "Round" WHERE "id" = 'wide-round'`,
  );
  for (const rater of raters) insert.run(`wide-${rater}`, rater);
  return "wide-round";
}
