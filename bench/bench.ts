import { parseArgs } from "node:util";
import { autosave } from "./autosave";
import { changeSpeed, changeSpeedOnServer } from "./change";
import { compile } from "./compile";
import { document } from "./document";
import { growth } from "./growth";
import { live } from "./live";
import { importReferences } from "./import";
import { interviewMatrix, matrix } from "./matrix";
import { ratings } from "./ratings";
import { reading } from "./reading";
import { tell, verdictOf, type Finding } from "./report";
import { search } from "./search";
import { start } from "./start";
import { upload } from "./upload";
import { weight } from "./weight";

const usage = `npm run bench [-- NAME…] [--pg] [--events] [--json]

Measures what the program promises, subject and anchor in turn, and says whether each goal is met. Names: weight reading change matrix
interview-matrix section live ratings autosave compile import search start upload growth (all, without a name). Needs a build: npm run build.
  --pg      change on PostgreSQL too (TEST_POSTGRES_URL, one on this machine, or one started for the occasion)
  --events  growth: the durable append at a million events too (minutes, 2 GB)
  --json    one object per finding, for machines
GRONDSLAG_BENCH_DATA names a data folder that holds the examples, which saves loading them.

Exit codes: 0 every must is met, 1 one is missed, 2 wrong arguments.`;

interface Options {
  pg: boolean;
  events: boolean;
}

const benches: Record<string, (options: Options) => Promise<Finding[]> | AsyncGenerator<Finding>> = {
  weight,
  reading,
  change: async ({ pg }) => [...(await changeSpeed()), ...(pg ? await changeSpeedOnServer() : [])],
  matrix,
  "interview-matrix": interviewMatrix,
  section: document,
  live,
  ratings,
  autosave,
  compile,
  import: importReferences,
  search,
  start,
  upload,
  growth: ({ events }) => growth(events),
};

function readArguments() {
  try {
    const flag = { type: "boolean", default: false } as const;
    return parseArgs({ allowPositionals: true, options: { pg: flag, events: flag, peers: flag, json: flag, help: flag } });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(2);
  }
}

const { values, positionals } = readArguments();
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const unknown = positionals.find((name) => !(name in benches));
if (unknown !== undefined || values.peers) {
  console.error(
    unknown === undefined ? "The peers are not measured here yet." : `There is no bench ${unknown}: ${Object.keys(benches).join(", ")}.`,
  );
  process.exit(2);
}
// So that the servers that were started end too, and the folders go.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
let missed = 0;
for (const [name, run] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  try {
    for await (const finding of await run({ pg: values.pg, events: values.events })) {
      const verdict = verdictOf(finding);
      if (verdict === "must missed") missed += 1;
      console.log(values.json ? JSON.stringify({ ...finding, verdict }) : tell(finding));
    }
  } catch (error) {
    missed += 1;
    console.error(`${name} could not be measured:`, error);
  }
}
process.exit(missed > 0 ? 1 : 0);
