import { hkdfSync, randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { dialectOf } from "./db.server";

/** A setting that the program can't start with: one sentence that names it. */
export class SettingProblem extends Error {
  constructor(
    readonly setting: string,
    problem: string,
  ) {
    super(`${setting} ${problem}`);
    this.name = "SettingProblem";
  }
}

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** What the program reads from its environment, checked. */
export interface Settings {
  port: number;
  host: string;
  /** `file:…` in the data folder unless `DATABASE_URL` names another database. */
  databaseUrl: string;
  dataDir: string;
  /** Scheme, host and port under which people reach the server; no slash at the end. */
  origin: string;
  secretFile: string;
  /** How many proxies stand before the server; 0 = forwarded headers are ignored. */
  trustProxy: number;
  rateLimits: "normal" | "test";
  logLevel: (typeof logLevels)[number];
  production: boolean;
  /** The server that sends mail, `smtp://…` or `smtps://…`; null = mail is not set up. */
  smtpUrl: string | null;
  /** Who mail comes from. */
  mailFrom: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads and checks the settings; throws a `SettingProblem` that names the first wrong one. */
export function readSettings(environment: Environment): Settings {
  const port = wholeNumber(environment, "PORT", 3000, 65_535);
  const dataDir = resolve(given(environment, "GRONDSLAG_DATA_DIR") ?? "data");
  const origin = readOrigin(environment, port);
  return {
    port,
    host: given(environment, "HOST") ?? "127.0.0.1",
    databaseUrl: readDatabaseUrl(environment, dataDir),
    dataDir,
    origin,
    secretFile: resolve(given(environment, "GRONDSLAG_SECRET_FILE") ?? join(dataDir, "secret")),
    trustProxy: wholeNumber(environment, "GRONDSLAG_TRUST_PROXY", 0, 10),
    rateLimits: readRateLimits(environment, origin),
    logLevel: oneOf(environment, "GRONDSLAG_LOG_LEVEL", logLevels, "info"),
    production: environment["NODE_ENV"] === "production",
    smtpUrl: readSmtpUrl(environment),
    mailFrom: given(environment, "GRONDSLAG_MAIL_FROM") ?? `Grondslag <grondslag@${new URL(origin).hostname}>`,
  };
}

let read: Settings | undefined;

/** The settings of this process, read at the first call. */
export function settings(): Settings {
  return (read ??= readSettings(process.env));
}

/** From the next call on, the settings are those that the environment names then. A server has its own from start to end. */
export function forgetSettings(): void {
  read = undefined;
}

function given(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim();
  return value === "" ? undefined : value;
}

function wholeNumber(environment: Environment, name: string, standard: number, highest: number): number {
  const value = given(environment, name);
  if (value === undefined) return standard;
  if (!/^\d{1,6}$/u.test(value) || Number(value) > highest) throw new SettingProblem(name, `must be a whole number from 0 to ${highest}.`);
  return Number(value);
}

function oneOf<Value extends string>(environment: Environment, name: string, values: readonly Value[], standard: Value): Value {
  const value = given(environment, name);
  if (value === undefined) return standard;
  const found = values.find((one) => one === value);
  if (found === undefined) throw new SettingProblem(name, `must be one of: ${values.join(", ")}.`);
  return found;
}

/** Is this the address of the machine itself, where plain http and the demo are allowed? */
export function isLoopback(origin: string): boolean {
  const { hostname } = new URL(origin);
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/u.test(hostname);
}

function readOrigin(environment: Environment, port: number): string {
  const name = "GRONDSLAG_ORIGIN";
  const value = given(environment, name) ?? `http://localhost:${port}`;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !["http:", "https:"].includes(url.protocol))
    throw new SettingProblem(name, "must be an address such as https://grondslag.example.org.");
  if (value.replace(/\/$/u, "") !== url.origin)
    throw new SettingProblem(name, "must be scheme, host and port only, such as https://grondslag.example.org.");
  if (url.protocol === "http:" && !isLoopback(url.origin)) {
    throw new SettingProblem(name, "must start with https:// unless it is an address of this machine itself.");
  }
  return url.origin;
}

function readDatabaseUrl(environment: Environment, dataDir: string): string {
  const value = given(environment, "DATABASE_URL") ?? `file:${join(dataDir, "grondslag.sqlite")}`;
  try {
    dialectOf(value);
  } catch {
    throw new SettingProblem("DATABASE_URL", "must start with postgresql:// or file:.");
  }
  return value;
}

function readSmtpUrl(environment: Environment): string | null {
  const name = "GRONDSLAG_SMTP_URL";
  const value = given(environment, name);
  if (value === undefined) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url?.hostname && ["smtp:", "smtps:"].includes(url.protocol)) return value;
  throw new SettingProblem(name, "must be an address such as smtps://user:password@mail.example.org.");
}

function readRateLimits(environment: Environment, origin: string): Settings["rateLimits"] {
  const name = "GRONDSLAG_RATE_LIMITS";
  const value = oneOf(environment, name, ["normal", "test"] as const, "normal");
  if (value === "test" && !isLoopback(origin))
    throw new SettingProblem(name, "may be test only when GRONDSLAG_ORIGIN is an address of this machine itself.");
  return value;
}

const leastBytes = 32;
const secrets = new Map<string, Buffer>();

/** The installation's secret, made at the first start (mode 600); refuses one that is shorter than 32 bytes. */
export function loadSecret(file: string): Buffer {
  const known = secrets.get(file);
  if (known) return known;
  const secret = existsSync(file) ? readSecret(file) : makeSecret(file);
  if (secret.length < leastBytes) throw new SettingProblem("GRONDSLAG_SECRET_FILE", `must hold at least ${leastBytes} bytes.`);
  secrets.set(file, secret);
  return secret;
}

function readSecret(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new SettingProblem("GRONDSLAG_SECRET_FILE", "can't be read by this user.");
  }
}

function makeSecret(file: string): Buffer {
  const secret = randomBytes(64);
  try {
    mkdirSync(dirname(file), { recursive: true });
    const handle = openSync(file, "wx", 0o600);
    writeSync(handle, secret);
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    if (existsSync(file)) return readSecret(file); // another process was first
    throw new SettingProblem("GRONDSLAG_SECRET_FILE", "isn't there and can't be made in its folder.");
  }
  return secret;
}

/** A key of 32 bytes for one purpose, derived from the installation's secret (HKDF-SHA-256). */
export function subKey(purpose: string): Buffer {
  const secret = loadSecret(settings().secretFile);
  return Buffer.from(hkdfSync("sha256", secret, Buffer.alloc(0), `grondslag ${purpose}`, 32));
}
