import { textIn } from "~/domain/local-text";
import { can } from "~/domain/permissions";
import { returnedItemMove, waitingItemStates } from "~/domain/moves/returned-item";
import { numberSections } from "~/domain/sections/numbering";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { listSectionRows } from "~/platform/evidence-graph.server";
import { readingOf } from "~/platform/evidence-view.server";
import { authorize, type Viewer } from "~/platform/guard.server";
import { namesOfUsers } from "~/platform/names-of-users.server";
import { refuse } from "~/platform/refusal.server";
import { readAssigned, sectionPeople } from "~/platform/section-standing.server";
import { readFits } from "./fit-of-suggestions.server";
import { itemOf, type FoundItem } from "./find-returned.server";

/** The returned files of a study, newest first. */
export async function loadReturnedFiles(db: Db, user: Viewer, assessment: AssessmentRow) {
  authorize(user, "returned-file.read", assessment);
  const rows = await db.returnedFile.findMany({ where: { assessmentId: assessment.id }, orderBy: { number: "desc" } });
  const [editions, open] = await Promise.all([
    listEditionNumbers(db, assessment.id),
    db.returnedItem.groupBy({
      by: ["fileId"],
      where: { assessmentId: assessment.id, state: { in: [...waitingItemStates] } },
      _count: { _all: true },
    }),
  ]);
  return {
    path: `/assessments/${assessment.slug}/editions`,
    mayTake: can(user, "returned-file.take", assessment),
    files: rows.map(({ id, number, fileName, editionId, at }) => ({
      ...{ number, fileName, at },
      edition: editions.get(editionId) ?? { number: 0, draft: 0 },
      open: open.find(({ fileId }) => fileId === id)?._count._all ?? 0,
    })),
  };
}

/** Those. */
export type ReturnedFilesView = Awaited<ReturnType<typeof loadReturnedFiles>>;

async function listEditionNumbers(db: Db, assessmentId: string): Promise<Map<string, { number: number; draft: number }>> {
  const rows = await db.edition.findMany({ where: { assessmentId }, select: { id: true, number: true, draft: true } });
  return new Map(rows.map(({ id, ...named }) => [id, named]));
}

/** The page of a returned file: what it holds by section, what this person may take over of it, and what was made of the rest. */
export async function loadReturned(db: Db, user: Viewer, assessment: AssessmentRow, n: string | undefined) {
  authorize(user, "returned-file.read", assessment);
  const number = /^[1-9]\d{0,5}$/u.test(n ?? "") ? Number(n) : 0;
  const file = await db.returnedFile.findUnique({ where: { assessmentId_number: { assessmentId: assessment.id, number } } });
  if (!file) throw refuse("not-found");
  const items = (await db.returnedItem.findMany({ where: { fileId: file.id }, orderBy: { number: "asc" } })).map(itemOf);
  const [editions, names, sections, blocks, records] = await Promise.all([
    listEditionNumbers(db, assessment.id),
    namesOfUsers(db, [file.byId, ...items.flatMap(({ settledById }) => settledById ?? [])]),
    readSections(db, user, assessment),
    readBlocks(db, items),
    readRecords(db, items),
  ]);
  const fits = await readFits(db, items, { blocks, sections });
  const shown = items.map((item) => itemShown(item, { sections, blocks, records, names, fits }));
  return {
    path: `/assessments/${assessment.slug}/editions`,
    base: `/assessments/${assessment.slug}`,
    mayTake: can(user, "returned-file.take", assessment),
    file: {
      id: file.id,
      number,
      version: file.version,
      fileName: file.fileName,
      language: file.language,
      at: file.at,
      by: names.get(file.byId) ?? "",
    },
    edition: editions.get(file.editionId) ?? { number: 0, draft: 0 },
    open: items.filter(({ state }) => waitingItemStates.includes(state)).length,
    counts: { comments: countOf(items, "comment"), suggestions: countOf(items, "suggestion"), remarks: countOf(items, "remark") },
    groups: sections.flatMap(({ id, code, label }) => {
      const own = shown.filter((item) => item.kind !== "remark" && item.sectionId === id);
      return own.length > 0 ? [{ code, label, items: own }] : [];
    }),
    remarks: shown.filter(({ kind }) => kind === "remark"),
    sections: sections.map(({ code, label }) => ({ value: code, label })),
  };
}

/** That page. */
export type ReturnedView = Awaited<ReturnType<typeof loadReturned>>;
/** A thing that a returned file holds, as its page shows it. */
export type ShownItem = ReturnedView["remarks"][number];

