import type { Logger } from "pino";
import { pino } from "pino";
import { settings } from "./environment.server";

let made: Logger | undefined;

/** The log: JSON lines on standard output, of ids, routes, statuses and times. Never a body, a query, a name, a token or a text. */
export function log(): Logger {
  return (made ??= pino({
    level: settings().logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
  }));
}

/** The path of a request as the log may hold it: without query, and cut after the `/f/`, `/i/`, `/p/` and `/mail/off/` of a personal link. */
export function loggedPath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  return path.replace(/^\/([fip]|mail\/off)\/.*/s, "/$1/…").slice(0, 200);
}

/** Errors whose messages hold what they were about: values of a query, a text that could not be read, a field that was not known. */
const telling = /^(Prisma|DriverAdapter|Zod|\$Zod|SyntaxError$)/;

/** What the log may hold of an error: its kind, its codes and where it was thrown; messages of the database hold values. */
export function loggedError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code, meta } = error as { code?: unknown; meta?: { driverAdapterError?: { cause?: { originalCode?: unknown } } } };
  const database = typeof code === "string" && /^P\d{4}$/.test(code);
  const silent = database || telling.test(error.name) || telling.test(error.constructor.name);
  return {
    kind: error.name,
    ...(code !== undefined && { code }),
    ...(database && { originalCode: meta?.driverAdapterError?.cause?.originalCode }),
    ...(!silent && { message: error.message }),
    stack: (error.stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12),
  };
}
