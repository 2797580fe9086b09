import type { z } from "zod";
import { othersPresent } from "~/domain/sections/presence";
import type { Db } from "~/platform/db.server";
import { tellPresence } from "~/platform/live-hub.server";
import { forgetPresence, notePresence, readPresent } from "~/platform/presence.server";
import { refuse } from "~/platform/refusal.server";
import type { PresenceForm } from "./live-schema";

interface Place {
  userId: string;
  assessmentId: string;
  sectionId: string;
}

/** The section of an address, as far as a page that stays open on it needs it; not found where there is none. */
export async function findOpenSection(db: Db, assessment: { id: string }, code: string | undefined): Promise<{ id: string; code: string }> {
  const where = { assessmentId: assessment.id, code: code ?? "", archivedAt: null };
  const section = await db.section.findFirst({ where, select: { id: true, code: true } });
  if (!section) throw refuse("not-found");
  return section;
}

/** Where a page begins to listen, and who has the section open now. Asked before the page is read, so that nothing is missed between. */
export async function loadLive(db: Db, user: { id: string }, assessment: { id: string }, code: string | undefined, at: Date) {
  const section = await findOpenSection(db, assessment, code);
  const head = await db.chainHead.findUnique({ where: { chain: assessment.id }, select: { seq: true } });
  const present = (await readPresent(db, assessment.id, at)).get(section.id) ?? [];
  return { me: user.id, since: head?.seq ?? 0, others: othersPresent(present, user.id) };
}

/** Notes what a page says of itself, and tells the others where they see something else by it. */
export async function notePage(db: Db, place: Place, said: z.output<typeof PresenceForm>, at: Date): Promise<void> {
  const page = { ...place, id: said.page, blockId: said.block === "" ? null : said.block };
  if (said.leaving) await forgetPresence(page);
  if (said.leaving || (await notePresence(db, page, at))) tellPresence(place.assessmentId);
}
