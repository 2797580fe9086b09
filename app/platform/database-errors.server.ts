/** What the driver said of a database error. Never log more of it than its codes: Prisma's messages hold values. */
export interface DriverCause {
  kind?: string;
  originalCode?: string;
  originalMessage?: string;
  constraint?: { fields?: string[]; index?: string };
}

type Unknown = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Unknown => typeof value === "object" && value !== null;

/** Prisma's code of an error (`P2002` …), or null for any other error. */
function prismaCode(error: unknown): string | null {
  return isObject(error) && typeof error["code"] === "string" && /^P\d{4}$/u.test(error["code"]) ? error["code"] : null;
}

/** The driver's own account of a database error; empty for any other error. */
function driverCause(error: unknown): DriverCause {
  if (!isObject(error)) return {};
  const meta = isObject(error["meta"]) ? error["meta"] : {};
  const adapterError = isObject(meta["driverAdapterError"]) ? meta["driverAdapterError"] : error;
  return isObject(adapterError["cause"]) ? adapterError["cause"] : {};
}

/** Was a row refused because its key exists? Gives the names of the columns, or of the index. */
export function uniqueViolation(error: unknown): string[] | null {
  if (prismaCode(error) !== "P2002") return null;
  const { constraint } = driverCause(error);
  return constraint?.fields ?? (constraint?.index ? [constraint.index] : []);
}

/** Did a trigger of the trail refuse this? */
export function isTrailRefusal(error: unknown): boolean {
  return driverCause(error).originalMessage?.includes("trail: ") ?? false;
}

/** Did the database undo this transaction because two of them waited for each other? Once more usually works. */
export function isDeadlock(error: unknown): boolean {
  return prismaCode(error) === "P2034" || ["40P01", "40001"].includes(driverCause(error).originalCode ?? "");
}

const diskFull = new Set(["SQLITE_FULL", "SQLITE_IOERR_WRITE", "53100"]);
const away = new Set(["SQLITE_BUSY", "SQLITE_CANTOPEN", "SQLITE_READONLY", "57P01", "57P03", "53300", "ECONNREFUSED", "ECONNRESET"]);
const awayCodes = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028"]);

/** Can't the database be written just now (disk full, server away, too busy)? The person is then told to try again; null for other errors. */
export function databaseTrouble(error: unknown): "full" | "away" | null {
  const { originalCode = "" } = driverCause(error);
  if (diskFull.has(originalCode)) return "full";
  return away.has(originalCode) || awayCodes.has(prismaCode(error) ?? "") ? "away" : null;
}
