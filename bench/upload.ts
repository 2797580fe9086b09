import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { Readable } from "node:stream";
import { copyOfExamples } from "./folder";
import type { Finding } from "./report";
import { serve, type Served } from "./server";

const megabyte = 1024 * 1024;
const size = 200 * megabyte;
const place = "/assessments/sec-in-oda/attachments/new?holder=interview:I1";
const boundary = "----grondslag-bench";

/** The body of the form with a recording of 200 MB, made while it is sent: the head of a WAV and silence with something in it. */
function* recording(): Generator<Buffer> {
  yield Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="note"\r\n\r\n\r\n`);
  yield Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="gesprek.wav"\r\nContent-Type: audio/wav\r\n\r\n`,
  );
  const head = Buffer.alloc(megabyte);
  head.write("RIFF", 0, "latin1");
  head.write("WAVE", 8, "latin1");
  randomBytes(16).copy(head, 64); // another file each time: one that is there already is not stored again
  yield head;
  const silence = Buffer.alloc(megabyte);
  for (let sent = megabyte; sent < size; sent += megabyte) yield silence;
  yield Buffer.from(`\r\n--${boundary}--\r\n`);
}

/** Sends the recording as fast as it is taken; gives the milliseconds. */
function send(served: Served, cookie: string): Promise<number> {
  const length = [...recording()].reduce((sum, chunk) => sum + chunk.length, 0);
  const headers = { "content-type": `multipart/form-data; boundary=${boundary}`, "content-length": length, origin: served.origin, cookie };
  const begin = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(`${served.origin}${place}`, { method: "POST", headers }, (answer) => {
      answer.resume();
      if (answer.statusCode === 302) answer.on("end", () => resolve(performance.now() - begin));
      else reject(new Error(`The file was answered with ${answer.statusCode}.`));
    });
    outgoing.on("error", reject);
    Readable.from(recording()).pipe(outgoing);
  });
}

/** How much memory of the server grows while a recording of 200 MB comes in. */
export async function upload(): Promise<Finding[]> {
  const folder = copyOfExamples();
  const served = await serve(folder);
  const client = served.client();
  try {
    await client.signIn("lead");
    const cookie = client.cookie;
    await client.get(place);
    const runs: { grown: number; ms: number }[] = [];
    for (let run = 0; run < 5; run += 1) {
      served.forgetPeak();
      const { now } = served.memory();
      const ms = await send(served, cookie);
      runs.push({ grown: served.memory().peak - now, ms });
      rmSync(join(folder, "files", "incoming"), { recursive: true, force: true });
    }
    const grown = runs.map((run) => run.grown);
    const fastest = Math.min(...runs.map(({ ms }) => ms));
    return [
      {
        bench: "upload",
        subject: "growth of resident memory while a recording of 200 MB comes in, worst of five",
        anchor: null,
        value: Math.max(...grown),
        unit: "MiB",
        better: "lower",
        must: 40,
        aim: 20,
        note: `each run: ${grown.map((one) => one.toFixed(0)).join(", ")} MiB; ${((size / megabyte / fastest) * 1000).toFixed(0)} MB/s at best`,
      },
    ];
  } finally {
    client.close();
    await served.stop();
  }
}
