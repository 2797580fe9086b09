import { z } from "zod";
import { Author, linesFromAuthors } from "~/domain/sources/author";
import { indexNewTexts, indexText } from "~/platform/index-text.server";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { keepVersion, keepVersions } from "~/platform/versions.server";

/** A source that can be changed: of this assessment and not archived. */
export async function findChangeableSource(tx: Tx, assessmentId: string, id: string) {
  const source = await tx.source.findFirst({ where: { id, assessmentId } });
  if (!source) throw refuse("not-found");
  if (source.archivedAt) throw refuse("wrong-state", { state: "archived" });
  return source;
}

/** An excerpt that can be changed, with its source. */
export async function findChangeableExcerpt(tx: Tx, assessmentId: string, id: string) {
  const excerpt = await tx.excerpt.findFirst({ where: { id, assessmentId } });
  if (!excerpt) throw refuse("not-found");
  if (excerpt.archivedAt) throw refuse("wrong-state", { state: "archived" });
  return excerpt;
}

const sourceFields = {
  assessmentId: true,
  code: true,
  type: true,
  title: true,
  titleKind: true,
  authors: true,
  issued: true,
  bibliography: true,
  language: true,
  origin: true,
  reading: true,
  appraisal: true,
  abstract: true,
  importId: true,
  importPlace: true,
  channel: true,
  archivedAt: true,
  version: true,
} as const;

/** Keeps what the row of a source holds now, and lets it be found by its title and its authors; no longer when it is archived. */
export async function keepSource(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const row = await tx.source.findUniqueOrThrow({ where: { id }, select: sourceFields });
  await keepVersion(tx, { ...versionOf(row), recordId: id, by, at });
  await indexText(tx, indexedOf(row, id));
}

/** The same for sources that were made in this change, from the rows as they were made. */
export async function keepNewSources(tx: Tx, { by, at }: ChangeContext, rows: readonly (SourceRow & { id: string })[]): Promise<void> {
  const kept = rows.map((row) => ({ ...versionOf(row), recordId: row.id, by, at }));
  await keepVersions(tx, kept);
  await indexNewTexts(
    tx,
    rows.map((row) => indexedOf(row, row.id)),
  );
}

/** What the row of a source holds, as far as its version keeps it. */
type SourceRow = { [Field in keyof typeof sourceFields]: Awaited<ReturnType<Tx["source"]["findUniqueOrThrow"]>>[Field] };

function versionOf(row: SourceRow) {
  const fields = Object.fromEntries(Object.keys(sourceFields).map((field) => [field, row[field as keyof SourceRow]]));
  const { assessmentId: _assessment, version: _version, ...told } = fields;
  const body = { ...told, archivedAt: row.archivedAt?.toISOString() ?? null };
  return { assessmentId: row.assessmentId, kind: "source", number: row.version, body };
}

function indexedOf({ assessmentId, title, authors, language, archivedAt }: SourceRow, recordId: string) {
  const names = linesFromAuthors(z.array(Author).parse(JSON.parse(authors)));
  return { assessmentId, kind: "source", recordId, field: "title", language, text: archivedAt ? "" : `${title}\n${names}` };
}

/** Keeps what the row of an excerpt holds now, and brings its words into the search index. */
export async function keepExcerpt(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const { assessmentId, sourceId, code, form, text, language, place, archivedAt, version } = await tx.excerpt.findUniqueOrThrow({
    where: { id },
  });
  const body = { sourceId, code, form, text, language, place, archivedAt: archivedAt?.toISOString() ?? null };
  await keepVersion(tx, { assessmentId, kind: "excerpt", recordId: id, number: version, body, by, at });
  await indexExcerpt(tx, id);
}

/** Lets an excerpt be found by its words, in each language, and by the title of its source; no longer when it is archived. */
export async function indexExcerpt(tx: Tx, id: string): Promise<void> {
  const { assessmentId, text, language, archivedAt, source } = await tx.excerpt.findUniqueOrThrow({
    where: { id },
    include: { source: { select: { title: true } } },
  });
  await indexText(tx, {
    assessmentId,
    kind: "excerpt",
    recordId: id,
    field: "text",
    language,
    text: archivedAt ? "" : `${text}\n${source.title}`,
  });
}

/** Refuses to take away what a statement or a judgement stands on. */
export async function requireUncited(tx: Tx, assessmentId: string, excerptIds: readonly string[]): Promise<void> {
  const ids = { in: [...excerptIds] };
  const cited = await tx.link.count({ where: { assessmentId, toKind: "excerpt", toId: ids, archivedAt: null } });
  const grounds = await tx.ground.count({ where: { assessmentId, evidenceKind: "excerpt", evidenceId: ids } });
  if (cited + grounds > 0) throw refuse("wrong-state", { state: "cited" });
}
