// npm test: sets up, then types, lint, unit, changes and routes on both databases, and the browser. Last line: N passed, N failed.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { prepare, prepareBrowser, prepareReaders, root, run, runBeside, runShown } from "./prepare.mjs";
import { reachPostgres } from "./postgres.mjs";

if (process.argv.includes("--help")) {
  console.log(
    "npm test\n  Installs what is lacking and runs every check; takes no options. Last line: N passed, N failed.\n  TEST_POSTGRES_URL  a PostgreSQL whose role may make databases (else one on this machine, or one that is started for the tests)",
  );
  process.exit(0);
}

const results = join(root, "test-results");
const tally = { passed: 0, failed: 0 };
/** What failed, told once more at the end, where it is found without reading everything. */
const failures = [];
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
  const { passed, failed, named } = read(JSON.parse(readFileSync(file, "utf8")));
  failures.push(...named);
  count(passed, failed === 0 && code !== 0 ? 1 : failed);
};
/** The first lines of what a runner says of a failure. */
const told = (message) =>
  message
    ?.split("\n")
    .slice(0, 12)
    .map((line) => `    ${line}`)
    .join("\n") ?? "";
const failedUnits = ({ testResults }) =>
  testResults.flatMap(({ name, message, status, assertionResults }) => {
    const failed = assertionResults.filter((each) => each.status === "failed");
    if (failed.length === 0) return status === "failed" ? [`${name}\n${told(message)}`] : [];
    return failed.map(({ fullName, failureMessages }) => `${name}: ${fullName}\n${told(failureMessages[0])}`);
  });
const failedInBrowser = ({ suites = [] }) =>
  suites.flatMap((suite) => [
    ...(suite.specs ?? [])
      .filter(({ ok }) => !ok)
      .map(({ file, line, title, tests }) => {
        const errors = tests.flatMap(({ results }) => results.flatMap(({ error }) => error?.message ?? []));
        return `${file}:${line} ${title}\n${told(errors[0])}`;
      }),
    ...failedInBrowser(suite),
  ]);

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

console.log("\n› the example studies, for the tests that read them");
const examples = join(results, "examples");
const seeding = { DATABASE_URL: "", GRONDSLAG_DATA_DIR: examples };
run("npx", ["tsx", "commands/migrate.ts"], { env: seeding, quiet: true });
run("npx", ["tsx", "prisma/seed.ts", "--demo"], { env: seeding, quiet: true });

const postgres = await reachPostgres();
console.log(`\n› ${postgres.url ? `tests on SQLite and PostgreSQL (${postgres.how})` : `tests on SQLite only: ${postgres.why}`}`);
if (!postgres.url && process.env.CI) count(0, 1);
const unit = join(results, "unit.json");
const projects = ["--project", "unit", "--project", "example", "--project", "sqlite", ...(postgres.url ? ["--project", "postgresql"] : [])];
const env = { GRONDSLAG_E2E_DATA: examples, ...(postgres.url ? { TEST_POSTGRES_URL: postgres.url } : {}) };
report(
  unit,
  run("npx", ["vitest", "run", ...projects, "--reporter=dot", "--reporter=json", `--outputFile.json=${unit}`], { env }),
  (read) => ({
    passed: read.numPassedTests,
    failed: read.numFailedTests + read.numFailedTestSuites * (read.numFailedTests === 0 ? 1 : 0),
    named: failedUnits(read),
  }),
);
postgres.stop();

if (isBuilt) {
  console.log("\n› tests in the browser, in two halves beside each other, each with a server of its own");
  const halves = [1, 2].map((half) => ({ half, file: join(results, `browser-${half}.json`), port: 4197 + half }));
  const codes = await Promise.all(
    halves.map(({ half, file, port }) =>
      runShown("npx", ["playwright", "test", `--shard=${half}/2`, "--output", join(results, `browser-${half}`)], {
        PLAYWRIGHT_JSON_OUTPUT_NAME: file,
        GRONDSLAG_E2E_DATA: examples,
        GRONDSLAG_E2E_PORT: String(port),
      }),
    ),
  );
  for (const [place, { file }] of halves.entries()) {
    report(file, codes[place], (read) => ({
      passed: read.stats.expected,
      failed: read.stats.unexpected + read.stats.flaky,
      named: failedInBrowser(read),
    }));
  }
}

if (failures.length > 0) console.log(`\n› what failed\n${failures.map((failure) => `  ${failure}`).join("\n")}`);
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 ? 0 : 1);
