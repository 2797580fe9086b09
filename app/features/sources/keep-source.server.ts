import { z } from "zod";
import { Author, linesFromAuthors } from "~/domain/sources/author";
import { indexText } from "~/platform/index-text.server";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { keepVersion } from "~/platform/versions.server";

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
  const { assessmentId, version, archivedAt, ...fields } = row;
  const body = { ...fields, archivedAt: archivedAt?.toISOString() ?? null };
  await keepVersion(tx, { assessmentId, kind: "source", recordId: id, number: version, body, by, at });
  const authors = linesFromAuthors(z.array(Author).parse(JSON.parse(row.authors)));
  const text = archivedAt ? "" : `${row.title}\n${authors}`;
  await indexText(tx, { assessmentId, kind: "source", recordId: id, field: "title", language: row.language, text });
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
