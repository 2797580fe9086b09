import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { whyNoServer } from "./tests/support/postgresql";

const alias = { "~": new URL("./app", import.meta.url).pathname };
const setupFiles = ["tests/support/complaints.ts", "tests/support/own-settings.ts"];
// What a file of tests loads of the product stays loaded for the next; each has a database of its own, which it closes.
const isolate = false;
// How long a test may take on a machine that does other work too; none of them waits for time to pass.
const patience = { testTimeout: 30_000, hookTimeout: 120_000 };

const problem = await whyNoServer();
const skipped = problem !== null && process.env["CI"] !== "true";
if (skipped) {
  process.stderr.write(`\nPOSTGRESQL IS NOT TESTED: no server could be reached (${problem}). Start one or set TEST_POSTGRES_URL.\n\n`);
}
const dialects = skipped ? (["sqlite"] as const) : (["sqlite", "postgresql"] as const);

/** One project per kind of test; the database tests run once per dialect, each file on a database of its own. */
export default defineConfig({
  resolve: { alias },
  test: {
    // One more than it takes by itself: the process that waits for the others leaves its core to them.
    maxWorkers: availableParallelism(),
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["tests/domain/**/*.test.ts", "tests/ui/**/*.test.{ts,tsx}", "tests/*.test.ts"],
          setupFiles,
          isolate,
          ...patience,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "example",
          include: ["tests/example/**/*.test.ts"],
          globalSetup: ["tests/support/example-editions.ts"],
          setupFiles,
          isolate,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      ...dialects.map((dialect) => ({
        resolve: { alias },
        test: {
          name: dialect,
          include: ["tests/changes/**/*.test.ts", "tests/routes/**/*.test.ts"],
          env: { TEST_DIALECT: dialect },
          globalSetup: ["tests/support/database-template.ts"],
          setupFiles,
          isolate,
          ...patience,
        },
      })),
    ],
  },
});
