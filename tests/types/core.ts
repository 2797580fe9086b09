// Proofs that the compiler refuses what must not be written. Nothing here runs; `npm run typecheck` fails if a line below compiles.
import { change } from "~/platform/change.server";
import type { ChangeContext } from "~/platform/change.server";
import { db, operate } from "~/platform/db.server";
import type { Db, OperateTx, Tx } from "~/platform/db.server";

declare const context: ChangeContext & { chain: string };
const subject = { type: "protocol", id: "p", version: 1 } as const;

export async function theReaderDoesNotWrite(): Promise<void> {
  // @ts-expect-error the reader has no create
  void db.assessment.create;
  // @ts-expect-error the reader has no updateMany
  void db.assessment.updateMany;
  // @ts-expect-error the reader has no raw SQL
  void db.$queryRaw;
  // @ts-expect-error the reader has no transaction
  void db.$transaction;
  // @ts-expect-error the reader can't be extended
  void db.$extends;
  // @ts-expect-error a field that isn't there
  await db.assessment.findMany({ where: { titel: "x" } });
  // @ts-expect-error a search that only PostgreSQL knows
  await db.assessment.findMany({ where: { title: { contains: "x", mode: "insensitive" } } });
  const [selected] = await db.assessment.findMany({ select: { id: true } });
  // @ts-expect-error a field that was not selected
  void selected?.title;
}

export async function theTransactionDoesNotTouchTheTrail(tx: Tx): Promise<Db> {
  // @ts-expect-error the trail is not written by hand
  void tx.event.create;
  // @ts-expect-error nor is its head
  void tx.chainHead.update;
  // @ts-expect-error nor are its details
  void tx.eventDetail.deleteMany;
  // @ts-expect-error nor is an erasure
  void tx.erasure.create;
  // @ts-expect-error a change has no raw SQL
  void tx.$executeRaw;
  // @ts-expect-error a change has no unsafe SQL
  void tx.$executeRawUnsafe;
  // @ts-expect-error a change has no transaction of its own
  void tx.$transaction;
  await tx.assessment.updateMany({ where: { id: "x", version: 1 }, data: { version: 2 } });
  return tx;
}

export async function operateTouchesNoStudy(tx: OperateTx): Promise<void> {
  await tx.session.deleteMany({});
  // @ts-expect-error operate has no tables of a study
  void tx.assessment;
  // @ts-expect-error nor accounts
  await operate((operational) => Promise.resolve(void operational.user));
  // @ts-expect-error nor the trail
  void tx.event;
}

export async function aChangeTellsItsEvent(): Promise<void> {
  await change(context, () =>
    Promise.resolve({ result: 1, event: { action: "protocol.freeze", subject, label: "v1", change: { digest: "d" } } }),
  );
  await change(context, () => Promise.resolve({ result: 1, event: "nothing changed" }));
  // @ts-expect-error no event
  await change(context, () => Promise.resolve({ result: 1 }));
  // @ts-expect-error nothing at all
  await change(context, () => Promise.resolve());
  // @ts-expect-error an empty list
  await change(context, () => Promise.resolve({ result: 1, event: [] }));
  // @ts-expect-error another word than "nothing changed"
  await change(context, () => Promise.resolve({ result: 1, event: "nothing" }));
  await change(context, () =>
    // @ts-expect-error a misspelt action
    Promise.resolve({ result: 1, event: { action: "protocol.freze", subject, label: "v1", change: { digest: "d" } } }),
  );
  await change(context, () =>
    // @ts-expect-error the details of another action
    Promise.resolve({ result: 1, event: { action: "protocol.freeze", subject, label: "v1", change: { role: "lead" } } }),
  );
  // @ts-expect-error no details
  await change(context, () => Promise.resolve({ result: 1, event: { action: "protocol.freeze", subject, label: "v1" } }));
  const other = { ...subject, type: "user" } as const;
  await change(context, () =>
    // @ts-expect-error a subject of another kind
    Promise.resolve({ result: 1, event: { action: "protocol.freeze", subject: other, label: "v1", change: { digest: "d" } } }),
  );
  const { chain, ...withoutChain } = context;
  // @ts-expect-error no chain
  await change(withoutChain, () => Promise.resolve({ result: chain, event: "nothing changed" }));
}
