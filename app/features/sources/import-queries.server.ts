import { z } from "zod";
import { ImportState, importMoveNow, mayDecide } from "~/domain/moves/source-import";
import { shortAuthors } from "~/domain/sources/author";
import { decisionsFor, recordDecisions, recordOutcomes } from "~/domain/sources/compare-records";
import { ReadSource, RecordProblem } from "~/domain/sources/read-source";
import type { Db } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { hasBegun } from "./find-import.server";
import { Authors, Bibliography } from "./stored";

/** Which records of an import a page shows. */
export const importShows = ["all", "close", "same", "new", "remarks", "unreadable"] as const;
/** Which records of an import a page shows. */
export type ImportShow = (typeof importShows)[number];

/** How many records stand on one page of an import. */
const onPage = 25;

/** The imports of an assessment, the newest first, with who made each. */
export async function listImports(db: Db, assessmentId: string) {
  const rows = await db.sourceImport.findMany({ where: { assessmentId }, orderBy: { number: "desc" } });
  const people = await db.user.findMany({ where: { id: { in: rows.map(({ byId }) => byId) } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({ ...row, state: ImportState.parse(row.state), by: names.get(row.byId) ?? null }));
}

/** An import by its number, with how many records turn out to be what and are decided how, and what can be done with it; refuses one that is not there. */
export async function findImport(db: Db, assessmentId: string, number: string | undefined) {
  const found = /^\d{1,6}$/u.test(number ?? "") ? Number(number) : 0;
  const row = await db.sourceImport.findUnique({ where: { assessmentId_number: { assessmentId, number: found } } });
  if (!row) throw refuse("not-found");
  const where = { importId: row.id };
  const outcomes = await db.sourceImportRecord.groupBy({ by: ["outcome"], where, _count: { _all: true } });
  const decisions = await db.sourceImportRecord.groupBy({ by: ["decision"], where, _count: { _all: true } });
  const remarks = await db.sourceImportRecord.count({ where: { ...where, problems: { not: "[]" } } });
  const earlier = await db.sourceImport.findFirst({
    where: { assessmentId, sha256: row.sha256, number: { lt: found }, state: "imported" },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  const begun = await hasBegun(db, row.id);
  const state = ImportState.parse(row.state);
  const countOf = (outcome: string) => outcomes.find((one) => one.outcome === outcome)?._count._all ?? 0;
  return {
    ...row,
    state,
    begun,
    earlier: earlier?.number ?? null,
    outcomes: Object.fromEntries(recordOutcomes.map((outcome) => [outcome, countOf(outcome)])) as Record<
      (typeof recordOutcomes)[number],
      number
    >,
    decided: Object.fromEntries(
      [...recordDecisions, null].map((decision) => [
        decision ?? "open",
        decisions.find((one) => one.decision === decision)?._count._all ?? 0,
      ]),
    ) as Record<(typeof recordDecisions)[number] | "open", number>,
    remarks,
    mayDecide: mayDecide(state, begun),
    mayTake: importMoveNow(state, begun, "take") !== undefined,
  };
}

/** An import as its page shows it. */
export type ShownImport = Awaited<ReturnType<typeof findImport>>;

function narrowed(show: ImportShow) {
  if (show === "same") return { outcome: { in: ["same", "double"] } };
  if (show === "remarks") return { problems: { not: "[]" } };
  return show === "all" ? {} : { outcome: show };
}

/** One page of the records of an import, after a place in the file, each beside the work that it is or may be. */
export async function listRecords(db: Db, importId: string, { show, after }: { show: ImportShow; after: number }) {
  const rows = await db.sourceImportRecord.findMany({
    where: { importId, place: { gt: after }, ...narrowed(show) },
    orderBy: { place: "asc" },
    take: onPage + 1,
  });
  const shown = rows.slice(0, onPage);
  const places = shown.flatMap(({ likePlace }) => likePlace ?? []);
  const others = await db.sourceImportRecord.findMany({
    where: { importId, place: { in: places } },
    select: { place: true, fields: true },
  });
  const sources = await db.source.findMany({
    where: { id: { in: shown.flatMap(({ likeId }) => likeId ?? []) } },
    select: { id: true, code: true, title: true, authors: true, issued: true, bibliography: true },
  });
  const bySource = new Map(sources.map((source) => [source.id, likeOfSource(source)]));
  const byPlace = new Map(
    others.map(({ place, fields }) => [place, { ...comparedFacts(ReadSource.parse(JSON.parse(fields))), code: null, place }]),
  );
  const added = await db.source.findMany({
    where: { importId, importPlace: { in: shown.map(({ place }) => place) } },
    select: { code: true, importPlace: true },
  });
  const codes = new Map(added.map(({ code, importPlace }) => [importPlace, code]));
  return {
    next: rows.length > onPage ? (shown.at(-1)?.place ?? null) : null,
    records: shown.map((row) => {
      const outcome = z.enum(recordOutcomes).parse(row.outcome);
      return {
        place: row.place,
        line: row.line,
        outcome,
        decision: z.enum(recordDecisions).nullable().parse(row.decision),
        decisions: decisionsFor({ outcome, likeId: row.likeId, likePlace: row.likePlace }),
        work: row.fields === "" ? null : comparedFacts(ReadSource.parse(JSON.parse(row.fields))),
        like: (row.likeId === null ? byPlace.get(row.likePlace ?? 0) : bySource.get(row.likeId)) ?? null,
        problems: z.array(RecordProblem).parse(JSON.parse(row.problems)),
        code: codes.get(row.place) ?? null,
      };
    }),
  };
}

/** A record as the page of its import shows it. */
export type ShownRecord = Awaited<ReturnType<typeof listRecords>>["records"][number];

/** What two records of a work are held beside each other by. */
function comparedFacts({
  title,
  authors,
  issued,
  bibliography,
}: Pick<ReadSource, "title" | "authors" | "issued"> & { bibliography: Readonly<Record<string, string>> }) {
  const container = bibliography["container"] ?? bibliography["publisher"] ?? "";
  return { title, authors: shortAuthors(authors), issued, container, doi: bibliography["doi"] ?? "" };
}

function likeOfSource({
  code,
  title,
  authors,
  issued,
  bibliography,
}: {
  code: string;
  title: string;
  authors: string;
  issued: string | null;
  bibliography: string;
}) {
  const facts = { title, issued, authors: Authors.parse(JSON.parse(authors)), bibliography: Bibliography.parse(JSON.parse(bibliography)) };
  return { ...comparedFacts(facts), code, place: null };
}

/** Which records of an import an address asks for. */
export function recordsAsked(query: URLSearchParams): { show: ImportShow; after: number } {
  const show = importShows.find((one) => one === query.get("show")) ?? "all";
  const after = query.get("after") ?? "";
  return { show, after: /^\d{1,5}$/u.test(after) ? Number(after) : 0 };
}
