import { openExportSink } from "./trail-export-sink.server";
import { ExportProblem, exportFormat, readme } from "./trail-export-format.server";
import type { Manifest } from "./trail-export-format.server";
import type { Row, RowReader } from "./trail-source.server";

/** What to export: one chain, with the details or without any content. */
export interface ExportOptions {
  chain: string;
  out: string;
  details: boolean;
  at: Date;
}

/** Writes the trail of one assessment to a folder or a zip that the verifier reads, and gives its manifest. */
export async function exportTrail(rows: RowReader, { chain, out, details, at }: ExportOptions): Promise<Manifest> {
  const [head] = await rows.all(`SELECT "seq", "hash" FROM "ChainHead" WHERE "chain" = ?`, chain);
  const [installation] = await rows.all(`SELECT "id" FROM "Installation"`);
  if (!head || !installation) throw new ExportProblem(`There is no assessment with the id ${chain}.`);
  const sink = openExportSink(out);
  try {
    const counts = { events: 0, details: 0 };
    const files: Manifest["files"] = {};
    files["README.txt"] = await sink.file("README.txt", [readme]);
    files["events.jsonl"] = await sink.file("events.jsonl", lines(rows, counts, "events", eventRows, chain));
    if (details) files["details.jsonl"] = await sink.file("details.jsonl", lines(rows, counts, "details", detailRows, chain));
    const last = Number(head["seq"]);
    const manifest = {
      format: exportFormat,
      installation: String(installation["id"]),
      chain,
      first: 1,
      last,
      head: { seq: last, hash: String(head["hash"]) },
    } as const;
    const whole: Manifest = { ...manifest, counts, details, madeAt: at.toISOString(), files };
    await sink.file("manifest.json", [`${JSON.stringify(whole, null, 2)}\n`]);
    sink.finish();
    return whole;
  } catch (error) {
    sink.abandon();
    throw error;
  }
}

const eventRows = `SELECT "body", "hash" FROM "Event" WHERE "chain" = ? ORDER BY "seq"`;
const detailRows = `SELECT "seq", "part", "about", "salt", "body" FROM "EventDetail" WHERE "chain" = ? ORDER BY "seq", "part"`;

type Counts = Manifest["counts"];

async function* lines(rows: RowReader, counts: Counts, kind: keyof Counts, sql: string, chain: string): AsyncGenerator<string> {
  for await (const batch of rows.stream(sql, chain)) {
    counts[kind] += batch.length;
    yield batch.map((row: Row) => `${JSON.stringify(row)}\n`).join("");
  }
}
