import { z } from "zod";
import { textIn } from "~/domain/local-text";
import { numberSections } from "~/domain/sections/numbering";
import type { AssessmentRow } from "~/platform/assessment.server";
import { mentionsOf, visibleTo } from "~/platform/comments.server";
import type { Db } from "~/platform/db.server";
import { listSectionRows } from "~/platform/evidence-graph.server";
import { readingOf } from "~/platform/evidence-view.server";
import type { Viewer } from "~/platform/guard.server";
import { namesOfUsers } from "~/platform/names-of-users.server";
import { listOutsideAuthors } from "~/platform/outside-authors.server";
import { readAssigned } from "~/platform/section-standing.server";
import { addressOf } from "./comment-view";

/** How many comments stand on one page of the list. */
const onePage = 25;

/** Why a comment concerns somebody. */
const concerns = ["mine", "mentions", "writing", "reviewing"] as const;

const Ask = z.object({
  which: z.enum(["", ...concerns]).catch(""),
  state: z.enum(["unresolved", "resolved", "all"]).catch("unresolved"),
  section: z.string().catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** What the list of comments is asked for, of the query of its address. */
export type CommentsAsk = z.output<typeof Ask>;

/** Reads what the list is asked for; what it doesn't know is as if it were not there. */
export function commentsAsk(query: URLSearchParams): CommentsAsk {
  return Ask.parse(Object.fromEntries(["which", "state", "section", "page"].map((name) => [name, query.get(name) ?? undefined])));
}

/** The points of a study that concern somebody, newest first: hers, those that mention her, and those on sections that she writes or reviews. */
export async function listMyComments(db: Db, user: Viewer, assessment: AssessmentRow, ask: CommentsAsk) {
  const sections = await listSectionRows(db, assessment.id);
  const [assigned, rows] = await Promise.all([
    readAssigned(db, assessment.id, sections),
    db.comment.findMany({
      where: { assessmentId: assessment.id, archivedAt: null, ...visibleTo(user.id) },
      select: { ...columns },
      orderBy: [{ at: "desc" }, { id: "desc" }],
    }),
  ]);
  const places = placesOf(sections, readingOf(user.language, assessment));
  const answers = rows.filter(({ threadId }) => threadId !== null);
  const points = rows.flatMap((row) => {
    const place = places.get(row.sectionId);
    if (row.threadId !== null || !place) return [];
    const own = answers.filter(({ threadId }) => threadId === row.id);
    const people = assigned.get(row.sectionId);
    const because = concerns.filter((one) => isConcerned(one, { user, thread: [row, ...own], people }));
    return because.length === 0 ? [] : [{ row, place, because, answers: own.length, last: own[0]?.at ?? row.at }];
  });
  const shown = points.filter(
    ({ row, place, because }) =>
      (ask.which === "" || because.includes(ask.which)) &&
      (ask.section === "" || place.code === ask.section) &&
      (ask.state === "all" || (ask.state === "resolved") === (row.resolvedAt !== null)),
  );
  const from = (ask.page - 1) * onePage;
  const onThisPage = shown.slice(from, from + onePage);
  const rowsShown = onThisPage.map(({ row }) => row);
  const [names, outside] = await Promise.all([
    namesOfUsers(
      db,
      rowsShown.map(({ byId }) => byId),
    ),
    listOutsideAuthors(db, "comment", rowsShown),
  ]);
  return {
    total: points.length,
    found: shown.length,
    from: Math.min(from + 1, shown.length),
    sections: [...new Map(points.map(({ place }) => [place.code, place])).values()],
    comments: onThisPage.map(({ row, place, because, answers: count, last }) => ({
      at: addressOf(row.number),
      section: place,
      by: names.get(row.byId) ?? "",
      outside: outside.get(row.id) ?? null,
      moment: last,
      passage: row.passage,
      text: row.text,
      answers: count,
      because,
      draft: row.sentAt === null,
      resolved: row.resolvedAt !== null,
    })),
  };
}

function placesOf(sections: Awaited<ReturnType<typeof listSectionRows>>, { language, fallback }: ReturnType<typeof readingOf>) {
  return new Map(
    numberSections(sections).map(({ section: { id, code, heading, language: own }, number }) => {
      const title = [number, textIn(heading, own ?? language, fallback)].filter(Boolean).join(" ");
      return [id, { code, title }] as const;
    }),
  );
}

const columns = {
  id: true,
  sectionId: true,
  number: true,
  threadId: true,
  passage: true,
  text: true,
  mentions: true,
  sentAt: true,
  resolvedAt: true,
  byId: true,
  at: true,
} as const;

interface Concerned {
  user: { id: string };
  thread: readonly { byId: string; mentions: string }[];
  people: { writerIds: readonly string[]; reviewerIds: readonly string[] } | undefined;
}

function isConcerned(why: (typeof concerns)[number], { user, thread, people }: Concerned): boolean {
  switch (why) {
    case "mine":
      return thread.some(({ byId }) => byId === user.id);
    case "mentions":
      return thread.some(({ mentions }) => mentionsOf(mentions).includes(user.id));
    case "writing":
      return people?.writerIds.includes(user.id) ?? false;
    case "reviewing":
      return people?.reviewerIds.includes(user.id) ?? false;
  }
}

/** The list of comments as its page shows it. */
export type MyComments = Awaited<ReturnType<typeof listMyComments>>;
