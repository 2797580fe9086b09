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
    const opened = await Promise.all(Array.from({ length: pages }, () => open(served.origin, path, writer.cookie)));
    const [blocked, reached, alone]: [number[], number[], number[]] = [[], [], []];
    for (let save = 0; save <= saves; save += 1) {
      alone.push(...(await watchLoop(other, timesUp(5))));
      const begin = performance.now();
      const told = () => opened.every(({ heard }) => heard.length > save);
      const watching = watchLoop(other, told);
      await saveBlock(writer, path, section, `Het effect is gemeten, ronde ${save}.`);
      const done = performance.now();
      const times = await watching;
      if (save === 0) continue; // the first one is cold
      blocked.push(Math.max(...times));
      reached.push(Math.max(...opened.map(({ heard }) => heard[save] ?? done)) - begin);
    }
    opened.forEach(({ request }) => request.destroy());
    const goals = { bench: "live", anchor: null, unit: "ms", better: "lower" } as const;
    return [
      {
        ...goals,
        subject: `longest wait of a question for nothing while a save reaches ${pages} open pages, worst of ${saves}`,
        value: Math.max(...blocked),
        ...{ must: 50, aim: 25 },
        note: `median ${quantile(blocked, 0.5).toFixed(1)} ms; without a save p99 ${quantile(alone, 0.99).toFixed(1)} ms`,
      },
      {
        ...goals,
        subject: `from sending a save until all ${pages} pages have heard of it, median`,
        value: quantile(reached, 0.5),
        ...{ must: null, aim: null },
        note: `worst ${Math.max(...reached).toFixed(1)} ms`,
      },
    ];
  } finally {
    writer.close();
    other.close();
    await served.stop();
  }
}

function timesUp(times: number): () => boolean {
  let left = times;
  return () => left-- <= 0;
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
