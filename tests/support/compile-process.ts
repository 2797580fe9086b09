// A process of its own that makes the drafts that are asked for: tsx tests/support/compile-process.ts URL ITS-TIME
import { startCompiling } from "~/features/editions/compile-loop.server";
import { openDatabase } from "~/platform/db.server";

const [url = "", began = ""] = process.argv.slice(2);
await openDatabase(url);
await startCompiling(() => new Date(Date.parse(began) + performance.now()));
process.stdout.write("ready\n");
process.stdin.resume();
