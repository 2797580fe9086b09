import { randomBytes } from "node:crypto";
import type { ParsedEvent } from "~/domain/audit/parse-event";
import { digestLongValues } from "~/domain/audit/parse-event";
import { canonical } from "~/domain/canonical";
import { commitment, eventHash, firstPrev, nextAt, writeEventBody } from "~/domain/trail/format";
import type { By, ChangeContext } from "./change.server";
import type { RawTx } from "./db.server";
import { newId } from "./ids.server";
import { hashing, sha256 } from "./sha256.server";
import type { KeptDigest } from "./versions.server";

/** The newest event of a chain: what the next one is chained to. */
export interface Head {
  seq: number;
  hash: string;
  at: string | null;
}

/** Locks a chain until the end of the transaction and gives its head; null = there is no such chain. Raw, for it is part of every save. */
export async function lockHead(tx: RawTx, chain: string): Promise<Head | null> {
  const rows = await tx.$queryRaw<{ seq: number | bigint; hash: string; at: string | null }[]>`
    UPDATE "ChainHead" SET "seq" = "seq" WHERE "chain" = ${chain} RETURNING "seq", "hash",
      (SELECT "at" FROM "Event" WHERE "Event"."chain" = ${chain} ORDER BY "Event"."seq" DESC LIMIT 1) AS "at"`;
  const row = rows[0];
  return row ? { seq: Number(row.seq), hash: row.hash, at: row.at } : null;
}

/** Makes the head of a new chain, before its first event. */
export async function startChain(tx: RawTx, installationId: string, chain: string): Promise<Head> {
  const hash = firstPrev(hashing, installationId, chain);
  await tx.$executeRaw`INSERT INTO "ChainHead" ("chain", "seq", "hash") VALUES (${chain}, 0, ${hash})`;
  return { seq: 0, hash, at: null };
}

/** Makes the one row that names the installation, before the first event of all. */
export async function nameInstallation(tx: RawTx, id: string): Promise<void> {
  await tx.$executeRaw`INSERT INTO "Installation" ("id") VALUES (${id})`;
}

interface Detail {
  about: string | null;
  salt: string;
  body: string;
  commitment: string;
}

function detail(part: string, about: string | null, value: unknown): Detail {
  const salt = randomBytes(32).toString("hex");
  const body = canonical(value);
  return { about, salt, body, commitment: commitment(hashing, salt, part, body) };
}

/** The person as she was at that moment; a job has its name. */
function byDetail(by: By): unknown {
  if (by.kind === "system") return { name: by.id, role: "system" };
  return { name: by.name, role: by.role, ...(by.ip !== undefined && { ip: by.ip }) };
}

function detailsOf(event: ParsedEvent, by: By, records: readonly KeptDigest[]) {
  const change = digestLongValues(event.change, event.subject.version, sha256);
  return {
    by: detail("by", by.kind === "system" ? null : by.id, byDetail(by)),
    label: detail("label", event.about, event.label),
    change: detail("change", event.about, records.length > 0 ? { ...change, records } : change),
  };
}

/** Adds one event and its salted details to a chain that is locked, and gives the new head. */
export async function appendEvent(
  tx: RawTx,
  chain: string,
  head: Head,
  event: ParsedEvent,
  context: ChangeContext,
  records: readonly KeptDigest[],
): Promise<Head> {
  const { by, request } = context;
  const { subject, action } = event;
  const [seq, at, id] = [head.seq + 1, nextAt(context.at, head.at), newId(context.at)];
  const details = detailsOf(event, by, records);
  const commitments = { by: details.by.commitment, change: details.change.commitment, label: details.label.commitment };
  const who = { id: by.id, kind: by.kind };
  const body = writeEventBody({ action, at, by: who, chain, details: commitments, id, prev: head.hash, request, seq, subject, v: 1 });
  const hash = eventHash(hashing, body);
  await tx.$executeRaw`
    INSERT INTO "Event" ("chain", "seq", "id", "at", "action", "byKind", "byId", "subjectType", "subjectId", "subjectVersion", "body", "hash")
    VALUES (${chain}, ${seq}, ${id}, ${at}, ${action}, ${by.kind}, ${by.id}, ${subject.type}, ${subject.id}, ${subject.version}, ${body}, ${hash})`;
  await tx.$executeRaw`
    INSERT INTO "EventDetail" ("chain", "seq", "part", "about", "salt", "body") VALUES
    (${chain}, ${seq}, 'by', ${details.by.about}, ${details.by.salt}, ${details.by.body}),
    (${chain}, ${seq}, 'label', ${details.label.about}, ${details.label.salt}, ${details.label.body}),
    (${chain}, ${seq}, 'change', ${details.change.about}, ${details.change.salt}, ${details.change.body})`;
  return { seq, hash, at };
}
