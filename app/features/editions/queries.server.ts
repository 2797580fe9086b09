import { fileFormatIfAny, fileFormats, type FileFormat } from "~/domain/document/file-formats";
import { keyOf } from "~/domain/document/assembly";
import type { EditionContent } from "~/domain/document/content";
import { problemsByKind, problemsOf, type FigureNow } from "~/domain/document/problems";
import { textsOf } from "~/domain/document/tables-named";
import { figureKeysIn } from "~/domain/figures/bound";
import { figureText } from "~/domain/figures/value";
import { textIn } from "~/domain/local-text";
import { editionMovesNow, EditionState, nextDraft, shownEditionStates, shownState, type PlacedEdition } from "~/domain/moves/edition";
import { can } from "~/domain/permissions";
import type { Protocol } from "~/domain/protocol/schema";
import type { Language } from "~/domain/tool-language";
import { listDocumentInterviewees } from "~/platform/answer-attribution.server";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { listLeftOut } from "~/platform/left-out.server";
import { countsOf, Manifest } from "./manifest";
import { readFigureValues } from "~/platform/figures.server";
import { namesOfUsers } from "~/platform/names-of-users.server";
import { readContent } from "./read-content.server";

const listed = {
  id: true,
  number: true,
  draft: true,
  purpose: true,
  state: true,
  languages: true,
  hash: true,
  compiledAt: true,
  compiledById: true,
  releasedAt: true,
  releasedById: true,
  withdrawnAt: true,
  reason: true,
  version: true,
  files: { select: { format: true, language: true, name: true, sha256: true, bytes: true }, orderBy: { language: "asc" } },
} as const;

/** All editions of an assessment, newest first, whoever may read them. */
export async function listAllEditions(db: Db, assessmentId: string) {
  const rows = await db.edition.findMany({ where: { assessmentId }, select: listed, orderBy: [{ number: "desc" }, { draft: "desc" }] });
  const names = await namesOfUsers(
    db,
    rows.flatMap(({ compiledById, releasedById }) => [compiledById, releasedById ?? ""]),
  );
  const placed = rows.map((row) => ({ ...row, state: EditionState.parse(row.state) }));
  return placed.map((row) => ({
    ...row,
    languages: listOf(row.languages),
    files: filesOf(row.files, listOf(row.languages)),
    compiledBy: names.get(row.compiledById) ?? null,
    releasedBy: row.releasedById === null ? null : (names.get(row.releasedById) ?? null),
    /** The draft, where it is not what readers see under the number. */
    onlyDraft: isReleased(row) ? undefined : row.draft,
    shown: shownState(row, placed),
    moves: editionMovesNow(row, placed).map(({ name }) => name),
  }));
}

/** The files of formats that are known, by language and format in the order of both. */
function filesOf<File extends { format: string; language: string }>(files: readonly File[], languages: readonly string[]) {
  const known = files.flatMap((file) => {
    const format = fileFormatIfAny(file.format);
    return format ? [{ ...file, format }] : [];
  });
  const place = ({ language, format }: { language: string; format: FileFormat }) =>
    languages.indexOf(language) * fileFormats.length + fileFormats.indexOf(format);
  return known.toSorted((one, other) => place(one) - place(other));
}

/** An edition as it is listed: its place, state as shown, files and the moves that it can make now. */
export type ListedEdition = Awaited<ReturnType<typeof listAllEditions>>[number];

/** The editions that this person may see, newest first: the team all of them, readers those that were released. */
export async function listEditions(db: Db, user: Viewer, assessment: AssessmentRow): Promise<ListedEdition[]> {
  return readableOf(user, assessment, await listAllEditions(db, assessment.id));
}

/** Those of the editions of an assessment that this person may see. */
export function readableOf(user: Viewer, { id: assessmentId }: { id: string }, all: readonly ListedEdition[]): ListedEdition[] {
  return all.filter((row) => can(user, "edition.read", { assessmentId, released: isReleased(row) }));
}

/** Says whether readers outside the team see it. */
export function isReleased({ state }: Pick<PlacedEdition, "state">): boolean {
  return shownEditionStates.includes(state);
}

/** The edition of a number in an address (the released one, else the newest draft), or a given draft of it; null when there is none. */
export async function findEditionIfAny(
  db: Db,
  assessment: { id: string },
  number: string | undefined,
  draft?: string | null,
): Promise<ListedEdition | null> {
  return editionAt(await listAllEditions(db, assessment.id), number, draft);
}

