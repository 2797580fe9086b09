import { z } from "zod";
import { nodeKey, type NodeRef } from "~/domain/evidence/kinds";
import type { Protocol } from "~/domain/protocol/schema";
import type { CauseKind } from "~/domain/sections/sign-off";
import { textOfDoc } from "~/domain/text/text-of-doc";
import type { Db } from "./db.server";
import { readEvidence, whichOf } from "./evidence.server";
import { documentOf, type StudyDocument } from "./evidence-graph.server";
import { nodeView, type GroundView, type Reading } from "./evidence-view.server";
import type { Onlooker } from "./interviewees.server";
import { namesOfUsers } from "./names-of-users.server";

/** Something that a section stands on and that is not what it was, and through which node; null = directly. */
export interface Differing {
  node: NodeRef;
  through: NodeRef | null;
  kind: CauseKind;
}

/**
 * What became of it: its words before and after (null where this viewer may not read them, or nothing was kept), who wrote last, and the
 * event of that in the trail.
 */
export interface EvidenceSince {
  key: string;
  kind: CauseKind;
  ground: GroundView | null;
  through: GroundView | null;
  before: string | null;
  after: string | null;
  /** Of an excerpt that moved in its source: its place there before and after; "" = not known. */
  place: { before: string; after: string } | null;
  language: string;
  by: { kind: string; name: string | null } | null;
  at: Date | null;
  entry: number | null;
}

/** From where it is told: a moment, and where it stands in the trail the event of then, which orders even where the clock was moved back. */
export interface Since {
  at: Date;
  seq: number | null;
}

/** A study as it is looked at. */
export interface Looked {
  assessment: { id: string };
  protocol: Protocol;
  user: Onlooker;
  document: StudyDocument;
  reading: Reading;
  base: string;
}

const text = z.string().catch("");
const bodies = {
  excerpt: z.looseObject({ text }).transform(({ text: words }) => words),
  "interview-answer": z.looseObject({ record: text }).transform(({ record }) => record),
  "actor-fact": z.looseObject({ text, value: z.unknown() }).transform(({ text: words, value }) => joined(words, plain(value))),
  judgement: z
    .looseObject({ justification: text, level: z.unknown(), without: z.unknown() })
    .transform(leveled(({ justification }) => justification)),
  alignment: z.looseObject({ reasons: text, level: z.unknown(), without: z.unknown() }).transform(leveled(({ reasons }) => reasons)),
  block: z.looseObject({ document: z.string() }).transform(({ document }) => textOfDoc(documentOf(document))),
};

const Placed = z.looseObject({ place: text });

/** The places of two versions of an excerpt, where they differ. */
function movedFrom(before: string | undefined, after: string | undefined): EvidenceSince["place"] {
  if (before === undefined || after === undefined) return null;
  const [was, is] = [before, after].map((body) => Placed.parse(JSON.parse(body)).place);
  return was === is ? null : { before: was ?? "", after: is ?? "" };
}

function leveled<Body extends { level: unknown; without: unknown }>(wordsOf: (body: Body) => string) {
  return (body: Body) => joined(plain(body.level ?? body.without), wordsOf(body));
}

function joined(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join("\n");
}

/** A stored value in few words: a text as it is, a text by language in the first one, anything else as it is stored. */
function plain(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== "string") return JSON.stringify(value);
  return value.startsWith('"') ? String(JSON.parse(value)) : value;
}

/** Where the versions of a node are kept: a statement's with its block. */
function recordOf({ kind, id }: NodeRef, document: StudyDocument): { kind: keyof typeof bodies; id: string } | null {
  if (kind !== "statement") return { kind, id };
  const blockId = document.statements.get(id)?.blockId;
  return blockId === undefined ? null : { kind: "block", id: blockId };
}

/** The nodes that got a version after a moment, of some that are reached; from their versions alone, without reading a text. */
export async function listTouchedNodes(
  db: Db,
  { document, assessment }: Looked,
  nodes: Iterable<{ node: NodeRef; through: NodeRef | null }>,
  since: Since,
): Promise<Differing[]> {
  const placed = [...nodes].flatMap(({ node, through }) => {
    const record = recordOf(node, document);
    return record ? [{ node, through, record }] : [];
  });
  const ids = placed.map(({ record }) => record.id);
  const [rows, events] = await Promise.all([
    db.version.findMany({ where: { recordId: { in: ids } }, select: { kind: true, recordId: true, number: true, at: true } }),
    listEvents(db, assessment.id, ids),
  ]);
  const later = rows.filter((row) => !isBefore(row, events, since));
  const touched = new Set(later.map(({ kind, recordId }) => `${kind} ${recordId}`));
  return placed.flatMap(({ node, through, record }) =>
    touched.has(`${record.kind} ${record.id}`) ? [{ node, through, kind: "changed" as const }] : [],
  );
}

