import { monitorEventLoopDelay } from "node:perf_hooks";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-ris";
import { prepareImport } from "~/features/sources/prepare-import.server";
import { takeImport } from "~/features/sources/take-import.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { closeDatabase, db, openDatabase } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { ensureInstallation } from "~/platform/installation.server";
import { migrate } from "~/platform/migrate.server";
import { databaseIn, freshFolder } from "./folder";
import { importFloor } from "./import-floor";
import { alternate, besides, quantile, time, type Run } from "./measure";
import type { Finding } from "./report";

const records = 2000;
const at = new Date("2026-09-01T09:00:00.000Z");
const context: ChangeContext = { by: { kind: "user", id: "user-1", name: "Noor Bakker", role: "researcher" }, at, request: "request-1" };

const syllables = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split(" ");
/** Words that look like those of titles: as many different ones as a catalogue has, the same ones in each run. */
const word = (n: number) => [n % 20, (n >> 2) % 20, (n >> 5) % 20].map((place) => syllables[place]).join("");
const picked = (seed: number, count: number) =>
  Array.from({ length: count }, (_, place) => word(Math.imul(seed * 31 + place + 1, 2_654_435_761) >>> 18)).join(" ");

/** A record as Zotero writes it of an article with four authors and an abstract of two hundred words. */
function record(n: number): string {
  const authors = [1, 2, 3, 4].map((one) => `AU  - Surname${(n * one) % 977}, Given ${String.fromCharCode(65 + ((n + one) % 26))}.`);
  const lines = [
    "TY  - JOUR",
    `TI  - ${picked(n, 9)} number ${n}`,
    ...authors,
    "T2  - Journal of District Health",
    `AB  - ${picked(n + 3, 200)}`,
    `DA  - 20${10 + (n % 13)}/03/04/`,
    `PY  - 20${10 + (n % 13)}`,
    `DO  - 10.5555/bench.${n}`,
    `VL  - ${n % 40}`,
    `IS  - ${n % 12}`,
    `SP  - ${n}`,
    `EP  - ${n + 12}`,
    "J2  - J Distr Health",
    "LA  - en",
    "SN  - 1234-5678",
    `UR  - https://example.org/articles/${n}`,
    "Y2  - 2021/05/06/12:30:00",
    ...["clinics", "funding", "districts", "health systems"].map((word) => `KW  - ${word}`),
    "ER  - ",
  ];
  return `${lines.join("\n")}\n\n`;
}

const file = Array.from({ length: records }, (_, n) => record(n + 1)).join("");
const bytes = new TextEncoder().encode(file);

async function startStudy(): Promise<string> {
  const id = newId(new Date());
  const texts = { title: "{}", languages: '["nl"]', originalLanguage: "nl" };
  await change({ ...context, chain: id }, async (tx) => {
    await tx.assessment.create({ data: { id, slug: id, ...texts, protocolNumber: 1, codeKey: "00", createdAt: at, version: 1 } });
    const subject = { type: "assessment", id, version: 1 } as const;
    return {
      result: null,
      event: { action: "assessment.start", subject, label: "study", change: { slug: id, languages: ["nl"], protocol: "bench" } },
    };
  });
  return id;
}

interface Timed {
  read: number;
  taken: number;
}

/** From the bytes of a file to sources of a study that had none, each with its version, its words in the index and its event. */
async function importOnce(into: Timed[]): Promise<string> {
  const assessmentId = await startStudy();
  const begin = performance.now();
  const found = { channel: "database", foundIn: "Bench", searchedOn: null, query: "" } as const;
  const prepared = await prepareImport(context, {
    assessmentId,
    file: { name: "bench.ris", bytes, field: "file" },
    format: null,
    ...found,
  });
  const read = performance.now() - begin;
  await takeImport(context, { assessmentId, id: prepared.id, version: 1 });
  into.push({ read, taken: performance.now() - begin - read });
  if ((await db.source.count({ where: { assessmentId } })) !== records) throw new Error("Not every record became a source.");
  return assessmentId;
}

/** Two thousand records of RIS from a file into the study, against the parsing library reading the same text. */
export async function importReferences(): Promise<Finding[]> {
  const folder = freshFolder();
  process.env["GRONDSLAG_DATA_DIR"] = folder;
  const url = `file:${databaseIn(folder)}`;
  await migrate({ url, dataDir: folder, at });
  await openDatabase(url);
  try {
    await ensureInstallation({ at, request: "request-1", program: "bench" });
    return await measure(databaseIn(folder));
  } finally {
    await closeDatabase();
  }
}

async function measure(database: string): Promise<Finding[]> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const blocks: number[] = [];
  const timed: Timed[] = [];
  const floors: Run[] = [];
  const ours = async () => {
    delay.reset();
    delay.enable();
    let study = "";
    const run = await time(1, async () => (study = await importOnce(timed)));
    delay.disable();
    blocks.push(delay.max / 1e6);
    floors.push(await importFloor(database, study));
    return run;
  };
  const theirs = () => time(1, () => new Cite(file));
  const sides = await alternate(ours, theirs);
  const warm = blocks.slice(1); // the first run, which compiles the program's parts, counts nowhere
  const best = (of: keyof Timed) => Math.min(...timed.map((run) => run[of])).toFixed(0);
  const floor = { best: Math.min(...floors.map(({ ms }) => ms)), cpu: Math.min(...floors.map(({ cpuMs }) => cpuMs)) };
  const common = { bench: "import", better: "lower" } as const;
  return [
    {
      ...common,
      subject: `${records} records of RIS from a file to sources with their events`,
      anchor: "the parsing library by itself: new Cite(text)",
      value: sides.subject.best / sides.anchor.best,
      unit: "×",
      must: 3,
      aim: null,
      note: `${(bytes.length / 1e6).toFixed(1)} MB; read and kept as a draft ${best("read")} ms, taken over ${best("taken")} ms; the bare driver takes ${floor.best.toFixed(0)} ms (processor ${floor.cpu.toFixed(0)} ms) for the same rows alone; ${besides(sides)}`,
    },
    {
      ...common,
      subject: "longest block of the event loop during an import, worst run",
      anchor: null,
      value: Math.max(...warm),
      unit: "ms",
      must: 50,
      aim: null,
      note: `median of runs ${quantile(warm, 0.5).toFixed(0)} ms`,
    },
  ];
}
