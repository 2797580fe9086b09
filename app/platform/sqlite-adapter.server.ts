import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQueryable, Transaction } from "@prisma/driver-adapter-utils";
import { keepStatements } from "./kept-statements.server";
import { eventView } from "./trail-event-view.server";

const pragmas = { journal_mode: "wal", synchronous: 2, foreign_keys: 1 } as const;

/** A read-only connection to an embedded database: sees what is committed and refuses every write. */
export function sqliteReader(url: string): SqlDriverAdapterFactory {
  const inner = new PrismaBetterSqlite3({ url, timeout: 5000, readonly: true, fileMustExist: true });
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    async connect() {
      const adapter = await inner.connect();
      keepStatements(adapter);
      return adapter;
    },
  };
}

/**
 * The writing connection to an embedded database: loses nothing in a power cut (WAL, synchronous FULL, read back at every opening)
 * and rolls back when a COMMIT fails, which the adapter by itself leaves hanging for good.
 */
export function sqliteWriter(url: string): SqlDriverAdapterFactory {
  const inner = new PrismaBetterSqlite3({ url, timeout: 5000, fileMustExist: true });
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    async connect() {
      const adapter = await inner.connect();
      await adapter.executeScript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON");
      for (const [name, wanted] of Object.entries(pragmas)) await requirePragma(adapter, name, wanted);
      await adapter.executeScript(eventView);
      keepStatements(adapter);
      return rollBackFailedCommits(adapter);
    },
  };
}

async function requirePragma(adapter: SqlQueryable, name: string, wanted: string | number): Promise<void> {
  const { rows } = await adapter.queryRaw({ sql: `PRAGMA ${name}`, args: [], argTypes: [] });
  const found = rows[0]?.[0];
  if (String(found) !== String(wanted)) throw new Error(`The embedded database opened with ${name} = ${String(found)}, not ${wanted}.`);
}

function rollBackFailedCommits(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const start = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (level) => {
    const transaction: Transaction = await start(level);
    const run = transaction.executeRaw.bind(transaction);
    transaction.executeRaw = async (query) => {
      try {
        return await run(query);
      } catch (error) {
        if (query.sql === "COMMIT") await run({ ...query, sql: "ROLLBACK" }).catch(() => undefined);
        throw error;
      }
    };
    return transaction;
  };
  return adapter;
}
