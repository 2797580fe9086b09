import type { Client } from "./client";
import { copyOfExamples, databaseIn } from "./folder";
import { grow } from "./grow";
import { quantile } from "./measure";
import type { Finding } from "./report";
import { serve, type Served } from "./server";

const slug = "sec-in-oda";

/** The address of the study that is measured. */
export const base = `/assessments/${slug}`;

/** The program on the example study, or on so many times its data. */
export interface Size {
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

/** A page of a bench; a page that shows the whole of a table that grows is compared per row shown. */
interface Compared {
  bench: string;
  name: string;
  path: string;
  perRow?: boolean;
}

/** How much slower a page is at each larger size than at the first. */
export async function* comparedAcross(sizes: readonly Size[], { bench, name, path, perRow = false }: Compared): AsyncGenerator<Finding> {
  const [one, ...larger] = await measurePage(sizes, path);
  if (!one) return;
  for (const [index, { ms, rows }] of larger.entries()) {
    const per = perRow ? rows / one.rows : 1;
    yield {
      bench,
      subject: `${name}, p50 at ${sizes[index + 1]?.times}×${per === 1 ? "" : `, per row (${rows} ÷ ${one.rows})`}`,
      ...{ anchor: "at 1×", value: ms / one.ms / per, unit: "×", better: "lower", must: 2, aim: 1.3 },
      note: `${ms.toFixed(1)} ÷ ${one.ms.toFixed(1)} ms`,
    };
  }
}

/** Does something with a server for each size, and stops them all. */
export async function* withSizes<Item>(
  times: readonly number[],
  run: (sizes: readonly Size[]) => AsyncGenerator<Item>,
): AsyncGenerator<Item> {
  const sizes: Size[] = [];
  try {
    for (const one of times) sizes.push(await open(one));
    yield* run(sizes);
  } finally {
    for (const { client, served } of sizes) {
      client.close();
      await served.stop();
    }
  }
}
