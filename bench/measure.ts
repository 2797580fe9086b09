/** One run of a subject or an anchor. */
export interface Run {
  /** Milliseconds for one operation. */
  ms: number;
  /** Milliseconds of processor time for one operation. */
  cpuMs: number;
}

/** The runs of one side. */
export interface Side {
  best: number;
  median: number;
  cpuMs: number;
}

const runsWanted = 5;

/** The value that a part of the values lies under, by rank. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

/** Times a task that is done a number of times in one run. */
export async function time(times: number, task: (index: number) => unknown): Promise<Run> {
  const cpu = process.cpuUsage();
  const begin = performance.now();
  for (let index = 0; index < times; index += 1) await task(index);
  const ms = (performance.now() - begin) / times;
  const used = process.cpuUsage(cpu);
  return { ms, cpuMs: (used.user + used.system) / 1000 / times };
}

function side(runs: readonly Run[]): Side {
  const ms = runs.map((run) => run.ms);
  return { best: Math.min(...ms), median: quantile(ms, 0.5), cpuMs: Math.min(...runs.map((run) => run.cpuMs)) };
}

/** Runs subject and anchor in turn, after one run of each that doesn't count. */
export async function alternate(
  subject: () => Promise<Run>,
  anchor: () => Promise<Run>,
  runs = runsWanted,
): Promise<{ subject: Side; anchor: Side }> {
  await anchor();
  await subject();
  const [subjects, anchors]: [Run[], Run[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    anchors.push(await anchor());
    subjects.push(await subject());
  }
  return { subject: side(subjects), anchor: side(anchors) };
}

/** Runs one subject that is measured against nothing. */
export async function repeat(subject: () => Promise<Run>, runs = runsWanted): Promise<Side> {
  const done: Run[] = [];
  for (let run = 0; run < runs; run += 1) done.push(await subject());
  return side(done);
}

const ms = (value: number) => `${value.toFixed(2)} ms`;

/** The figures beside a ratio. */
export function besides({ subject, anchor }: { subject: Side; anchor: Side }): string {
  const told = ({ best, median, cpuMs }: Side) => `best ${ms(best)}, median ${ms(median)}, processor ${ms(cpuMs)}`;
  return `${told(subject)} | anchor ${told(anchor)}`;
}
