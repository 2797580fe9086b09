import { listMigrations } from "./migrate-files.server";

/** The text of each trigger that the shipped migrations make in an embedded database, by name. */
export function shippedSqliteTriggers(): Map<string, string> {
  const sql = listMigrations("sqlite").map((migration) => migration.sql);
  const made = sql.flatMap((text) => [...text.matchAll(/^(CREATE TRIGGER "(\w+)"[\s\S]*?END);$/gmu)]);
  return new Map(made.map(([, text = "", name = ""]) => [name, text]));
}

/** A trigger as PostgreSQL has it: its function's name and text, whether it fires, and whether it has a condition. */
export interface ServerTrigger {
  name: string;
  calls: string;
  source: string;
  enabled: boolean;
  conditional: boolean;
}

/** Does the server have each shipped trigger of the trail, firing, on the shipped function? */
export function serverTriggersStand(found: readonly ServerTrigger[]): boolean {
  const sql = listMigrations("postgresql")
    .map((migration) => migration.sql)
    .join("\n");
  const functions = new Map(
    [...sql.matchAll(/CREATE FUNCTION (\w+)\(\)[^$]*\$\$([\s\S]*?)\$\$/gu)].map(([, name = "", source = ""]) => [name, source]),
  );
  const triggers = [...sql.matchAll(/CREATE TRIGGER "(\w+)" .*EXECUTE FUNCTION (\w+)\(\)/gu)];
  return triggers.every(([, name = "", calls = ""]) => {
    const trigger = found.find((one) => one.name === name);
    return trigger?.enabled === true && !trigger.conditional && trigger.calls === calls && trigger.source === functions.get(calls);
  });
}
