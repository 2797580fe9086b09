import { copyOfExamples, databaseIn } from "./folder";
import type { Client } from "./client";
import { appendSpeed } from "./durable-append";
import { grow } from "./grow";
import { quantile } from "./measure";
import type { Finding } from "./report";
import { serve, type Served } from "./server";

const slug = "sec-in-oda";
const base = `/assessments/${slug}`;
const pages = {
  "my work": "/work",
  overview: base,
  "a source": `${base}/sources/S01`,
  interviews: `${base}/interviews`,
  "an interview": `${base}/interviews/I1`,
  statements: `${base}/statements`,
  "a statement": `${base}/statements/F1`,
  actors: `${base}/actors`,
  "the trail": `${base}/trail`,
  "the history of a source": `${base}/trail/items/source/S01`,
  "search, a rare word": `${base}/search?q=pandemie`,
  "search, a common word": `${base}/search?q=kinderen`,
  sources: `${base}/sources`,
};
/** Pages that show the whole of a table that grows: they are compared per row shown. */
const whole: readonly string[] = ["sources"];

interface Size {
  times: number;
  served: Served;
  client: Client;
}

async function open(times: number): Promise<Size> {
  const folder = copyOfExamples();
  if (times > 1) grow({ file: databaseIn(folder), slug, times });
  const served = await serve(folder);
  const client = served.client();
  await client.signIn("lead");
  return { times, served, client };
}

const asked = 4;
const runs = 5;

async function p50(client: Client, path: string): Promise<{ ms: number; rows: number }> {
  const times: number[] = [];
  let rows = 0;
  for (let index = 0; index < asked; index += 1) {
    const { status, body, ms } = await client.get(path);
    if (status !== 200) throw new Error(`${path} answers ${status}.`);
    rows = body.toString("utf8").split("<tr").length;
    times.push(ms);
  }
  return { ms: quantile(times, 0.5), rows };
}

/** The best p50 of a page at each size; the sizes take turns, and none is measured cold. */
async function measurePage(sizes: readonly Size[], path: string): Promise<{ ms: number; rows: number }[]> {
  const found = sizes.map(() => ({ ms: Infinity, rows: 0 }));
  for (let run = 0; run < runs; run += 1) {
    for (const [index, { client }] of sizes.entries()) {
      const { ms, rows } = await p50(client, path);
      found[index] = { ms: Math.min(ms, found[index]?.ms ?? ms), rows };
    }
  }
  return found;
}

/** How much slower the pages become with ten and a hundred times the data. */
export async function* growth(events: boolean): AsyncGenerator<Finding> {
  const sizes: Size[] = [];
  try {
    for (const times of [1, 10, 100]) sizes.push(await open(times));
    for (const [name, path] of Object.entries(pages)) {
      const [one, ...larger] = await measurePage(sizes, path);
      if (!one) continue;
      for (const [index, { ms, rows }] of larger.entries()) {
        const per = whole.includes(name) ? rows / one.rows : 1;
        yield {
          bench: "growth",
          subject: `${name}, p50 at ${sizes[index + 1]?.times}×${per === 1 ? "" : `, per row (${rows} ÷ ${one.rows})`}`,
          ...{ anchor: "at 1×", value: ms / one.ms / per, unit: "×", better: "lower", must: 2, aim: 1.3 },
          note: `${ms.toFixed(1)} ÷ ${one.ms.toFixed(1)} ms`,
        };
      }
    }
  } finally {
    for (const { client, served } of sizes) {
      client.close();
      await served.stop();
    }
  }
  if (events) yield* await appendSpeed(1_000_000);
}
