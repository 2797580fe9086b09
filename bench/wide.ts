import Database from "better-sqlite3";
import { canonical } from "~/domain/canonical";
import { Protocol } from "~/domain/protocol/schema";
import { databaseIn } from "./folder";

/** How large the matrix is that the goal speaks of. */
export const wide = { actors: 40, criteria: 30 };

/** Gives a study as many actors and criteria for them as the goal names, and one closed round in which all were rated, by raw rows. For a closed database. */
export function widen(folder: string, slug: string): void {
  const database = new Database(databaseIn(folder));
  database.exec("PRAGMA foreign_keys=OFF; BEGIN");
  const study = database.prepare(`SELECT "id", "protocolNumber" AS "number" FROM "Assessment" WHERE "slug" = ?`).get(slug) as {
    id: string;
    number: number;
  };
  const criteria = addCriteria(database, study);
  const actors = addActors(database, study.id);
  rateAll(database, study.id, actors, criteria);
  database.exec("COMMIT; ANALYZE");
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
}

interface Level {
  id: string;
  level: string;
}

/** Repeats the criteria of actors under other ids and codes; gives each with a level of its scale. */
function addCriteria(database: Database, study: { id: string; number: number }): Level[] {
  const at = [study.id, study.number];
  const row = database.prepare(`SELECT "body" FROM "ProtocolVersion" WHERE "assessmentId" = ? AND "number" = ?`).get(...at) as {
    body: string;
  };
  const protocol = Protocol.parse(JSON.parse(row.body));
  const own = (protocol.criteria ?? []).filter(({ subject }) => subject === "actor");
  const more = Array.from({ length: wide.criteria - own.length }, (_, place) => {
    const like = own[place % own.length];
    if (!like) throw new Error("The example has no criteria for actors.");
    return { ...like, id: `wide-${place}`, code: `W${place}` };
  });
  const body = canonical({ ...protocol, criteria: [...(protocol.criteria ?? []), ...more] });
  database.prepare(`UPDATE "ProtocolVersion" SET "body" = ? WHERE "assessmentId" = ? AND "number" = ?`).run(body, ...at);
  return [...own, ...more].map(({ id, scale }) => {
    const found = protocol.scales?.find((one) => one.id === scale);
    const level = found && "levels" in found ? found.levels[0]?.key : undefined;
    return { id, level: level ?? "1" };
  });
}

function addActors(database: Database, study: string): string[] {
  const known = database
    .prepare(`SELECT * FROM "Actor" WHERE "assessmentId" = ? AND "archivedAt" IS NULL ORDER BY "number"`)
    .all(study) as {
    id: string;
  }[];
  const ids = known.map(({ id }) => id).slice(0, wide.actors);
  const columns = `"assessmentId", "name", "kind", "levels", "focus", "countries", "url", "archivedAt", "createdAt", "version"`;
  const insert = database.prepare(
    `INSERT INTO "Actor" ("id", "number", "code", ${columns}) SELECT ?, ?, ?, ${columns} FROM "Actor" WHERE "id" = ?`,
  );
  for (let place = ids.length; place < wide.actors; place += 1) {
    const id = `wide-actor-${place}`;
    insert.run(id, 900 + place, `O${900 + place}`, known[place % known.length]?.id);
    ids.push(id);
  }
  return ids;
}

function rateAll(database: Database, study: string, actors: readonly string[], criteria: readonly Level[]): void {
  const like = database.prepare(
    `SELECT * FROM "Judgement" WHERE "assessmentId" = ? AND "subjectKind" = 'actor' AND "rater" <> 'reconciled' LIMIT 1`,
  );
  const { roundId, rater } = like.get(study) as { roundId: string; rater: string };
  const round = "wide-round";
  const same = `"assessmentId", "subjectKind", "blind", "openedAt", "closedAt", "protocolNumber", "createdAt", "version"`;
  database
    .prepare(
      `INSERT INTO "Round" ("id", "number", "title", "subjects", "criteria", ${same}) SELECT ?, 900, "title", ?, ?, ${same} FROM "Round" WHERE "id" = ?`,
    )
    .run(round, JSON.stringify(actors), JSON.stringify(criteria.map(({ id }) => id)), roundId);
  const columns = `"assessmentId", "subjectKind", "rater", "without", "justification", "language", "ownExpertise", "agreed", "dissent", "protocolNumber", "wording", "byId", "at", "version"`;
  const insert = database.prepare(`INSERT INTO "Judgement" ("id", "roundId", "code", "subjectId", "criterion", "level", ${columns})
    SELECT ?, ?, ?, ?, ?, ?, ${columns} FROM "Judgement" WHERE "roundId" = ? AND "rater" = ? LIMIT 1`);
  for (const actor of actors) {
    for (const { id, level } of criteria)
      insert.run(`${actor} ${id}`, round, `${actor}:${id}`, actor, id, JSON.stringify(level), roundId, rater);
  }
}
