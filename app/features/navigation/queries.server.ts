import { z } from "zod";
import { LocalText } from "~/domain/local-text-schema";
import type { Person } from "~/domain/permissions";
import { protocolOf } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { Counted } from "./entries";

const Languages = z.array(z.string());

/** The assessments that a person is a member of today, by slug, for the switcher. */
export async function listOwnAssessments(
  db: Db,
  person: Person,
): Promise<{ id: string; slug: string; title: LocalText; languages: string[] }[]> {
  const rows = await db.assessment.findMany({
    where: { id: { in: Object.keys(person.roles) } },
    orderBy: { createdAt: "desc" },
    select: { id: true, slug: true, title: true, languages: true },
  });
  return rows.map(({ id, slug, title, languages }) => ({
    id,
    slug,
    title: LocalText.parse(JSON.parse(title)),
    languages: Languages.parse(JSON.parse(languages)),
  }));
}

/** How many there are of what the side counts: a fixed number of counts over indexes, the rest from the protocol. */
export async function countEntries(db: Db, assessment: { id: string; protocolNumber: number }): Promise<Record<Counted, number>> {
  const where = { assessmentId: assessment.id };
  const present = { ...where, archivedAt: null };
  const protocol = await protocolOf(assessment);
  const [sources, interviews, actors, sections, statements, editions, team] = await Promise.all([
    db.source.count({ where: present }),
    db.interview.count({ where: present }),
    db.actor.count({ where: present }),
    db.section.count({ where: present }),
    db.statement.count({ where: { ...where, block: { archivedAt: null } } }),
    db.edition.count({ where: { ...where, state: "released" } }),
    db.member.count({ where: { ...where, removedAt: null } }),
  ]);
  const alignments = (protocol.frameworks ?? []).reduce((sum, { nodes }) => sum + nodes.filter(({ kind }) => kind !== "group").length, 0);
  const [options, codes] = [protocol.options?.length ?? 0, protocol.codebook?.length ?? 0];
  return { sources, interviews, actors, alignments, options, codes, sections, statements, editions, team };
}
