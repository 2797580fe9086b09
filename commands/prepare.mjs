// What `npm run demo` and `npm test` share: plain Node, for a clean clone without node_modules.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const root = new URL("..", import.meta.url).pathname;
const stampFolder = join(root, "node_modules/.cache");

/** Ends the command with one sentence that says what is missing and how to mend it. */
export function stop(sentence, code = 1) {
  console.error(sentence);
  process.exit(code);
}

/** Runs a program in the project's folder; what it prints goes to the terminal. Gives its exit code. */
export function run(program, args, { env = {}, quiet = false } = {}) {
  const done = spawnSync(program, args, {
    cwd: root,
    stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  if (quiet && done.status !== 0) process.stderr.write(`${done.stdout ?? ""}${done.stderr ?? ""}`);
  return done.status ?? 1;
}

/** Runs a program beside others; gives its exit code and what it printed. */
export function runBeside(program, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (printed += text));
    child.on("error", (error) => resolve({ code: 1, printed: String(error) }));
    child.on("close", (code) => resolve({ code: code ?? 1, printed }));
  });
}

/** Runs a program beside others, showing what it prints; gives its exit code. */
export function runShown(program, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
    child.on("error", () => resolve(1));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/** Runs a program that has to succeed; `patience` says beforehand what makes it take long. */
export function must(sentence, program, args, { patience, ...options } = {}) {
  console.log(patience ? `› ${sentence} (${patience})` : `› ${sentence}`);
  if (run(program, args, options) !== 0) stop(`Stopped: ${sentence} did not succeed (see above).`);
}

/** The full path of a program, or undefined. */
export function find(...names) {
  for (const name of names) {
    const found = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
    if (found.status === 0) return found.stdout.trim();
  }
  return undefined;
}

const has = (...names) => find(...names) !== undefined;
const digest = (...files) => {
  const hash = createHash("sha256");
  for (const file of files) if (existsSync(join(root, file))) hash.update(readFileSync(join(root, file)));
  return hash.digest("hex");
};

/** Does a step again only when one of its files differs from the last time. */
export function once(name, files, step) {
  const stamp = join(stampFolder, `${name}.stamp`);
  const now = digest(...files);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  step();
  mkdirSync(stampFolder, { recursive: true });
  writeFileSync(stamp, now);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 20)) stop(`Grondslag needs Node 20.20 or newer; this is ${process.versions.node}.`);
}

/** Debian packages are installed where that may be done; otherwise the sentence says exactly what to install. */
function debian(packages, why) {
  const may = process.getuid?.() === 0 && has("apt-get");
  if (!may) stop(`${why}\nInstall it and try again:  sudo apt-get install -y ${packages.join(" ")}`);
  console.log(`› installing ${packages.join(", ")}`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const install = () => run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], { env, quiet: true });
  if (install() !== 0 && (run("apt-get", ["update"], { env, quiet: true }) !== 0 || install() !== 0))
    stop(`${why}\nInstall it and try again:  apt-get install -y ${packages.join(" ")}`);
}

function installPackages() {
  const headers = ["/usr", "/usr/local"].find((prefix) => existsSync(join(prefix, "include/node/node.h")));
  const compilers = ["python3", "make", "g++"].filter((name) => !has(name));
  if (compilers.length > 0 && !existsSync(join(root, "node_modules/better-sqlite3/build/Release/better_sqlite3.node")))
    debian(compilers, `The embedded database is compiled on this machine and needs ${compilers.join(", ")}.`);
  // Compiled here: no step of the installation fetches a binary that is not in a package.
  const compile = { npm_config_build_from_source: "better-sqlite3" };
  const nodedir = headers && !process.env.npm_config_nodedir ? { npm_config_nodedir: headers } : {};
  must("installing packages", "npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
    env: { ...nodedir, ...compile },
    patience: "the first time some minutes: the embedded database is compiled here",
  });
}

/** Packages and the database clients; with `build` also the program itself. Safe to repeat. */
export function prepare({ build = false } = {}) {
  checkNode();
  once("install", ["package.json", "package-lock.json"], installPackages);
  must("making the database clients", "npx", ["tsx", "prisma/generate.ts"]);
  if (build) must("building", "npx", ["remix", "vite:build"], { env: { NODE_ENV: "production" }, quiet: true });
}

/** The browser that the tests drive, Debian's. */
export function prepareBrowser() {
  if (!has("chromium", "chromium-browser", "google-chrome")) debian(["chromium"], "The browser tests need Chromium.");
}

/** The programs that read back what we write: an office suite, a converter, a PDF reader, a checker of schemas. */
export function prepareReaders() {
  const missing = [
    ["libreoffice-writer", "soffice"],
    ["pandoc", "pandoc"],
    ["poppler-utils", "pdftotext"],
    ["libxml2-utils", "xmllint"],
  ]
    .filter(([, program]) => !has(program))
    .map(([name]) => name);
  if (missing.length > 0) debian(missing, "The tests open the files that the product writes with other programs.");
}
