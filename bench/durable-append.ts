import { cpSync } from "node:fs";
import Database from "better-sqlite3";
import { change, type ChangeContext } from "~/platform/change.server";
import { closeDatabase, openDatabase } from "~/platform/db.server";
import { copyOfExamples, databaseIn, freshFolder } from "./folder";
import { appendEvents, drawn } from "./grow";
import { quantile, time } from "./measure";
import type { Finding } from "./report";

const at = new Date("2030-01-01T09:00:00.000Z");
const context: ChangeContext = { by: { kind: "user", id: "user-1", name: "Noor Bakker", role: "lead" }, at, request: "request-1" };
const saves = 500;
const runs = 5;

interface Study {
  id: string;
  version: number;
}

function findStudy(file: string): Study {
  const database = new Database(file);
  const study = database.prepare(`SELECT "id", "version" FROM "Assessment" WHERE "slug" = 'sec-in-oda'`).get() as Study;
  database.close();
  return study;
}

async function appendTimes(file: string): Promise<number[]> {
  const { id } = findStudy(file);
  await openDatabase(`file:${file}`);
  const times: number[] = [];
  for (let index = 0; index < saves; index += 1) {
    const { ms } = await time(1, () =>
      change({ ...context, chain: id }, async (tx) => {
        const { version } = await tx.assessment.findUniqueOrThrow({ where: { id }, select: { version: true } });
        await tx.assessment.updateMany({ where: { id, version }, data: { version: version + 1 } });
        const subject = { type: "assessment", id, version: version + 1 } as const;
        return { result: null, event: { action: "assessment.change", subject, label: "study", change: {} } };
      }),
    );
    times.push(ms);
  }
  await closeDatabase();
  return times;
}

/** A durable save on a trail of so many events, against one on the trail of the examples. */
export async function appendSpeed(events: number): Promise<Finding[]> {
  const [small, large] = [databaseIn(copyOfExamples()), databaseIn(freshFolder())];
  cpSync(small, large);
  const database = new Database(large);
  database.exec("PRAGMA synchronous=OFF; BEGIN");
  appendEvents(database, findStudy(small).id, events, drawn(20261124));
  database.exec("COMMIT");
  database.close();
  const best = { small: [Infinity, Infinity], large: [Infinity, Infinity] };
  for (let run = 0; run < runs; run += 1) {
    for (const [size, file] of [
      ["small", small],
      ["large", large],
    ] as const) {
      const times = await appendTimes(file);
      best[size] = [0.5, 0.99].map((part, place) => Math.min(best[size][place] ?? Infinity, quantile(times, part)));
    }
  }
  return ["p50", "p99"].map((name, place) => {
    const [ours = NaN, theirs = NaN] = [best.large[place], best.small[place]];
    return {
      bench: "growth",
      subject: `durable save at ${events} events, ${name}`,
      anchor: "at those of the examples",
      value: ours / theirs,
      unit: "×",
      better: "lower",
      must: 1.3,
      aim: 1,
      note: `${ours.toFixed(2)} ÷ ${theirs.toFixed(2)} ms`,
    };
  });
}
