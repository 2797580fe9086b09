// npm test: sets up, then types, lint, unit, changes and routes on both databases, and the browser. Last line: N passed, N failed.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { prepare, prepareBrowser, prepareReaders, root, run, runBeside } from "./prepare.mjs";
import { reachPostgres } from "./postgres.mjs";

if (process.argv.includes("--help")) {
  console.log(
    "npm test\n  Installs what is lacking and runs every check; takes no options. Last line: N passed, N failed.\n  TEST_POSTGRES_URL  a PostgreSQL whose role may make databases (else one on this machine, or one that is started for the tests)",
  );
  process.exit(0);
}

const results = join(root, "test-results");
const tally = { passed: 0, failed: 0 };
const count = (passed, failed) => {
  tally.passed += passed;
  tally.failed += failed;
};
/** A check beside others: told once it is done, with what it printed if it failed. */
const check = async (sentence, program, args, env) => {
  const { code, printed } = await runBeside(program, args, env);
  console.log(`› ${sentence}: ${code === 0 ? "in order" : `failed\n${printed}`}`);
  count(code === 0 ? 1 : 0, code === 0 ? 0 : 1);
  return code === 0;
};
/** A runner that wrote no report has failed as a whole. */
const report = (file, code, read) => {
  if (!existsSync(file)) return count(0, 1);
  const { passed, failed } = read(JSON.parse(readFileSync(file, "utf8")));
  count(passed, failed === 0 && code !== 0 ? 1 : failed);
};

prepare();
prepareBrowser();
prepareReaders();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

console.log("\n› types, lint, formatting and the build, beside each other");
const [isBuilt] = await Promise.all([
  check("building", "npx", ["remix", "vite:build"], { NODE_ENV: "production" }),
  check("types", "npx", ["tsc", "--noEmit"]),
  check("lint", "npx", ["eslint", "--max-warnings", "0", "."]),
  check("formatting", "npx", ["prettier", "--check", "--log-level", "warn", "."]),
]);

const postgres = await reachPostgres();
console.log(`\n› ${postgres.url ? `tests on SQLite and PostgreSQL (${postgres.how})` : `tests on SQLite only: ${postgres.why}`}`);
if (!postgres.url && process.env.CI) count(0, 1);
const unit = join(results, "unit.json");
const projects = ["--project", "unit", "--project", "sqlite", ...(postgres.url ? ["--project", "postgresql"] : [])];
const env = postgres.url ? { TEST_POSTGRES_URL: postgres.url } : {};
report(
  unit,
  run("npx", ["vitest", "run", ...projects, "--reporter=dot", "--reporter=json", `--outputFile.json=${unit}`], { env }),
  (read) => ({
    passed: read.numPassedTests,
    failed: read.numFailedTests + read.numFailedTestSuites * (read.numFailedTests === 0 ? 1 : 0),
  }),
);
postgres.stop();

if (isBuilt) {
  console.log("\n› tests in the browser");
  const browser = join(results, "browser.json");
  report(browser, run("npx", ["playwright", "test"], { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browser } }), (read) => ({
    passed: read.stats.expected,
    failed: read.stats.unexpected + read.stats.flaky,
  }));
}

console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 ? 0 : 1);
