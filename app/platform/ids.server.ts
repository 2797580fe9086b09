import { randomUUID } from "node:crypto";

/** A new id (UUIDv7): the given time in milliseconds and 74 random bits, so that ids sort by time and tell nothing of a person. */
export function newId(at: Date): string {
  const time = at.getTime().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
