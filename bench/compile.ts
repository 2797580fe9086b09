import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { compileEdition } from "~/features/editions/compile-edition.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { closeDatabase, db, openDatabase } from "~/platform/db.server";
import { readStoredBytes } from "~/platform/files.server";
import { newId } from "~/platform/ids.server";
import { copyOfExamples, databaseIn, freshFolder } from "./folder";
import { alternate, besides, quantile, time } from "./measure";
import type { Finding } from "./report";

async function compileOnce(): Promise<string> {
  const assessment = await findAssessmentRowIfAny(db, "sec-in-oda");
  if (!assessment) throw new Error("The example is not there.");
  const at = new Date();
  const made = await compileEdition(
    { by: { kind: "system", id: "bench" }, at, request: newId(at) },
    { assessment, languages: ["nl"], purpose: "concept" },
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
  const before = process.memoryUsage.rss();
  const { markdown, folder, kB } = await asMarkdown(await compileOnce());
  const afterFirst = process.memoryUsage.rss();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let most = 0;
  const blocks: number[] = [];
  const ours = async () => {
    delay.reset();
    delay.enable();
    const run = await time(1, compileOnce);
    delay.disable();
    blocks.push(delay.max / 1e6);
    most = Math.max(most, process.memoryUsage.rss());
    return run;
  };
  const theirs = () => time(1, () => pandoc(markdown, "-o", join(folder, "pandoc.docx")));
  const sides = await alternate(ours, theirs);
  const common = { bench: "compile", better: "lower" } as const;
  const growth = (most - before) / 1024 / 1024;
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
      subject: "growth of memory over seven compilations",
      anchor: null,
      value: growth,
      unit: "MiB",
      must: 200,
      aim: 130,
      note: `of the process with its worker; ${((afterFirst - before) / 1024 / 1024).toFixed(0)} MiB of it at the first, which loads the program`,
    },
    {
      ...common,
      subject: "longest block of the event loop while compiling, best run",
      anchor: null,
      value: Math.min(...blocks),
      unit: "ms",
      must: 100,
      aim: 50,
      note: `median of runs ${quantile(blocks, 0.5).toFixed(0)} ms`,
    },
  ];
}
