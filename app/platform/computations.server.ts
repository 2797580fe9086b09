import type { z } from "zod";
import { digestOf } from "~/domain/canonical";
import { currentDatabase, type Db, operate, operateLater } from "./db.server";
import { sha256 } from "./sha256.server";

/** How something is computed from an input alone: `version` counts up when the method changes, so that nothing computed before is taken for it. */
export interface Method<Input, Output> {
  kind: string;
  version: number;
  shape: z.ZodType<Output>;
  /** What comes of each input, in the order given; it is done in a thread. */
  run(inputs: readonly Input[]): Promise<Output[]>;
}

interface Asked<Input> {
  id: string;
  input: Input;
}

/** What is being computed now, by its id: whoever asks for it meanwhile waits for the same. */
const running = new Map<string, Promise<unknown>>();

/** The looks into what was kept that are under way. */
const looks = new Set<Promise<unknown>>();

/** How long what was computed is kept, in days: it can always be computed again. */
const daysKept = 90;

/**
 * What comes of each input: as it was kept under the digest of kind, version and input, or else computed now and kept. One query, whatever the number of
 * inputs. Nobody waits for the keeping, so that this may be asked inside a change.
 */
export async function computed<Input extends object, Output>(
  db: Db,
  method: Method<Input, Output>,
  inputs: readonly Input[],
): Promise<Output[]> {
  const asked = inputs.map((input) => ({ id: idOf(method, input), input }));
  const look = take(db, method, asked);
  looks.add(look);
  return Promise.all(await look.finally(() => looks.delete(look)));
}

/** For each id what was kept, or what is being computed: the computation that somebody else began, or one that begins here. */
async function take<Input, Output>(
  db: Db,
  method: Method<Input, Output>,
  asked: readonly Asked<Input>[],
): Promise<(Output | Promise<Output>)[]> {
  const known = await readKept(
    db,
    method,
    asked.map(({ id }) => id),
  );
  const missing = new Map(asked.filter(({ id }) => !known.has(id) && !running.has(id)).map((one) => [one.id, one]));
  if (missing.size > 0) begin(method, [...missing.values()]);
  // Under an id stands what its own method gave.
  return asked.map(({ id }) => known.get(id) ?? (running.get(id) as Promise<Output>));
}

/** The digests of inputs that are still in memory; an input is never changed. */
const digests = new WeakMap<object, string>();

function idOf<Input extends object, Output>({ kind, version }: Method<Input, Output>, input: Input): string {
  const known = digests.get(input) ?? digestOf(input, sha256);
  digests.set(input, known);
  return digestOf({ kind, version, input: known }, sha256);
}

/** What was kept and still has the shape of an answer. */
async function readKept<Input, Output>(db: Db, { shape }: Method<Input, Output>, ids: readonly string[]): Promise<Map<string, Output>> {
  const rows = await db.computation.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, body: true } });
  return new Map(
    rows.flatMap(({ id, body }) => {
      const read = shape.safeParse(JSON.parse(body));
      return read.success ? [[id, read.data] as const] : [];
    }),
  );
}

function begin<Input, Output>(method: Method<Input, Output>, asked: readonly Asked<Input>[]): void {
  const all = method.run(asked.map(({ input }) => input));
  for (const [place, { id }] of asked.entries())
    running.set(
      id,
      all.then((outputs) => outputs[place]),
    );
  // Who began to look before it was kept may find nothing there: the answer stays in memory until they have looked.
  const forget = async () => {
    await Promise.allSettled(looks);
    asked.forEach(({ id }) => running.delete(id));
  };
  // What can't be computed is told to whoever asked; what can't be kept is computed again.
  void all
    .then((outputs) => keep(method.kind, new Map(asked.map(({ id }, place) => [id, JSON.stringify(outputs[place])]))))
    .catch(() => undefined)
    .then(forget);
}

/** Keeps what was computed; a thread that only reads leaves that to others. */
async function keep(kind: string, bodies: ReadonlyMap<string, string>): Promise<void> {
  if (currentDatabase().readOnly) return;
  const at = new Date();
  await operateLater(async (tx) => {
    await tx.computation.deleteMany({ where: { id: { in: [...bodies.keys()] } } });
    await tx.computation.createMany({ data: [...bodies].map(([id, body]) => ({ id, kind, body, at })) });
  });
}

/** Forgets what was computed long ago. */
export async function forgetOldComputations(at: Date): Promise<void> {
  const before = new Date(at.getTime() - daysKept * 24 * 60 * 60 * 1000);
  await operate((tx) => tx.computation.deleteMany({ where: { at: { lt: before } } }));
}
