import { get, type ClientRequest } from "node:http";
import Database from "better-sqlite3";
import { copyOfExamples, databaseIn } from "./folder";
import type { Client } from "./client";
import { quantile } from "./measure";
import type { Finding } from "./report";
import { serve } from "./server";
import { base } from "./sizes";

const pages = 50;
const saves = 20;

/** A page that has the section open: when it heard of each save, in milliseconds. */
interface Open {
  request: ClientRequest;
  heard: number[];
}

function open(origin: string, path: string, cookie: string): Promise<Open> {
  return new Promise((resolve, reject) => {
    const heard: number[] = [];
    const request = get(`${origin}${path}/live`, { agent: false, headers: { cookie, accept: "text/event-stream" } }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`The stream answers ${response.statusCode}.`));
      response.setEncoding("utf8");
      response.on("data", (piece: string) => {
        heard.push(...[...piece.matchAll(/^event: change$/gmu)].map(() => performance.now()));
        if (piece.includes("event: people")) resolve({ request, heard });
      });
      response.on("error", () => undefined);
    });
    request.on("error", reject);
  });
}

/** The first section that is being written in the example, with a block of it. */
function sectionInWriting(folder: string): { code: string; id: string; version: number } {
  const database = new Database(databaseIn(folder), { readonly: true });
  const row = database
    .prepare(
      `SELECT s."code", b."id", b."version" FROM "Section" s JOIN "Assessment" a ON a."id" = s."assessmentId"
       JOIN "Block" b ON b."sectionId" = s."id" AND b."archivedAt" IS NULL AND b."repeats" IS NULL AND b."data" IS NULL
       WHERE a."slug" = ? AND s."state" IN ('in-writing', 'changes-asked') AND s."archivedAt" IS NULL ORDER BY s."code", b."id" LIMIT 1`,
    )
    .get(base.split("/").at(-1)) as { code: string; id: string; version: number } | undefined;
  database.close();
  if (!row) throw new Error("No section of the example is being written.");
  return row;
}

/** How long the server leaves a question for nothing unanswered: what blocks its event loop shows there. */
async function watchLoop(client: Client, until: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (!until()) times.push((await client.get("/health/live")).ms);
  return times;
}

/** One save of a section that fifty pages have open: how long it blocks the server for others, and how soon all of them have heard of it. */
export async function live(): Promise<Finding[]> {
  const folder = copyOfExamples();
  const section = sectionInWriting(folder);
  const path = `${base}/sections/${section.code}`;
  const served = await serve(folder);
  const [writer, other] = [served.client(), served.client()];
  try {
    await writer.signIn("lead");
    const run = (opened: readonly Open[], round: number) => oneSave({ writer, other, path, section, opened, round });
    const [alone, open50]: [Save[], Save[]] = [[], []];
    for (let round = 0; round <= saves; round += 1) alone.push(await run([], round));
    const opened = await Promise.all(Array.from({ length: pages }, () => open(served.origin, path, writer.cookie)));
    for (let round = 0; round <= saves; round += 1) open50.push(await run(opened, round));
    opened.forEach(({ request }) => request.destroy());
    return findings(alone.slice(1), open50.slice(1)); // the first of each is cold
  } finally {
    writer.close();
    other.close();
    await served.stop();
  }
}

/** What one save took: the longest that a question for nothing waited meanwhile, and until all pages had heard of it, in milliseconds. */
interface Save {
  blocked: number;
  reached: number;
}

interface Saving {
  writer: Client;
  other: Client;
  path: string;
  section: { id: string; version: number };
  opened: readonly Open[];
  round: number;
}

async function oneSave({ writer, other, path, section, opened, round }: Saving): Promise<Save> {
  let saved = false;
  const watching = watchLoop(other, () => saved && opened.every(({ heard }) => heard.length > round));
  const begin = performance.now();
  await saveBlock(writer, path, section, `Het effect is gemeten, met ${opened.length} erbij, ronde ${round}.`);
  saved = true;
  const waits = await watching;
  return { blocked: Math.max(...waits), reached: Math.max(...opened.map(({ heard }) => heard[round] ?? Infinity)) - begin };
}

function findings(alone: readonly Save[], open50: readonly Save[]): Finding[] {
  const blocked = open50.map((one) => one.blocked);
  const reached = open50.map((one) => one.reached);
  const without = alone.map((one) => one.blocked);
  const common = { bench: "live", anchor: null, unit: "ms", better: "lower" } as const;
  const told = (values: readonly number[]) => `median ${quantile(values, 0.5).toFixed(1)} ms, worst ${Math.max(...values).toFixed(1)} ms`;
  return [
    {
      ...common,
      subject: `longest wait of a question for nothing while a save reaches ${pages} open pages, median of ${saves}`,
      value: quantile(blocked, 0.5),
      ...{ must: 50, aim: 25 },
      note: `${told(blocked)}; the same save with no page open: ${told(without)}`,
    },
    {
      ...common,
      subject: `from sending a save until all ${pages} pages have heard of it, median`,
      value: quantile(reached, 0.5),
      ...{ must: null, aim: null },
      note: told(reached),
    },
  ];
}

async function saveBlock(client: Client, path: string, block: { id: string; version: number }, text: string): Promise<void> {
  const fields: [string, string][] = [
    ["intent", "block"],
    ["id", block.id],
    ["version", String(block.version)],
    ["text", text],
  ];
  const { status, body } = await client.post(`${path}/edit.data`, fields, { "x-autosave": "1" });
  if (status !== 200) throw new Error(`A save was answered with ${status}: ${body.toString("utf8").slice(0, 300)}`);
  block.version += 1;
}
