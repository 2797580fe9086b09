import { z } from "zod";
import { dayAt } from "~/domain/day";
import { groupBy } from "~/domain/evidence/graph";
import { isUnsupported } from "~/domain/evidence/gaps";
import { interviewGuide } from "~/domain/interviews/guide";
import { differingCells } from "~/domain/judgements/cells";
import { levelFromStored } from "~/domain/judgements/value";
import { LocalText } from "~/domain/local-text-schema";
import { EditionState, shownEditionStates } from "~/domain/moves/edition";
import { answerStates, interviewStates, writableInterviewStates } from "~/domain/moves/interview";
import { isLate, roundMoves, roundStateOf } from "~/domain/moves/round";
import { reviewedSectionStates } from "~/domain/moves/section";
import { moveFrom } from "~/domain/moves/table";
import { nodesInOrder } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { numberSections } from "~/domain/sections/numbering";
import { reviewersLacking } from "~/domain/sections/sign-off";
import type { StudyWork, WorkEdition, WorkFramework, WorkInterview, WorkRound, WorkSection } from "~/domain/work/study-work";
import { listAskedDrafts } from "./asked-drafts.server";
import { listActiveMembers } from "./active-members.server";
import { protocolOf, type AssessmentRow } from "./assessment.server";
import { judgementsSeenBy } from "./blind.server";
import type { Db } from "./db.server";
import { readKeptDocument } from "./kept-document.server";
import { readCorrections, readWithdrawnCited } from "./fact-check-work.server";
import { keepUntilChange } from "./keep-until-change.server";
import { listMissingConsents } from "./missing-consents.server";
import { listNotices } from "./notices.server";
import { readScreeningWork } from "./screening-work.server";
import { readAuthors } from "./section-authors.server";
import { readKeptStandings } from "./kept-standings.server";
import type { Standing } from "./section-standing.server";
import { readTalk } from "./talk-work.server";
import { listWaiting } from "./waiting-raters.server";

type Assessment = Omit<AssessmentRow, "role">;

const kept = keepUntilChange<Omit<StudyWork, "asked">>(40);

/**
 * What is to be done in a study at a moment, for whomever; kept in memory until the next change in it, the next day, or until an account is
 * closed or opened again, since a study may wait for who had it. What came of drafts is read each time.
 */
export async function readStudyWork(db: Db, assessment: Assessment, at = new Date()): Promise<StudyWork> {
  const accounts = await db.user.count({ where: { deactivatedAt: null } });
  const study = await kept(db, assessment.id, () => load(db, assessment, at), `${dayAt(at)} ${accounts}`);
  return { ...study, asked: await listAskedDrafts(db, assessment.id) };
}

async function load(db: Db, assessment: Assessment, at: Date): Promise<Omit<StudyWork, "asked">> {
  const { id, slug, title, languages, endsOn, frozenAt } = assessment;
  const protocol = await protocolOf(assessment);
  const [sections, interviews, rounds, frameworks, sources, editions, corrections, withdrawn, notices, screening, talk, started] =
    await Promise.all([
      readSections(db, assessment, protocol, dayAt(at)),
      readInterviews(db, id, protocol),
      readRounds(db, id, dayAt(at)),
      readFrameworks(db, id, protocol),
      db.source.groupBy({ by: ["reading"], where: { assessmentId: id, archivedAt: null }, _count: { _all: true } }),
      readEditions(db, id),
      readCorrections(db, id, at),
      readWithdrawnCited(db, id),
      listNotices(db, id, { open: true }),
      readScreeningWork(db, id, protocol),
      readTalk(db, id),
      db.assessment.findUniqueOrThrow({ where: { id }, select: { createdAt: true } }),
    ]);
  const total = sources.reduce((sum, { _count }) => sum + _count._all, 0);
  const read = sources.find(({ reading }) => reading === "read")?._count._all ?? 0;
  return {
    slug,
    title,
    languages,
    endsOn,
    startedAt: started.createdAt,
    frozen: frozenAt !== null,
    sections,
    interviews,
    rounds,
    frameworks,
    sources: { total, read },
    editions,
    corrections,
    withdrawn,
    notices: notices.map(({ edition, at }) => ({ edition: edition.number, since: at })),
    screening,
    talk,
  };
}

