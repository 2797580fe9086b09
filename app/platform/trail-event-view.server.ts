/**
 * What a writing connection to an embedded database needs for `writeEvents`: a view of the connection itself into which whole events go. Each is written
 * as its row and then its details before the next one, as the triggers of the trail ask for: they take details of the newest event only.
 */
export const eventView = `
  CREATE TEMP VIEW "NewEvent" AS SELECT NULL AS "event";
  CREATE TEMP TRIGGER "NewEvent_write" INSTEAD OF INSERT ON "NewEvent" BEGIN
    INSERT INTO "Event" ("chain", "seq", "id", "at", "action", "byKind", "byId", "subjectType", "subjectId", "subjectVersion", "body", "hash")
      VALUES (NEW."event" ->> '$.row.chain', NEW."event" ->> '$.row.seq', NEW."event" ->> '$.row.id', NEW."event" ->> '$.row.at',
        NEW."event" ->> '$.row.action', NEW."event" ->> '$.row.byKind', NEW."event" ->> '$.row.byId', NEW."event" ->> '$.row.subjectType',
        NEW."event" ->> '$.row.subjectId', NEW."event" ->> '$.row.subjectVersion', NEW."event" ->> '$.row.body', NEW."event" ->> '$.row.hash');
    INSERT INTO "EventDetail" ("chain", "seq", "part", "about", "salt", "body")
      SELECT NEW."event" ->> '$.row.chain', NEW."event" ->> '$.row.seq', "value" ->> 'part', "value" ->> 'about', "value" ->> 'salt', "value" ->> 'body'
      FROM json_each(NEW."event", '$.details');
  END;`;
