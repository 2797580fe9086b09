import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Browser, type Page } from "@playwright/test";
import { people } from "./people";

/** The password of the account on a server of its own. */
const ownPassword = "four loose newspapers upstairs";

/** Signs in on the page that asks for it, with the one account of such a server. */
export async function signInOnOwn(page: Page) {
  await page.getByLabel("Mail address").fill(people.lead);
  await page.getByLabel("Password", { exact: true }).fill(ownPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** A page on such a server, signed in on a new study at this address. */
export async function openOwnStudy(browser: Browser, { origin }: OwnServer, slug: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: origin, locale: "en-GB" })).newPage();
  await page.goto("/assessments/new/check?shipped=evaluation-oecd-dac");
  await signInOnOwn(page);
  await page.getByLabel("Address", { exact: true }).fill(slug);
  await page.getByRole("button", { name: "Make the assessment" }).click();
  await expect(page).toHaveURL(`/assessments/${slug}`);
  return page;
}

/** A server of one test, on a folder of its own, that can be killed and started again. */
export interface OwnServer {
  origin: string;
  /** The file with everything in it, and the folder of the files. */
  database: string;
  files: string;
  start: () => Promise<void>;
  /** Ends it as a power cut does: nothing is written or answered any more. */
  kill: () => Promise<void>;
  remove: () => Promise<void>;
}

/** Makes the folder with one account that may start studies; the server is not running yet. */
export function makeOwnServer(port: number): OwnServer {
  const folder = mkdtempSync(join(tmpdir(), "grondslag-own-"));
  const origin = `http://localhost:${port}`;
  const { DATABASE_URL: _unused, ...inherited } = process.env;
  const env: NodeJS.ProcessEnv = {
    ...inherited,
    NODE_ENV: "production",
    PORT: String(port),
    GRONDSLAG_DATA_DIR: folder,
    GRONDSLAG_ORIGIN: origin,
    GRONDSLAG_LOG_LEVEL: "warn",
  };
  const account = [
    "commands/user-create.ts",
    "--email",
    people.lead,
    "--name",
    "Ilse",
    "--may-start",
    "--language",
    "en",
    "--password-stdin",
  ];
  const made = spawnSync("npx", ["tsx", ...account], { env, input: ownPassword, encoding: "utf8" });
  if (made.status !== 0) throw new Error(made.stderr);
  let server: ChildProcess | undefined;

  async function kill() {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, "exit");
    server.kill("SIGKILL");
    await gone;
  }

  async function start() {
    const started = spawn(process.execPath, ["--import", "tsx", "server.ts"], { env, stdio: ["ignore", "pipe", "inherit"] });
    server = started;
    await new Promise<void>((resolve, reject) => {
      started.stdout.on("data", (words: Buffer) => words.includes(origin) && resolve());
      started.once("exit", () => reject(new Error("the server ended before it was ready")));
    });
  }

  return {
    origin,
    database: join(folder, "grondslag.sqlite"),
    files: join(folder, "files"),
    start,
    kill,
    async remove() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