async function readSections(db: Db, assessment: Assessment, protocol: Protocol, today: string): Promise<WorkSection[]> {
  const document = await readKeptDocument(db, assessment.id);
  const standings = await readKeptStandings(db, { assessment, protocol });
  const judged = document.sections.filter(({ id }) => isJudged(standings.get(id))).map(({ id }) => id);
  const [authors, active, due, vacant] = await Promise.all([
    readAuthors(db, assessment.id, document, judged),
    listActiveMembers(db, assessment.id, today, "section.sign-off"),
    readReviewsDue(db, assessment.id),
    readVacancies(db, assessment.id),
  ]);
  const activeIds = active.map(({ id }) => id);
  const statements = groupBy([...document.graph.statements.values()], ({ sectionId }) => sectionId);
  return numberSections(document.sections).flatMap(({ section, depth, number, annex }) => {
    const standing = standings.get(section.id);
    if (!standing) return [];
    const own = statements.get(section.id) ?? [];
    const counting = standing.signOffs.filter(({ endedAt }) => endedAt === null);
    const { id, code, heading, state, dueOn } = section;
    const signedByIds = counting.filter(({ holds }) => holds).map(({ byId }) => byId);
    const authorIds = authors.get(id) ?? [];
    const { writerIds, reviewerIds } = standing.people;
    return {
      id,
      code,
      number,
      annex,
      depth,
      heading,
      state,
      dueOn,
      status: standing.status,
      reviewDueOn: due.get(id) ?? null,
      writerIds,
      reviewerIds,
      authorIds,
      signedByIds,
      missing: standing.missing,
      lacking: isJudged(standing)
        ? reviewersLacking(protocol.rules.signOff, reviewerIds, { authorIds, activeIds, validSignerIds: signedByIds })
        : 0,
      vacantSince: standing.complete ? null : (vacant.get(id) ?? null),
      lapsedByIds: counting.filter(({ holds }) => !holds).map(({ byId }) => byId),
      needsSignOff: standing.needsSignOff,
      complete: standing.complete,
      statements: own.length,
      unsupported: own.filter((statement) => isUnsupported(document.graph, statement)).map((statement) => statement.code),
      since: section.stateAt,
    };
  });
}

/** Whether somebody may be asked to sign a section off now, so that it matters who wrote it. */
const isJudged = (standing: Standing | undefined) =>
  standing !== undefined && (reviewedSectionStates.includes(standing.state) || standing.stale);

/** The day by which reviewers of a section are asked to decide, of the rounds that are open. */
async function readReviewsDue(db: Db, assessmentId: string): Promise<Map<string, string | null>> {
  const rounds = await db.reviewRound.findMany({ where: { assessmentId, closedAt: null }, select: { sectionId: true, dueOn: true } });
  return new Map(rounds.map(({ sectionId, dueOn }) => [sectionId, dueOn]));
}

/** Since when a section waits for somebody in place of a reviewer who stepped back. */
async function readVacancies(db: Db, assessmentId: string): Promise<Map<string, Date>> {
  const where = { assessmentId, endedAt: null, replacedById: null };
  const rows = await db.stepBack.findMany({ where, select: { sectionId: true, at: true }, orderBy: { at: "desc" } });
  return new Map(rows.map(({ sectionId, at }) => [sectionId, at]));
}

const State = z.enum(interviewStates);
const Answered = z.enum(answerStates);

async function readInterviews(db: Db, assessmentId: string, protocol: Protocol): Promise<WorkInterview[]> {
  const rows = await db.interview.findMany({
    where: { assessmentId, archivedAt: null },
    select: {
      id: true,
      code: true,
      state: true,
      plannedOn: true,
      heldOn: true,
      createdAt: true,
      interviewers: { select: { userId: true } },
      participants: { select: { interviewee: { select: { kind: true } } } },
    },
    orderBy: { number: "asc" },
  });
  const writable = rows.filter(({ state }) => writableInterviewStates.includes(State.parse(state))).map(({ id }) => id);
  const answers = await db.interviewAnswer.findMany({
    where: { assessmentId, interviewId: { in: writable }, archivedAt: null },
    select: { interviewId: true, question: true, part: true, state: true, reason: true, value: true, language: true },
  });
  const unconsented = await listMissingConsents(
    db,
    rows.map(({ id }) => id),
  );
  const given = groupBy(answers, ({ interviewId }) => interviewId);
  return rows.map(({ id, code, state, plannedOn, heldOn, createdAt, interviewers, participants }) => {
    // The words of an answer are not read: no condition of a guide looks at more of them than that they are there.
    const recorded = (given.get(id) ?? []).map((answer) => ({
      ...answer,
      state: Answered.parse(answer.state),
      value: answer.value === null ? null : (JSON.parse(answer.value) as unknown),
      record: "…",
    }));
    const guide = writable.includes(id)
      ? interviewGuide(
          protocol,
          participants.map(({ interviewee }) => interviewee.kind),
          recorded,
        )
      : { asked: 0, done: 0 };
    return {
      code,
      state: State.parse(state),
      plannedOn,
      heldOn,
      interviewerIds: interviewers.map(({ userId }) => userId),
      open: guide.asked - guide.done,
      unconsented: unconsented.get(id)?.length ?? 0,
      since: createdAt,
    };
  });
}

