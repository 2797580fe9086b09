import { unzipSync } from "fflate";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import type { Batch, TrailSource } from "~/domain/trail/verify";
import { UnreadableTrail, readEventBody } from "~/domain/trail/verify-event";
import type { Reason, StoredDetail, StoredEvent } from "~/domain/trail/verify-event";
import { sha256 } from "./sha256.server";
import { DetailLine, EventLine, Manifest } from "./trail-export-format.server";
import { erasedIn } from "./trail-source.server";

const names = ["manifest.json", "events.jsonl", "details.jsonl", "README.txt"];
const largest = 2 ** 31;

type Files = ReadonlyMap<string, Uint8Array>;

/** The trail in an export (folder or zip), ready to verify; refuses what isn't an export of a format that this program knows. */
export function readExportSource(path: string): TrailSource {
  const files = statSync(path).isDirectory() ? readFolder(path) : readZip(path);
  const manifest = readManifest(files);
  const counts = { events: 0, details: 0 };
  const erased = new Set(listErased(files));
  return {
    installationId: manifest.installation,
    chains: [manifest.chain],
    head: () => manifest.head,
    batches: () => readBatches(files, manifest.details, counts),
    isErased: (chain, seq, part) => erased.has(`${chain}:${seq}:${part}`),
    afterwards: () => judgeManifest(manifest, files, counts),
  };
}

function readFolder(path: string): Files {
  const there = names.filter((name) => existsSync(join(path, name)));
  return new Map(there.map((name) => [name, readFileSync(join(path, name))]));
}

function readZip(path: string): Files {
  try {
    const files = unzipSync(readFileSync(path), { filter: ({ name, originalSize }) => names.includes(name) && originalSize < largest });
    return new Map(Object.entries(files));
  } catch {
    throw new UnreadableTrail(`${path} is not a database, an export folder or a zip of one.`);
  }
}

function readManifest(files: Files): Manifest {
  const file = files.get("manifest.json");
  if (!file) throw new UnreadableTrail("There is no manifest.json: this is not an export of a trail.");
  const parsed = Manifest.safeParse(parse(new TextDecoder().decode(file)));
  if (!parsed.success) throw new UnreadableTrail("manifest.json is not that of an export which this program knows.");
  return parsed.data;
}

function* linesOf(file: Uint8Array | undefined): Generator<string> {
  if (!file) return;
  let start = 0;
  while (start < file.length) {
    const found = file.indexOf(10, start);
    const end = found < 0 ? file.length : found;
    yield new TextDecoder().decode(file.subarray(start, end));
    start = end + 1;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const readLine = <Shape extends z.ZodType>(shape: Shape, line: string) => shape.safeParse(parse(line));

/** A line that can't be read is an event whose hash can't be right. */
function readEvent(line: string): StoredEvent {
  const read = readLine(EventLine, line);
  return { body: "", hash: "", ...read.data, columns: null };
}

/** A line that can't be read is a detail that belongs to no event. */
function readDetail(line: string): StoredDetail {
  return readLine(DetailLine, line).data ?? { seq: 0, part: "", salt: "", body: "" };
}

/** Only an event `person.erase` says that details were erased; most trails have none, and then nothing is read twice. */
function listErased(files: Files): string[] {
  const events = files.get("events.jsonl");
  if (!events || !Buffer.from(events.buffer, events.byteOffset, events.length).includes("person.erase")) return [];
  const telling = [...linesOf(events)].map((line) => readEventBody(readEvent(line).body));
  const seqs = new Set(telling.flatMap((body) => (body?.action === "person.erase" ? [body.seq] : [])));
  const details = [...linesOf(files.get("details.jsonl"))].map(readDetail);
  return details.filter(({ seq, part }) => part === "change" && seqs.has(seq)).flatMap(({ body }) => erasedIn(body));
}

const batchSize = 1000;

/** Reads both files line by line beside each other, so that a long export needs no memory for its events. */
async function* readBatches(files: Files, included: boolean, counts: { events: number; details: number }): AsyncGenerator<Batch> {
  const details = included ? linesOf(files.get("details.jsonl")) : null;
  let held: StoredDetail | null = null;
  const takeUpTo = (seq: number): StoredDetail[] => {
    const taken: StoredDetail[] = held && held.seq <= seq ? [held] : [];
    if (held && held.seq > seq) return taken;
    held = null;
    for (let next = details?.next(); next && !next.done; next = details?.next()) {
      counts.details += 1;
      const detail = readDetail(next.value);
      if (detail.seq > seq) {
        held = detail;
        break;
      }
      taken.push(detail);
    }
    return taken;
  };
  let events: StoredEvent[] = [];
  for (const line of linesOf(files.get("events.jsonl"))) {
    events.push(readEvent(line));
    counts.events += 1;
    if (events.length < batchSize) continue;
    yield { events, details: details && takeUpTo(counts.events) };
    events = [];
    await new Promise((resolve) => setImmediate(resolve));
  }
  yield { events, details: details && takeUpTo(Infinity) };
}

function judgeManifest(manifest: Manifest, files: Files, counts: { events: number; details: number }): Reason | null {
  const whole = Object.entries(manifest.files).every(([name, { sha256: digest }]) => {
    const file = files.get(name);
    return file !== undefined && sha256(file) === digest;
  });
  const { first, last, head } = manifest;
  const counted = manifest.counts.events === counts.events && manifest.counts.details === counts.details;
  return whole && counted && first === 1 && last === head.seq ? null : "manifest-mismatch";
}