interface VersionPlace {
  recordId: string;
  number: number;
  at: Date;
}

type RecordEvent = Awaited<ReturnType<typeof listEvents>>[number];

function listEvents(db: Db, chain: string, subjectIds: readonly string[]) {
  return db.event.findMany({
    where: { chain, subjectId: { in: [...subjectIds] } },
    select: { seq: true, subjectId: true, subjectVersion: true },
    orderBy: { seq: "asc" },
  });
}

function eventOf({ recordId, number }: VersionPlace, events: readonly RecordEvent[]): RecordEvent | undefined {
  return events.findLast(({ subjectId, subjectVersion }) => subjectId === recordId && subjectVersion === number);
}

/** Says whether a version was there already: by the trail, and by the clock where the trail has no event of it. */
function isBefore(version: VersionPlace, events: readonly RecordEvent[], { at, seq }: Since): boolean {
  const event = seq === null ? undefined : eventOf(version, events);
  return event && seq !== null ? event.seq <= seq : version.at <= at;
}

/** What became of the things that differ, as this viewer may see them: words of what is withdrawn or masked are not read out. Six queries at most. */
export async function readEvidenceSince(db: Db, looked: Looked, differing: readonly Differing[], since: Since): Promise<EvidenceSince[]> {
  if (differing.length === 0) return [];
  const { document, reading, base } = looked;
  const nodes = differing.flatMap(({ node, through }) => (through ? [node, through] : [node]));
  const [evidence, versions] = await Promise.all([
    readEvidence(db, { ...looked, viewer: looked.user, which: whichOf(nodes) }),
    readVersions(db, looked, differing, since),
  ]);
  const view = (node: NodeRef) => nodeView(node, { document, evidence }, reading, base);
  return differing.map(({ node, through, kind }) => {
    const ground = view(node);
    const kept = versions.get(nodeKey(node));
    const isReadable = ground !== null && ground.withheld === null && ground.text !== null;
    return {
      key: nodeKey(node),
      kind,
      ground,
      through: through && view(through),
      before: isReadable ? (kept?.before ?? null) : null,
      after: isReadable && kind !== "removed" ? (kept?.after ?? null) : null,
      place: isReadable && kind !== "removed" ? (kept?.place ?? null) : null,
      language: ground?.text?.language ?? reading.language,
      by: kept?.by ?? null,
      at: kept?.at ?? null,
      entry: kept?.entry ?? null,
    };
  });
}

async function readVersions(db: Db, { document, assessment }: Looked, differing: readonly Differing[], since: Since) {
  const records = differing.flatMap(({ node }) => {
    const record = recordOf(node, document);
    return record ? [{ key: nodeKey(node), ...record }] : [];
  });
  const ids = records.map(({ id }) => id);
  const [all, events] = await Promise.all([
    db.version.findMany({
      where: { recordId: { in: ids } },
      select: { kind: true, recordId: true, number: true, at: true, byKind: true, byId: true },
      orderBy: { number: "asc" },
    }),
    listEvents(db, assessment.id, ids),
  ]);
  const picks = records.map((record) => {
    const own = all.filter(({ kind, recordId }) => kind === record.kind && recordId === record.id);
    return { record, before: own.findLast((one) => isBefore(one, events, since)), after: own.at(-1) };
  });
  const texts = await db.version.findMany({
    where: {
      recordId: { in: ids },
      number: { in: picks.flatMap(({ before, after }) => [before?.number ?? 0, after?.number ?? 0]) },
    },
    select: { kind: true, recordId: true, number: true, body: true },
  });
  const names = await namesOfUsers(
    db,
    picks.flatMap(({ after }) => after?.byId ?? []),
  );
  const bodyOf = (kind: string, id: string, number: number | undefined) =>
    texts.find((one) => one.kind === kind && one.recordId === id && one.number === number)?.body;
  const wordsOf = (kind: keyof typeof bodies, body: string | undefined) =>
    body === undefined ? null : bodies[kind].parse(JSON.parse(body));
  return new Map(
    picks.map(({ record: { key, kind, id }, before, after }) => {
      const [was, is] = [bodyOf(kind, id, before?.number), bodyOf(kind, id, after?.number)];
      const changed = after !== undefined && after.number !== before?.number;
      return [
        key,
        {
          before: wordsOf(kind, was),
          after: wordsOf(kind, is),
          place: kind === "excerpt" ? movedFrom(was, is) : null,
          by: changed ? { kind: after.byKind, name: names.get(after.byId) ?? null } : null,
          at: changed ? after.at : null,
          entry: changed ? (eventOf(after, events)?.seq ?? null) : null,
        },
      ];
    }),
  );
}