/** Who has sent, and in open rounds how many cells differ; nothing of what was given in a round that is blind. */
async function readRounds(db: Db, assessmentId: string, today: string): Promise<WorkRound[]> {
  const rows = await db.round.findMany({
    where: { assessmentId, OR: [{ closedAt: null }, { openedAt: { not: null } }] },
    select: {
      id: true,
      number: true,
      title: true,
      subjectKind: true,
      openedAt: true,
      closedAt: true,
      createdAt: true,
      dueOn: true,
      raters: { where: { replacedAt: null }, select: { userId: true, sentAt: true } },
    },
    orderBy: { number: "asc" },
  });
  const open = rows.filter((row) => moveFrom(roundMoves, roundStateOf(row), "reconcile") && row.raters.length > 1).map(({ id }) => id);
  const judgements = await db.judgement.findMany({
    where: { roundId: { in: open }, ...judgementsSeenBy(null) },
    select: { roundId: true, subjectId: true, criterion: true, rater: true, level: true, without: true, agreed: true },
  });
  const cells = groupBy(
    judgements.map((row) => ({ ...row, level: levelFromStored(row.level) })),
    ({ roundId }) => roundId,
  );
  const waiting = await listWaiting(db, assessmentId, rows);
  return rows.map((row) => ({
    number: row.number,
    title: LocalText.parse(JSON.parse(row.title)),
    state: roundStateOf(row),
    subjectKind: row.subjectKind,
    since: row.openedAt ?? row.createdAt,
    raterIds: row.raters.map(({ userId }) => userId),
    sentIds: row.raters.filter(({ sentAt }) => sentAt !== null).map(({ userId }) => userId),
    differing: differingCells(cells.get(row.id) ?? []).length,
    dueOn: row.dueOn,
    late: isLate({ state: roundStateOf(row), dueOn: row.dueOn }, today),
    gone: (waiting.get(row.id) ?? []).flatMap(({ name, gone }) => (gone ? [name] : [])),
  }));
}

async function readFrameworks(db: Db, assessmentId: string, protocol: Protocol): Promise<WorkFramework[]> {
  const rows = await db.alignment.findMany({
    where: { assessmentId, OR: [{ level: { not: null } }, { without: { not: null } }] },
    select: { framework: true, node: true },
  });
  const judged = new Set(rows.map(({ framework, node }) => `${framework}/${node}`));
  return (protocol.frameworks ?? []).map((framework) => {
    const nodes = nodesInOrder(framework).filter(({ node }) => node.kind !== "group");
    const left = nodes.filter(({ node }) => !judged.has(`${framework.id}/${node.id}`));
    return {
      id: framework.id,
      title: framework.title,
      nodes: nodes.length,
      judged: nodes.length - left.length,
      next: left[0]?.node.id ?? null,
    };
  });
}

async function readEditions(db: Db, assessmentId: string): Promise<WorkEdition[]> {
  const rows = await db.edition.findMany({
    where: { assessmentId },
    select: { number: true, draft: true, state: true, compiledAt: true, releasedAt: true },
    orderBy: [{ number: "desc" }, { draft: "desc" }],
  });
  return rows.map(({ number, draft, state, compiledAt, releasedAt }) => ({
    number,
    draft,
    released: shownEditionStates.includes(EditionState.parse(state)),
    at: releasedAt ?? compiledAt,
  }));
}
