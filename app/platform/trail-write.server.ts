import { currentDatabase, type RawTx } from "./db.server";

/** An event as its row holds it, with its details in the order in which they are written. */
export interface WrittenEvent {
  row: {
    chain: string;
    seq: number;
    id: string;
    at: string;
    action: string;
    byKind: string;
    byId: string;
    subjectType: string;
    subjectId: string;
    subjectVersion: number;
    body: string;
    hash: string;
  };
  details: readonly { part: string; about: string | null; salt: string; body: string }[];
}

/** Writes events that are chained to each other. Raw, for it is part of every save. */
export async function writeEvents(tx: RawTx, events: readonly WrittenEvent[]): Promise<void> {
  if (currentDatabase().dialect === "postgresql") for (const event of events) await writeEvent(tx, event);
  else await tx.$executeRaw`INSERT INTO "NewEvent" ("event") SELECT "value" FROM json_each(${JSON.stringify(events)})`;
}

async function writeEvent(tx: RawTx, { row, details }: WrittenEvent): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Event" ("chain", "seq", "id", "at", "action", "byKind", "byId", "subjectType", "subjectId", "subjectVersion", "body", "hash")
    VALUES (${row.chain}, ${row.seq}, ${row.id}, ${row.at}, ${row.action}, ${row.byKind}, ${row.byId},
      ${row.subjectType}, ${row.subjectId}, ${row.subjectVersion}, ${row.body}, ${row.hash})`;
  await tx.$executeRaw`
    INSERT INTO "EventDetail" ("chain", "seq", "part", "about", "salt", "body")
    SELECT ${row.chain}, ${row.seq}::integer, "part", "about", "salt", "body" FROM json_populate_recordset(NULL::"EventDetail", ${JSON.stringify(details)}::json)`;
}
