import { db } from "~/platform/db.server";

/** The events of a chain in their order: what was done, and by whom. */
export async function eventsOf(chain: string): Promise<{ action: string; byId: string }[]> {
  return db.event.findMany({ where: { chain }, orderBy: { seq: "asc" }, select: { action: true, byId: true } });
}
