import { shortAuthors } from "~/domain/sources/author";
import { printedTitle, type SourceType } from "~/domain/sources/source";
import type { Db } from "~/platform/db.server";
import { Authors } from "./stored";

/** What a list of sources can be narrowed to; an empty field narrows nothing. */
export interface SourceFilter {
  type: string;
  reading: string;
  channel: string;
  /** The number of an import. */
  import: string;
  find: string;
}

/** How a list of sources is ordered, and after the source of which code it goes on; "" = from the start. */
export interface SourceOrder {
  sort: { key: string; descending: boolean };
  after: string;
}

/** The columns by which a list of sources can be ordered. */
export const sourceSortKeys = ["code", "title", "issued"] as const;

/** How many sources stand on one page. */
const onPage = 50;

function orderOf({ key, descending }: SourceOrder["sort"]) {
  const direction = descending ? "desc" : "asc";
  if (key === "title") return [{ title: direction }, { number: "asc" }] as const;
  if (key === "issued") return [{ issued: { sort: direction, nulls: "last" } }, { number: "asc" }] as const;
  return [{ number: direction }] as const;
}

/**
 * One page of the sources of an assessment: how many there are, how many fit the filter, and those of the page with their excerpts and how often they are
 * cited. The whole list is read in a few narrow columns, for it is looked through by words; the rest only of the page.
 */
export async function listSources(db: Db, assessmentId: string, filter: SourceFilter, order: SourceOrder) {
  const total = await db.source.count({ where: { assessmentId, archivedAt: null } });
  const rows = await db.source.findMany({
    where: { assessmentId, archivedAt: null, ...(await narrowed(db, assessmentId, filter)) },
    orderBy: [...orderOf(order.sort)],
    select: { id: true, code: true, title: true, authors: true },
  });
  const fitting = filter.find.trim() === "" ? rows : rows.filter((row) => fits(row, filter.find));
  const from = fitting.findIndex(({ code }) => code === order.after) + 1;
  const page = fitting.slice(from, from + onPage);
  return {
    total,
    fitting: fitting.length,
    range: { from: from + 1, to: from + page.length, total: fitting.length },
    next: from + onPage < fitting.length ? (page.at(-1)?.code ?? null) : null,
    sources: await readPage(
      db,
      assessmentId,
      page.map(({ id }) => id),
    ),
  };
}

/** The ids of the sources that fit a filter. */
export async function listSourceIds(db: Db, assessmentId: string, filter: SourceFilter): Promise<Set<string>> {
  const rows = await db.source.findMany({
    where: { assessmentId, archivedAt: null, ...(await narrowed(db, assessmentId, filter)) },
    select: { id: true, code: true, title: true, authors: true },
  });
  return new Set(rows.filter((row) => filter.find.trim() === "" || fits(row, filter.find)).map(({ id }) => id));
}

/** What a list of sources is narrowed to, as an address has it. */
export function filterAsked(query: URLSearchParams): SourceFilter {
  const of = (name: string) => query.get(name) ?? "";
  return { type: of("type"), reading: of("reading"), channel: of("channel"), import: of("import"), find: of("q") };
}

async function narrowed(db: Db, assessmentId: string, { type, reading, channel, import: number }: SourceFilter) {
  const place = /^\d{1,6}$/u.test(number) ? Number(number) : null;
  const imported =
    place === null
      ? null
      : await db.sourceImport.findUnique({ where: { assessmentId_number: { assessmentId, number: place } }, select: { id: true } });
  return {
    ...(type !== "" && { type }),
    ...(reading !== "" && { reading }),
    ...(channel !== "" && { channel: channel === "none" ? null : channel }),
    ...(number !== "" && { importId: imported?.id ?? "none" }),
  };
}

async function readPage(db: Db, assessmentId: string, ids: readonly string[]) {
  const rows = await db.source.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      code: true,
      title: true,
      titleKind: true,
      authors: true,
      issued: true,
      type: true,
      reading: true,
      channel: true,
      excerpts: { where: { archivedAt: null }, select: { id: true } },
    },
  });
  const excerptIds = rows.flatMap(({ excerpts }) => excerpts.map(({ id }) => id));
  const cited = await db.link.groupBy({
    by: ["toId"],
    where: { assessmentId, toKind: "excerpt", toId: { in: excerptIds }, archivedAt: null },
    _count: { _all: true },
  });
  const times = new Map(cited.map((row) => [row.toId, row._count._all]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { excerpts, authors, titleKind, ...rest } = row;
    return {
      ...rest,
      type: row.type as SourceType,
      title: printedTitle(row.title, titleKind),
      authors: shortAuthors(Authors.parse(JSON.parse(authors))),
      excerpts: excerpts.length,
      cited: excerpts.reduce((sum, excerpt) => sum + (times.get(excerpt.id) ?? 0), 0),
    };
  });
}

function fits({ code, title, authors }: { code: string; title: string; authors: string }, find: string): boolean {
  const words = find.toLocaleLowerCase("und").split(/\s+/).filter(Boolean);
  const text = `${code} ${title} ${shortAuthors(Authors.parse(JSON.parse(authors)))}`.toLocaleLowerCase("und");
  return words.every((word) => text.includes(word));
}
