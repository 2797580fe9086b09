import { type Likeness, newCatalogue, prepared } from "./duplicates";
import type { ReadRecord, ReadSource } from "./read-source";

/** What a record of a file turns out to be: a new work, surely or perhaps one that is there, the same as an earlier record, or none. */
export const recordOutcomes = ["new", "same", "close", "double", "unreadable"] as const;
/** What a record of a file turns out to be. */
export type RecordOutcome = (typeof recordOutcomes)[number];

/** What can be done with a record: add it, leave it, count it as one that is there, or give that one what it lacks. */
export const recordDecisions = ["add", "skip", "same", "enrich"] as const;
/** What can be done with a record. */
export type RecordDecision = (typeof recordDecisions)[number];

/** A source that is there, as far as records are compared with it. */
export interface KnownSource {
  id: string;
  title: string;
  issued: string | null;
  doi: string | null;
}

/** A record with what it turns out to be; `decision` is null where a person has to decide. */
export interface ComparedRecord extends ReadRecord {
  outcome: RecordOutcome;
  likeId: string | null;
  likePlace: number | null;
  decision: RecordDecision | null;
}

type Like = Likeness<{ id: string } | { place: number }>;

/** Compares the records of a file with the sources that are there and with each other: what is surely the same goes before what is only close. */
export function compareRecords(records: readonly ReadRecord[], known: readonly KnownSource[]): ComparedRecord[] {
  const sources = newCatalogue<{ id: string }>();
  for (const source of known) sources.add({ id: source.id }, prepared(source));
  const file = newCatalogue<{ place: number }>();
  return records.map((record) => {
    const { source, place } = record;
    if (source === null) return { ...record, outcome: "unreadable", likeId: null, likePlace: null, decision: "skip" };
    const work = prepared(comparedOf(source));
    const likes: (Like | null)[] = [sources.find(work), file.find(work)];
    file.add({ place }, work);
    const like = likes.find((one) => one?.outcome === "same") ?? likes.find((one) => one !== null) ?? null;
    return { ...record, ...outcomeOf(like) };
  });
}

/** What a source that was read is compared by. */
export function comparedOf({ title, issued, bibliography }: ReadSource) {
  return { title, issued, doi: bibliography.doi ?? null };
}

function outcomeOf(like: Like | null): Pick<ComparedRecord, "outcome" | "likeId" | "likePlace" | "decision"> {
  if (like === null) return { outcome: "new", likeId: null, likePlace: null, decision: "add" };
  const place = "id" in like.key ? { likeId: like.key.id, likePlace: null } : { likeId: null, likePlace: like.key.place };
  if (like.outcome === "close") return { ...place, outcome: "close", decision: null };
  return { ...place, outcome: place.likeId === null ? "double" : "same", decision: "same" };
}

/** The decisions that a record allows: only what is there can be given something, and what could not be read can't be added. */
export function decisionsFor(record: { outcome: RecordOutcome; likeId: string | null; likePlace: number | null }): RecordDecision[] {
  if (record.outcome === "unreadable") return ["skip"];
  const like = record.likeId !== null || record.likePlace !== null;
  return recordDecisions.filter((decision) => (decision === "same" ? like : decision === "enrich" ? record.likeId !== null : true));
}
