import { printedTitle } from "~/domain/sources/source";
import type { Db } from "~/platform/db.server";

/** The sources of a study with their passages, as the form of a fact or a relation lists them to choose from. Two queries. */
export async function listSourceOptions(db: Db, assessmentId: string) {
  const where = { assessmentId, archivedAt: null };
  const sources = await db.source.findMany({
    where,
    orderBy: { number: "asc" },
    select: { id: true, code: true, title: true, titleKind: true },
  });
  const excerpts = await db.excerpt.findMany({
    where,
    orderBy: { number: "asc" },
    select: { id: true, code: true, sourceId: true, place: true },
  });
  return sources.map(({ id, code, title, titleKind }) => ({
    label: `${code} ${printedTitle(title, titleKind)}`,
    options: [
      { value: `source/${id}`, label: code },
      ...excerpts
        .filter(({ sourceId }) => sourceId === id)
        .map((excerpt) => ({ value: `excerpt/${excerpt.id}`, label: [excerpt.code, excerpt.place].filter(Boolean).join(" · ") })),
    ],
  }));
}

/** Where some facts or relations come from, by the ids of their rows: the code and title of the source, and the code of the passage. Two queries. */
export async function readSources(db: Db, rows: readonly { id: string; sourceId: string | null; excerptId: string | null }[]) {
  const sources = await db.source.findMany({
    where: { id: { in: rows.flatMap(({ sourceId }) => sourceId ?? []) } },
    select: { id: true, code: true, title: true, titleKind: true },
  });
  const excerpts = await db.excerpt.findMany({
    where: { id: { in: rows.flatMap(({ excerptId }) => excerptId ?? []) } },
    select: { id: true, code: true },
  });
  const found = rows.flatMap(({ id, sourceId, excerptId }) => {
    const source = sources.find((one) => one.id === sourceId);
    if (!source) return [];
    const excerpt = excerpts.find((one) => one.id === excerptId)?.code ?? null;
    return [[id, { code: source.code, title: printedTitle(source.title, source.titleKind), excerpt }] as const];
  });
  return new Map(found);
}

/** Where a fact or a relation comes from, as its page names it. */
export interface ShownSource {
  code: string;
  title: string;
  excerpt: string | null;
}
