import { z } from "zod";
import { sectionOfEvent, type LiveEvent } from "~/domain/sections/live";
import type { Db } from "./db.server";

/** So many events are read at once; a page that missed more reads everything again. */
export const eventsAtOnce = 200;

/** What happened in a chain after a number: the newest number that was read, and of it what happened in a section. */
export interface LiveRead {
  upTo: number;
  events: LiveEvent[];
  /** An event about who belongs to the study is among what was read. */
  people: boolean;
}

const Change = z.record(z.string(), z.unknown());
const Label = z.string();
const By = z.object({ name: z.string() });

/** Reads from the trail what happened in a chain after a number, oldest first: of each event the few words that a page is told. */
export async function readLiveEvents(db: Db, chain: string, after: number): Promise<LiveRead> {
  const rows = await db.event.findMany({
    where: { chain, seq: { gt: after } },
    select: { seq: true, action: true, byId: true, subjectType: true, subjectId: true, subjectVersion: true },
    orderBy: { seq: "asc" },
    take: eventsAtOnce,
  });
  const details = await db.eventDetail.findMany({
    where: { chain, seq: { in: rows.map(({ seq }) => seq) } },
    select: { seq: true, part: true, body: true },
  });
  const bodies = new Map(details.map(({ seq, part, body }) => [`${seq} ${part}`, body]));
  const read = <Shape extends z.ZodType>(seq: number, part: string, shape: Shape): z.output<Shape> | null => {
    const body = bodies.get(`${seq} ${part}`);
    return body === undefined ? null : shape.parse(JSON.parse(body));
  };
  const events = rows.flatMap(({ seq, action, byId, subjectType: type, subjectId: id, subjectVersion: version }) => {
    const label = read(seq, "label", Label);
    const section = sectionOfEvent(type, label, read(seq, "change", Change));
    const by = read(seq, "by", By)?.name ?? null;
    return section === null ? [] : [{ seq, action, byId, by, subject: { type, id, version }, label, section }];
  });
  return { upTo: rows.at(-1)?.seq ?? after, events, people: rows.some(({ subjectType }) => subjectType === "member") };
}

/** The number of the newest event of a chain; 0 for a chain that has none. */
export async function headOf(db: Db, chain: string): Promise<number> {
  return (await db.chainHead.findUnique({ where: { chain }, select: { seq: true } }))?.seq ?? 0;
}

/** A piece of the stream: which event it goes up to, how long to wait before reading, and what happened. Without events everything is to be read. */
export function changeMessage(upTo: number, changes: string, wait: number): string {
  return `id: ${upTo}\nevent: change\ndata: {"wait":${wait},"changes":${changes}}\n\n`;
}

/** A piece of the stream: who is in the section now. */
export const peopleMessage = (people: string) => `event: people\ndata: ${people}\n\n`;