const countOf = (items: readonly FoundItem[], kind: FoundItem["kind"]) => items.filter((item) => item.kind === kind).length;

/** The sections in their order, each with whether this person may suggest there. */
async function readSections(db: Db, user: Viewer, assessment: AssessmentRow) {
  const rows = await listSectionRows(db, assessment.id);
  const assigned = await readAssigned(db, assessment.id, rows);
  const { language, fallback } = readingOf(user.language, assessment);
  return numberSections(rows).flatMap(({ section, number }) => {
    const people = assigned.get(section.id);
    if (!people) return [];
    const heading = textIn(section.heading, section.language ?? language, fallback);
    return [
      {
        ...{ id: section.id, code: section.code },
        label: [number, heading].filter(Boolean).join(" "),
        maySuggest: can(user, "suggestion.make", sectionPeople(assessment.id, people, [])),
      },
    ];
  });
}

async function readBlocks(db: Db, items: readonly FoundItem[]) {
  const ids = [...new Set(items.flatMap(({ blockId }) => blockId ?? []))];
  const rows = await db.block.findMany({
    where: { id: { in: ids } },
    select: { id: true, language: true, version: true, document: true, statement: { select: { code: true } } },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** What was made of each item that was taken over: the first comment or the suggestion, by its number in its section. */
async function readRecords(db: Db, items: readonly FoundItem[]) {
  const where = { itemId: { in: items.filter(({ state }) => state === "taken").map(({ id }) => id) } };
  const made = await db.outsideAuthor.findMany({ where, select: { itemId: true, recordId: true } });
  const ids = made.map(({ recordId }) => recordId);
  const [comments, suggestions] = await Promise.all([
    db.comment.findMany({ where: { id: { in: ids }, threadId: null }, select: { id: true, number: true, sectionId: true } }),
    db.suggestion.findMany({ where: { id: { in: ids } }, select: { id: true, number: true, sectionId: true } }),
  ]);
  const found = [
    ...comments.map((one) => ({ ...one, kind: "comment" as const })),
    ...suggestions.map((one) => ({ ...one, kind: "suggestion" as const })),
  ];
  return new Map(found.map(({ id, ...record }) => [made.find(({ recordId }) => recordId === id)?.itemId ?? "", record] as const));
}

interface Known {
  sections: Awaited<ReturnType<typeof readSections>>;
  blocks: Awaited<ReturnType<typeof readBlocks>>;
  records: Awaited<ReturnType<typeof readRecords>>;
  names: ReadonlyMap<string, string>;
  fits: Awaited<ReturnType<typeof readFits>>;
}

function itemShown(item: FoundItem, { sections, blocks, records, names, fits }: Known) {
  const { number, kind, sectionId, how, why, author, state, body, settledAt, settledById } = item;
  const section = sections.find(({ id }) => id === sectionId);
  const block = blocks.get(item.blockId ?? "");
  const record = records.get(item.id);
  const home = sections.find(({ id }) => id === record?.sectionId);
  const fit = fits.get(item.id);
  const { text, quote, answers, resolved, before, after, at, language } = body;
  const since = block !== undefined && body.language === block.language && body.version !== block.version;
  return {
    ...{ number, kind, sectionId, how, why, author, state, text, quote, answers, resolved, before, after, at, language },
    section: section?.code ?? "",
    /** The code of its statement, "" of running text; null of the section as a whole. */
    on: block ? (block.statement?.code ?? "") : null,
    since,
    /** It was edited in other places than these words, as far as that was looked for: of a suggestion that isn't dealt with. */
    elsewhere: since && fit !== undefined && !fit.collides,
    /** The same words were edited since: a writer could not accept it as it is. */
    collides: fit?.collides ?? false,
    /** The suggestions that are open on the same text, each with how it goes with this one. */
    others: fit?.others ?? [],
    takes: returnedItemMove(item, "take") !== undefined && (kind !== "suggestion" || section?.maySuggest === true),
    leaves: returnedItemMove(item, "leave") !== undefined,
    settles: returnedItemMove(item, "place") !== undefined,
    ownSection: kind === "suggestion" && waitingItemStates.includes(state) && section?.maySuggest === false,
    settled: settledAt && { at: settledAt, by: names.get(settledById ?? "") ?? "" },
    record: record && home ? { kind: record.kind, section: home.code, number: record.number } : null,
  };
}
