import { PrismaPg } from "@prisma/adapter-pg";
import type { Prisma, PrismaClient } from "./generated/sqlite/client";
import { enqueue, newQueue, patience } from "./queue.server";
import type { Queue } from "./queue.server";
import { sqliteReader, sqliteWriter } from "./sqlite-adapter.server";

/** The kind of database: embedded, or a server. */
export type Dialect = "sqlite" | "postgresql";

type Model = Exclude<keyof PrismaClient, symbol | number | `$${string}`>;
type Read = "findUnique" | "findUniqueOrThrow" | "findFirst" | "findFirstOrThrow" | "findMany" | "count" | "aggregate" | "groupBy";

/** The tables of the trail: only `change` writes them. */
export type Trail = "installation" | "event" | "eventDetail" | "chainHead" | "erasure" | "checkpoint" | "auditKey";

/** The tables that hold nothing of a study and that `operate` may write without an event; a test reads this list. */
export const operationalTables = [
  "session",
  "linkCookie",
  "parkedForm",
  "lastVisit",
  "readingPosition",
  "personalSetting",
  "idempotencyKey",
  "computation",
  "presence",
  "sectionSeen",
  "mailOutbox",
  "compileJob",
] as const;

/** The reader: find, count, aggregate and group in every table. A `Tx` is one too, so queries take `db: Db` first. */
export type Db = { readonly [M in Model]: Pick<PrismaClient[M], Read> };

/** What a change writes through: every table but the trail, which it can only read. */
export type Tx = { readonly [M in Model]: M extends Trail ? Pick<PrismaClient[M], Read> : PrismaClient[M] };

/** What `operate` writes through: the operational tables and nothing else. */
export type OperateTx = { readonly [M in (typeof operationalTables)[number]]: PrismaClient[M] };

/** The transaction inside `change`, with the raw statements of the trail; for the platform's own files. */
export type RawTx = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/** A new row of the tables to which many are added at once. */
export interface NewRow {
  Source: Prisma.SourceCreateManyInput;
  SourceImportRecord: Prisma.SourceImportRecordCreateManyInput;
  SearchText: Prisma.SearchTextCreateManyInput;
  SectionChange: Prisma.SectionChangeCreateManyInput;
  Version: Prisma.VersionCreateManyInput;
}

/** An open database, for the platform's own files: all others use `db`, `change`, `operate` and `snapshot`. */
export interface OpenDatabase {
  readonly dialect: Dialect;
  readonly url: string;
  readonly reader: PrismaClient;
  readonly writer: PrismaClient;
  readonly queue: Queue;
  /** Opened by a thread that only reads, one thing after the other; its writer refuses to write. */
  readonly readOnly: boolean;
  /** Known once the installation has started; it is the first link of every chain. */
  installationId: string | null;
}

/** The kind of database that an address names; refuses all but `file:`, `postgres:` and `postgresql:`. */
export function dialectOf(url: string): Dialect {
  if (/^postgres(ql)?:\/\//u.test(url)) return "postgresql";
  if (url.startsWith("file:")) return "sqlite";
  throw new Error("A database address starts with file: or postgresql://");
}

// One process has one open database, also when a development reload or a second bundle loads this file again.
const key = Symbol.for("grondslag.database");
const holder = globalThis as { [key]?: OpenDatabase | undefined };

/** The open database; refuses while none is open. For the platform's own files. */
export function currentDatabase(): OpenDatabase {
  const open = holder[key];
  if (!open) throw new Error("No database is open: call openDatabase first.");
  return open;
}

/** Opens the database of this process: a reader that can't write, and a writer for the queue unless it is only read. The tables must be there (`migrate`). */
export async function openDatabase(url: string, { readOnly = false } = {}): Promise<OpenDatabase> {
  if (holder[key]) throw new Error("A database is open already: call closeDatabase first.");
  const dialect = dialectOf(url);
  const { reader, writer } = await openClients(dialect, url, readOnly);
  const open = { dialect, url, reader, writer: writer ?? reader, queue: newQueue(), readOnly, installationId: null };
  holder[key] = open;
  return open;
}

/** Closes the database of this process, if one is open. */
export async function closeDatabase(): Promise<void> {
  const open = holder[key];
  holder[key] = undefined;
  await open?.reader.$disconnect();
  await open?.writer.$disconnect();
}

async function openClients(dialect: Dialect, url: string, readOnly: boolean): Promise<{ reader: PrismaClient; writer?: PrismaClient }> {
  const options = { errorFormat: "minimal" } as const;
  if (dialect === "sqlite") {
    const { PrismaClient } = await import("./generated/sqlite/client");
    const reader = new PrismaClient({ ...options, adapter: sqliteReader(url) });
    if (readOnly) return { reader };
    const writer = new PrismaClient({ ...options, adapter: sqliteWriter(url) });
    await writer.$connect();
    return { reader, writer };
  }
  const { PrismaClient: Server } = await import("./generated/postgresql/client");
  // The SQLite client has the narrower types, so all code is written against it. This is the one place where they meet.
  const client = (more: object) =>
    new Server({ ...options, adapter: new PrismaPg({ connectionString: url, max: 10, ...more }) }) as unknown as PrismaClient;
  const reader = client({ options: "-c default_transaction_read_only=on -c statement_timeout=10000" });
  return readOnly ? { reader } : { reader, writer: client({}) };
}

/** The reader of the database that is open now. It sees what is committed; inside a change read through its `tx`. */
export const db: Db = new Proxy({} as Db, { get: (_, model) => Reflect.get(currentDatabase().reader, model) as unknown });

/** Writes operational rows (sessions, parked forms …) in the same queue as the changes, in one transaction and without an event. */
export function operate<Result>(run: (tx: OperateTx) => Promise<Result>): Promise<Result> {
  const { dialect, queue, writer } = currentDatabase();
  const lane = dialect === "sqlite" ? "all" : "operate";
  return enqueue(queue, [lane], () => writer.$transaction(run, { maxWait: patience, timeout: patience }));
}

/** Writes operational rows after whatever is being written, which must not wait for it: this may be asked inside a change. */
export function operateLater<Result>(run: (tx: OperateTx) => Promise<Result>): Promise<Result> {
  return currentDatabase().queue.inside.exit(() => operate(run));
}

/** How long reading at one moment may take, in milliseconds: a whole document is read so, also on a machine that does other work. It holds nobody up. */
const readingTime = 60_000;

/** Reads several things as they were at one moment; changes that are committed meanwhile aren't seen. */
export async function snapshot<Result>(read: (db: Db) => Promise<Result>): Promise<Result> {
  const { dialect, url, reader, readOnly } = currentDatabase();
  const limits = { maxWait: patience, timeout: readingTime };
  if (dialect === "sqlite" && readOnly) return reader.$transaction(read, limits);
  // The level exists on PostgreSQL only; the types are those of SQLite, which has one level.
  if (dialect === "postgresql") return reader.$transaction(read, { ...limits, isolationLevel: "RepeatableRead" as "Serializable" });
  // A transaction on the shared reader would hide later commits from everybody, so this one has a connection of its own.
  const { PrismaClient } = await import("./generated/sqlite/client");
  const own = new PrismaClient({ errorFormat: "minimal", adapter: sqliteReader(url) });
  try {
    return await own.$transaction(read, limits);
  } finally {
    await own.$disconnect();
  }
}
