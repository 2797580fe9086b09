import type { ChangeContext, Outcome } from "./change.server";
import { operate, type Tx } from "./db.server";
import { sha256 } from "./sha256.server";

/** How long a form may come again and still be known, in days: as long as work can lie unsent on a device. */
const daysKnown = 60;

/**
 * Does a thing once for each key that a form brings, inside a change or with operational rows: a form that comes again (sent twice, a page that is reloaded, an
 * answer that was lost on its way) gets what the first one got, and writes nothing. Keys are a person's own; without one it is done each time.
 */
export async function once<Result>(
  tx: Pick<Tx, "idempotencyKey">,
  { by, at }: ChangeContext,
  key: string | null,
  run: () => Promise<Outcome<Result>>,
): Promise<Outcome<Result>> {
  if (key === null || by.kind === "system") return run();
  const id = sha256(`${by.id}\n${key}`);
  const known = await tx.idempotencyKey.findUnique({ where: { id }, select: { result: true } });
  // What was kept is what a run of the same change gave, as JSON.
  if (known) return { result: JSON.parse(known.result) as Result, event: "nothing changed" };
  const outcome = await run();
  await tx.idempotencyKey.create({ data: { id, userId: by.id, at, result: JSON.stringify(outcome.result) } });
  return outcome;
}

/** Forgets the keys that no form can come again with. */
export async function forgetOldKeys(at: Date): Promise<void> {
  const before = new Date(at.getTime() - daysKnown * 24 * 60 * 60 * 1000);
  await operate((tx) => tx.idempotencyKey.deleteMany({ where: { at: { lt: before } } }));
}
