import { printedTitle } from "~/domain/sources/source";
import { citableOf } from "~/platform/citable.server";
import { citeSources } from "~/platform/citations.server";
import type { Db } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { listTranslations } from "~/platform/translations.server";
import { Authors, Bibliography } from "./stored";

/** A source by its code, with its bibliography as typed; refuses one that is not there. */
export async function findSource(db: Db, assessmentId: string, code: string | undefined) {
  const row = await db.source.findFirst({ where: { assessmentId, code: code ?? "" } });
  if (!row) throw refuse("not-found");
  const { authors, bibliography, titleKind, ...source } = row;
  return {
    ...source,
    titleKind,
    printed: printedTitle(row.title, titleKind),
    authors: Authors.parse(JSON.parse(authors)),
    bibliography: Bibliography.parse(JSON.parse(bibliography)),
    reference: (await citeSources([citableOf(row)]))[0] ?? { nl: [], en: [] },
  };
}

/** The excerpts of a source, each with its translations and the statements that cite it. Three queries. */
export async function listExcerpts(db: Db, assessmentId: string, sourceId: string) {
  const rows = await db.excerpt.findMany({
    where: { sourceId, archivedAt: null },
    orderBy: { number: "asc" },
    select: { id: true, code: true, form: true, text: true, language: true, place: true, version: true },
  });
  const translations = await listTranslations(db, "excerpt", "text", new Map(rows.map(({ id, text }) => [id, text])));
  const links = await db.link.findMany({
    where: { assessmentId, toKind: "excerpt", toId: { in: rows.map(({ id }) => id) }, archivedAt: null },
    select: { toId: true, fromBlockId: true, kind: true },
  });
  const statements = await db.statement.findMany({
    where: { blockId: { in: links.map(({ fromBlockId }) => fromBlockId) } },
    select: { blockId: true, code: true },
  });
  const codes = new Map(statements.map(({ blockId, code }) => [blockId, code]));
  return rows.map((row) => ({
    ...row,
    translations: translations.get(row.id) ?? [],
    citedIn: links.flatMap(({ toId, fromBlockId, kind }) =>
      toId === row.id && codes.has(fromBlockId) ? [{ code: codes.get(fromBlockId) ?? "", kind }] : [],
    ),
  }));
}

/** Other sources in use with the same title or the same DOI. They are shown beside it, not refused. */
export async function listDoubles(db: Db, { id, assessmentId, titleFolded, doiFolded }: DoubleKeys) {
  const same = [{ titleFolded }, ...(doiFolded === null ? [] : [{ doiFolded }])];
  const where = { assessmentId, archivedAt: null, id: { not: id }, OR: same };
  return db.source.findMany({ where, orderBy: { number: "asc" }, take: 20, select: { code: true, title: true } });
}

interface DoubleKeys {
  id: string;
  assessmentId: string;
  titleFolded: string;
  doiFolded: string | null;
}

/** A source as the page and its forms need it. */
export type ShownSource = Awaited<ReturnType<typeof findSource>>;

/** An excerpt as the page of its source shows it. */
export type ShownExcerpt = Awaited<ReturnType<typeof listExcerpts>>[number];
