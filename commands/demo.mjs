// npm run demo [-- --no-serve]: sets up, loads the example study, serves it. Safe to run twice.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { prepare, root, run, stop } from "./prepare.mjs";

const args = process.argv.slice(2);
if (args.includes("--help")) {
  console.log(
    "npm run demo [-- --no-serve]\n  PORT                the port to serve on (3000)\n  GRONDSLAG_DATA_DIR  the folder of the data (./data-demo)\n  --no-serve          load the example, compile demo-out/conclusions-nl.docx and -en.docx, and end",
  );
  process.exit(0);
}
const unknown = args.filter((arg) => arg !== "--no-serve");
if (unknown.length > 0) stop(`Unknown option ${unknown[0]}; see npm run demo -- --help.`, 2);

const port = process.env.PORT ?? "3000";
const folder = resolve(process.env.GRONDSLAG_DATA_DIR ?? join(root, "data-demo"));
const env = {
  PORT: port,
  GRONDSLAG_DATA_DIR: folder,
  GRONDSLAG_ORIGIN: process.env.GRONDSLAG_ORIGIN ?? `http://localhost:${port}`,
  NODE_ENV: "production",
};
delete process.env.DATABASE_URL;

prepare({ build: !args.includes("--no-serve") || !existsSync(join(root, "build/server/index.js")) });
mkdirSync(folder, { recursive: true });
const step = (sentence, ...command) => {
  console.log(`› ${sentence}`);
  const code = run("npx", ["tsx", ...command], { env });
  if (code !== 0) process.exit(code);
};
step("preparing the database", "commands/migrate.ts");
step("loading the examples (the first time a minute or two)", "prisma/seed.ts", "--demo");

if (args.includes("--no-serve")) {
  mkdirSync(join(root, "demo-out"), { recursive: true });
  for (const language of ["nl", "en"]) {
    const out = join(root, `demo-out/conclusions-${language}.docx`);
    step(
      `compiling demo-out/conclusions-${language}.docx`,
      "commands/compile.ts",
      "sec-in-oda",
      "--format",
      "docx",
      "--lang",
      language,
      "--out",
      out,
    );
  }
} else {
  console.log("Sign in as lead@example.org with the password grondslag-demo; README.md names the other accounts.");
  // Straight to Node: a shell or npx in between would be ended by a signal and leave the server behind.
  const server = spawn(process.execPath, ["--import", "tsx", "server.ts", "--demo"], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
  server.on("exit", (code) => process.exit(code ?? 0));
}
