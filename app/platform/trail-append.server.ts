import { randomBytes } from "node:crypto";
import type { ParsedEvent } from "~/domain/audit/parse-event";
import { digestLongValues } from "~/domain/audit/parse-event";
import { canonical } from "~/domain/canonical";
import { commitment, eventHash, firstPrev, nextAt, type Part, writeEventBody } from "~/domain/trail/format";
import type { By, ChangeContext } from "./change.server";
import type { RawTx } from "./db.server";
import { newId } from "./ids.server";
import { hashing, sha256 } from "./sha256.server";
import { writeEvents, type WrittenEvent } from "./trail-write.server";
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
  part: Part;
  about: string | null;
  salt: string;
  body: string;
  commitment: string;
}

function detail(part: Part, salt: string, about: string | null, value: unknown): Detail {
  const body = canonical(value);
  return { part, about, salt, body, commitment: commitment(hashing, salt, part, body) };
}

/** The person as she was at that moment; a job has its name. */
function byDetail(by: By): unknown {
  if (by.kind === "system") return { name: by.id, role: "system" };
  return { name: by.name, role: by.role, ...(by.ip !== undefined && { ip: by.ip }) };
}

function detailsOf(event: ParsedEvent, by: By, records: readonly KeptDigest[]) {
  const change = digestLongValues(event.change, event.subject.version, sha256);
  const salts = randomBytes(96).toString("hex");
  return {
    by: detail("by", salts.slice(0, 64), by.kind === "system" ? null : by.id, byDetail(by)),
    label: detail("label", salts.slice(64, 128), event.about, event.label),
    change: detail("change", salts.slice(128), event.about, records.length > 0 ? { ...change, records } : change),
  };
}

/** An event that is to be chained, with the digests that stand in it. */
export interface NewEvent {
  event: ParsedEvent;
  records: readonly KeptDigest[];
}

/** Adds events and their salted details to a chain that is locked, in their order, and gives the new head. */
export async function appendEvents(
  tx: RawTx,
  chain: string,
  head: Head,
  events: readonly NewEvent[],
  context: ChangeContext,
): Promise<Head> {
  const made = [];
  for (const { event, records } of events) {
    const next = chained(chain, head, event, context, records);
    made.push(next);
    head = next.row;
  }
  await writeEvents(tx, made);
  return head;
}

/** An event as it follows a head, with its details. */
function chained(chain: string, head: Head, event: ParsedEvent, context: ChangeContext, records: readonly KeptDigest[]): WrittenEvent {
  const { by, request } = context;
  const { subject, action } = event;
  const [seq, at, id] = [head.seq + 1, nextAt(context.at, head.at), newId(context.at)];
  const details = detailsOf(event, by, records);
  const commitments = { by: details.by.commitment, change: details.change.commitment, label: details.label.commitment };
  const who = { id: by.id, kind: by.kind };
  const body = writeEventBody({ action, at, by: who, chain, details: commitments, id, prev: head.hash, request, seq, subject, v: 1 });
  const hash = eventHash(hashing, body);
  const about = { subjectType: subject.type, subjectId: subject.id, subjectVersion: subject.version };
  const row = { chain, seq, id, at, action, byKind: by.kind, byId: by.id, ...about, body, hash };
  return { row, details: [details.by, details.label, details.change] };
}
