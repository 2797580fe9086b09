import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { compileEdition } from "~/features/editions/compile-edition.server";
import type { EditionOrder } from "~/features/editions/prepare-edition.server";
import { inOwnThread } from "~/features/editions/run-compile-job.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { closeDatabase, db, openDatabase } from "~/platform/db.server";
import { readStoredBytes } from "~/platform/files.server";
import { newId } from "~/platform/ids.server";
import { copyOfExamples, databaseIn, freshFolder } from "./folder";
import { alternate, besides, quantile, time } from "./measure";
import type { Finding } from "./report";
import { serve } from "./server";

/** Of each second run the purpose is another, so that no draft is the same as the one before. */
let turn = 0;

/** As the server does it: in a thread of its own. */
const prepare = async (order: EditionOrder) => {
  const made = await inOwnThread(order, () => undefined).answer;
  if ("same" in made) throw new Error("Nothing changed since the draft before.");
  return made;
};

async function compileOnce(): Promise<string> {
  const assessment = await findAssessmentRowIfAny(db, "sec-in-oda");
  if (!assessment) throw new Error("The example is not there.");
  const at = new Date();
  const made = await compileEdition(
    { by: { kind: "system", id: "bench" }, at, request: newId(at) },
    { assessment, languages: ["nl"], purpose: (turn += 1) % 2 === 0 ? "final" : "concept", prepare },
  );
  return made.files[0]?.sha256 ?? "";
}

function pandoc(...args: string[]): void {
  const done = spawnSync("pandoc", args, { stdio: ["ignore", "ignore", "inherit"] });
  if (done.status !== 0) throw new Error("pandoc is needed to measure against, and did not work.");
}

/** The same text as Markdown, by the way of the document that we made. */
async function asMarkdown(sha256: string): Promise<{ markdown: string; folder: string; kB: number }> {
  const folder = freshFolder();
  const [document, markdown] = [join(folder, "edition.docx"), join(folder, "edition.md")];
  writeFileSync(document, await readStoredBytes(sha256));
  pandoc(document, "-o", markdown);
  return { markdown, folder, kB: readFileSync(markdown).length / 1000 };
}

const study = "/assessments/sec-in-oda";

/** How much more memory a server that has been at work for a while takes at most while it compiles: of four times the first, which loads the program, and the most. */
async function memoryOfServer(): Promise<{ first: number; most: number }> {
  const served = await serve(copyOfExamples());
  const client = served.client();
  try {
    await client.signIn("lead");
    for (let round = 0; round < 10; round += 1)
      for (const path of ["", "/actors", "/sections/3.5", "/trail", "/editions/new"]) await client.get(study + path);
    const growths: number[] = [];
    for (let run = 0; run < 4; run += 1) {
      const { now } = served.memory();
      served.forgetPeak();
      const answer = await client.post(`${study}/editions/new`, [
        ["languages", "nl"] as const,
        ["purpose", run % 2 === 0 ? "final" : "concept"] as const,
      ]);
      const job = answer.location;
      if (answer.status !== 303 || job === undefined) throw new Error(`The server did not compile: ${answer.status}.`);
      await untilMade(client, job);
      growths.push(served.memory().peak - now);
    }
    return { first: growths[0] ?? 0, most: Math.max(...growths) };
  } finally {
    client.close();
    await served.stop();
  }
}

/** Looks at the page of a job, as a browser does, until the draft is there. */
async function untilMade(client: ReturnType<Awaited<ReturnType<typeof serve>>["client"]>, job: string): Promise<void> {
  for (let look = 0; look < 300; look += 1) {
    const page = (await client.get(job)).body.toString();
    if (/href="[^"]*\/drafts\/\d+"/u.test(page)) return;
    if (page.includes("note danger")) throw new Error("The server could not compile.");
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error("The server did not finish compiling.");
}

/** The document of the example made from the database, against pandoc making a document of the same text. */
export async function compile(): Promise<Finding[]> {
  const data = copyOfExamples();
  process.env["GRONDSLAG_DATA_DIR"] = data; // where editions are stored
  await openDatabase(`file:${databaseIn(data)}`);
  try {
    return await measure();
  } finally {
    await closeDatabase();
  }
}

async function measure(): Promise<Finding[]> {
  const { markdown, folder, kB } = await asMarkdown(await compileOnce());
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const blocks: number[] = [];
  const ours = async () => {
    delay.reset();
    delay.enable();
    const run = await time(1, compileOnce);
    delay.disable();
    blocks.push(delay.max / 1e6);
    return run;
  };
  const theirs = () => time(1, () => pandoc(markdown, "-o", join(folder, "pandoc.docx")));
  const sides = await alternate(ours, theirs);
  const common = { bench: "compile", better: "lower" } as const;
  const memory = await memoryOfServer();
  return [
    {
      ...common,
      subject: "DOCX of the example from the database",
      anchor: "pandoc, wall time",
      value: sides.subject.best / sides.anchor.best,
      unit: "×",
      must: 1,
      aim: 0.5,
      note: `${kB.toFixed(0)} kB of Markdown; ${besides(sides)}`,
    },
    {
      ...common,
      subject: "growth of a server's memory while it compiles",
      anchor: null,
      value: memory.most,
      unit: "MiB",
      must: 200,
      aim: 130,
      note: `most of four runs; the first, which loads the program into its thread, ${memory.first.toFixed(0)} MiB`,
    },
    {
      ...common,
      subject: "longest block of the event loop while compiling, worst run",
      anchor: null,
      value: Math.max(...blocks),
      unit: "ms",
      must: 100,
      aim: 50,
      note: `median of runs ${quantile(blocks, 0.5).toFixed(0)} ms`,
    },
  ];
}
