// A process of its own that makes changes: tsx tests/support/touch-loop.ts URL ASSESSMENT COUNT
import { closeDatabase, openDatabase } from "~/platform/db.server";
import { touch } from "./story";

const [url = "", assessment = "", count = "0"] = process.argv.slice(2);
const at = new Date("2026-09-04T08:00:00.000Z");
await openDatabase(url);
await Promise.all(
  Array.from({ length: Number(count) }, () => touch({ by: { kind: "system", id: "loop" }, at, request: "loop" }, assessment)),
);
await closeDatabase();
