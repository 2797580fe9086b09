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
  const details = manifest.details ? [...linesOf(files.get("details.jsonl"))].map(readDetail) : null;
  const events = [...linesOf(files.get("events.jsonl"))].map(readEvent);
  const erased = new Set(details ? listErased(events, details) : []);
  return {
    installationId: manifest.installation,
    chains: [manifest.chain],
    head: () => manifest.head,
    batches: () => oneBatch(events, details),
    isErased: (chain, seq, part) => erased.has(`${chain}:${seq}:${part}`),
    afterwards: () => judgeManifest(manifest, files, { events: events.length, details: details?.length ?? 0 }),
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

function listErased(events: readonly StoredEvent[], details: readonly StoredDetail[]): string[] {
  const telling = new Set(
    events.map((event) => readEventBody(event.body)).flatMap((body) => (body?.action === "person.erase" ? [body.seq] : [])),
  );
  return details.filter(({ seq, part }) => part === "change" && telling.has(seq)).flatMap(({ body }) => erasedIn(body));
}

// An async generator, as a database needs one.
async function* oneBatch(events: readonly StoredEvent[], details: readonly StoredDetail[] | null): AsyncGenerator<Batch> {
  yield await Promise.resolve({ events, details });
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
