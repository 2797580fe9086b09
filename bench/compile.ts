import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CompilePart } from "~/domain/document/compile-parts";
import type { FileFormat } from "~/domain/document/file-formats";
import { namedParts } from "~/features/editions/compile-edition.server";
import { prepareEdition } from "~/features/editions/prepare-edition.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { closeDatabase, db, openDatabase } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { dropStage, openStage } from "~/platform/staged-files.server";
import type { Client } from "./client";
import { copyOfExamples, databaseIn, freshFolder } from "./folder";
import { alternate, besides, time, type Run } from "./measure";
import type { Finding } from "./report";
import { serve, type Served } from "./server";
import { studySizes, widenStudy, type StudySize } from "./wide-study";

const slug = "sec-in-oda";
const study = `/assessments/${slug}`;
const common = { bench: "compile", better: "lower" } as const;

/**
 * A study written from the database: Word and ODT against pandoc writing the same text, PDF against LibreOffice setting our ODT, and the whole job with all
 * formats at a server, at a hundred and at three hundred pages.
 */
export async function* compile(): AsyncGenerator<Finding> {
  process.env["NODE_ENV"] = "production";
  for (const size of studySizes) {
    const data = copyOfExamples();
    widenStudy(data, slug, size);
    process.env["GRONDSLAG_DATA_DIR"] = data; // where editions are stored
    await openDatabase(`file:${databaseIn(data)}`);
    try {
      yield* writing(size);
    } finally {
      await closeDatabase();
    }
    yield* wholeJob(data, size);
  }
}

/** One run: the files, in the order of the formats, and how long it took to read the database and to write them. A job reads them back after that, which no other program does. */
async function write(formats: readonly FileFormat[]): Promise<Run & { files: Uint8Array[] }> {
  const assessment = await findAssessmentRowIfAny(db, slug);
  if (!assessment) throw new Error("The example is not there.");
  const at = new Date();
  const editionId = newId(at);
  const order = {
    editionId,
    stage: editionId,
    assessment: namedParts(assessment),
    languages: ["nl"],
    purpose: "final" as const,
    at,
    formats,
  };
  const cpu = process.cpuUsage();
  let run: Run | undefined;
  const tell = ({ part }: CompilePart) => {
    if (part !== "check" || run) return;
    const { user, system } = process.cpuUsage(cpu);
    run = { ms: performance.now() - begin, cpuMs: (user + system) / 1000 };
  };
  const begin = performance.now();
  try {
    const { built } = await prepareEdition(order, tell);
    if (!run) throw new Error("Nothing was written.");
    return { ...run, files: await Promise.all(built.files.map((file) => openStage(editionId).read(file))) };
  } finally {
    await dropStage(editionId);
  }
}

function run(command: string, ...args: string[]): void {
  const done = spawnSync(command, args, { stdio: ["ignore", "ignore", "ignore"] });
  if (done.status !== 0) throw new Error(`${command} is needed to measure against, and did not work.`);
}

/** What others make of the same text: Markdown for pandoc by the way of our Word file, with its pictures beside it, and our ODT for LibreOffice. */
async function others() {
  const folder = freshFolder();
  const at = (name: string) => join(folder, name);
  const [docx, odt] = (await write(["docx", "odt"])).files;
  if (!docx || !odt) throw new Error("The example was not written.");
  writeFileSync(at("edition.docx"), docx);
  writeFileSync(at("edition.odt"), odt);
  run("pandoc", at("edition.docx"), `--extract-media=${folder}`, "-o", at("edition.md"));
  const pandoc = (format: string) => time(1, () => run("pandoc", at("edition.md"), "-o", at(`pandoc.${format}`)));
  const profile = `-env:UserInstallation=file://${at("profile")}`;
  const office = () => time(1, () => run("soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", folder, at("edition.odt")));
  return { pandoc, office, pages: () => pagesOf(at("edition.pdf")) };
}

function pagesOf(file: string): number {
  if (!existsSync(file)) throw new Error("LibreOffice wrote no PDF.");
  const told = spawnSync("pdfinfo", [file], { encoding: "utf8" }).stdout;
  return Number(/^Pages:\s+(\d+)$/mu.exec(told)?.[1]);
}

async function* writing(size: StudySize): AsyncGenerator<Finding> {
  const { pandoc, office, pages } = await others();
  const goals: [FileFormat, string, () => Promise<Run>, number, number][] = [
    ["docx", "pandoc, wall time", () => pandoc("docx"), 1, 0.5],
    ["odt", "pandoc, wall time", () => pandoc("odt"), 1, 0.5],
    ["pdf", "LibreOffice, ODT to PDF", office, 1.5, 1],
  ];
  for (const [format, anchor, theirs, must, aim] of goals) {
    const sides = await alternate(() => write([format]), theirs);
    const subject = `${format.toUpperCase()} of about ${size.pages} pages from the database`;
    const note = `${besides(sides)}${format === "pdf" ? `; ${pages()} pages at LibreOffice` : ""}`;
    yield { ...common, subject, anchor, value: sides.subject.best / sides.anchor.best, unit: "×", must, aim, note };
  }
}

/** All formats in one job of a server that has been at work for a while: how much more memory it takes at most, and how long it answers nobody. */
async function* wholeJob(data: string, size: StudySize): AsyncGenerator<Finding> {
  const served = await serve(data);
  const client = served.client();
  const jobs: Job[] = [];
  try {
    await client.signIn("lead");
    for (let round = 0; round < 10; round += 1)
      for (const path of ["", "/actors", "/sections/3.5", "/trail", "/editions/new"]) await client.get(study + path);
    for (let turn = 0; turn < 3; turn += 1) jobs.push(await oneJob(served, client, turn % 2 === 0 ? "final" : "concept"));
  } finally {
    client.close();
    await served.stop();
  }
  const most = (of: (job: Job) => number) => Math.max(...jobs.map(of));
  const each = (of: (job: Job) => number) => jobs.map((job) => of(job).toFixed(0)).join(", ");
  const whole = `all formats of about ${size.pages} pages in one job`;
  yield {
    ...{ ...common, subject: `growth of a server's memory while it compiles ${whole}`, anchor: null, unit: "MiB" },
    ...{ value: most(({ growth }) => growth), must: 200, aim: 130, note: `each run: ${each(({ growth }) => growth)} MiB` },
  };
  yield {
    ...{ ...common, subject: `longest that the server answers nobody while it compiles ${whole}`, anchor: null, unit: "ms" },
    ...{ value: most(({ blocked }) => blocked), must: 100, aim: 50, note: `each run: ${each(({ blocked }) => blocked)} ms` },
  };
}

interface Job {
  growth: number;
  blocked: number;
}

async function oneJob(served: Served, client: Client, purpose: "final" | "concept"): Promise<Job> {
  const { now } = served.memory();
  served.forgetPeak();
  await served.blockedMs();
  const answer = await client.post(`${study}/editions/new`, [["languages", "nl"] as const, ["purpose", purpose] as const]);
  if (answer.status !== 303 || answer.location === undefined) throw new Error(`The server did not compile: ${answer.status}.`);
  await untilMade(client, answer.location);
  return { growth: served.memory().peak - now, blocked: await served.blockedMs() };
}

/** Looks at the page of a job, as a browser does, until the draft is there. */
async function untilMade(client: Client, job: string): Promise<void> {
  for (let look = 0; look < 300; look += 1) {
    const page = (await client.get(job)).body.toString();
    if (/href="[^"]*\/drafts\/\d+"/u.test(page)) return;
    if (page.includes("note danger")) throw new Error("The server could not compile.");
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error("The server did not finish compiling.");
}
