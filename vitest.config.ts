import { defineConfig } from "vitest/config";

const alias = { "~": new URL("./app", import.meta.url).pathname };

/** One project per kind of test; the database tests run once per dialect, each file on a database of its own. */
export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["tests/domain/**/*.test.ts", "tests/ui/**/*.test.{ts,tsx}", "tests/*.test.ts"],
          setupFiles: ["tests/support/complaints.ts"],
        },
      },
      ...(["sqlite", "postgresql"] as const).map((dialect) => ({
        resolve: { alias },
        test: {
          name: dialect,
          include: ["tests/changes/**/*.test.ts", "tests/routes/**/*.test.ts"],
          env: { TEST_DIALECT: dialect },
          globalSetup: ["tests/support/database-template.ts"],
          setupFiles: ["tests/support/complaints.ts"],
        },
      })),
    ],
  },
});