/** Which of the editions of an assessment, newest first, an address names; null when it names none. */
export function editionAt(all: readonly ListedEdition[], number: string | undefined, draft?: string | null): ListedEdition | null {
  const wanted = wholeNumber(number);
  const rows = all.filter((row) => row.number === wanted);
  if (draft === undefined || draft === null) return rows.find(isReleased) ?? rows[0] ?? null;
  const wantedDraft = wholeNumber(draft);
  return rows.find((row) => row.draft === wantedDraft) ?? null;
}

/** The newest edition that was released, which readers open on; null when there is none. */
async function findNewestReleasedIfAny(db: Db, assessmentId: string): Promise<{ number: number } | null> {
  return db.edition.findFirst({
    where: { assessmentId, state: { in: [...shownEditionStates] } },
    select: { number: true },
    orderBy: { number: "desc" },
  });
}

/** Where readers begin: on the newest released edition, or in the reading room when there is none. */
export async function findFirstReadersPage(db: Db, { id, slug }: { id: string; slug: string }): Promise<string> {
  const newest = await findNewestReleasedIfAny(db, id);
  return newest ? `/assessments/${slug}/editions/${newest.number}/read` : `/assessments/${slug}/reading`;
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,5}$/u.test(text) ? Number(text) : null;
}

function listOf(stored: string): string[] {
  const parsed: unknown = JSON.parse(stored);
  return Array.isArray(parsed) ? parsed.filter((each) => typeof each === "string") : [];
}

/** The manifest of an edition. */
export async function readManifest(db: Db, id: string): Promise<Manifest> {
  const { manifest } = await db.edition.findUniqueOrThrow({ where: { id }, select: { manifest: true } });
  return Manifest.parse(JSON.parse(manifest));
}

/** What a document compiled now would hold and lack, for the checklist. Read it in a snapshot. */
export async function readChecklist(db: Db, assessment: AssessmentRow, language: Language, at: Date) {
  const protocol = await protocolOf(assessment);
  const placed = await db.edition.findMany({ where: { assessmentId: assessment.id }, select: { number: true, draft: true, state: true } });
  const next = nextDraft(placed.map((row) => ({ ...row, state: EditionState.parse(row.state) })));
  const { content } = await readContent(db, { assessment, protocol }, { ...next, purpose: "concept", at });
  const { small } = await listDocumentInterviewees(db, protocol, assessment.id);
  const leftOut = await listLeftOutKeys(db, { assessment, protocol, content });
  const groups = problemsByKind(
    problemsOf(content, assessment.languages, leftOut, await readFiguresNow(db, { assessment, protocol, content })),
  ).map(({ kind, weight, problems }) => ({
    kind,
    weight,
    count: problems.length,
    first: problems.slice(0, 6),
  }));
  const named = new Set(groups.flatMap(({ first }) => first.map(({ sectionCode }) => sectionCode)));
  const sections = content.sections.flatMap(({ code, number, annex, heading }) =>
    named.has(code) ? [{ code, number: annex ? null : number, heading: textIn(heading, language, assessment.languages) }] : [],
  );
  return { next, groups, sections, counts: countsOf(content), small: small.length };
}

/** What the figures in the texts of a document are now, as a text of a language says it. */
async function readFiguresNow(
  db: Db,
  { content, ...study }: { assessment: AssessmentRow; protocol: Protocol; content: EditionContent },
): Promise<FigureNow> {
  const values = await readFigureValues(db, study, figureKeysIn(textsOf(content)));
  return (of, language) => {
    const value = values.get(of);
    return value ? figureText(value, language) : null;
  };
}

/** The keys of what a document cites although the screening left its source out: for whoever makes it, not for its readers. */
async function listLeftOutKeys(
  db: Db,
  { assessment, protocol, content }: { assessment: AssessmentRow; protocol: Protocol; content: EditionContent },
): Promise<Set<string>> {
  const ids = content.evidence.flatMap(({ kind, id }) => (kind === "excerpt" ? [id] : []));
  const excerpts = await db.excerpt.findMany({ where: { id: { in: ids } }, select: { id: true, sourceId: true } });
  const left = await listLeftOut(db, assessment.id, protocol, [...new Set(excerpts.map(({ sourceId }) => sourceId))]);
  return new Set(excerpts.flatMap(({ id, sourceId }) => (left.has(sourceId) ? [keyOf({ kind: "excerpt", id })] : [])));
}

/** Who would read an edition once it is released. */
export async function listReaders(db: Db, assessmentId: string): Promise<string[]> {
  const members = await db.member.findMany({
    where: { assessmentId, role: "commissioner", removedAt: null },
    select: { user: { select: { name: true } } },
    orderBy: { addedAt: "asc" },
  });
  return members.map(({ user }) => user.name);
}
