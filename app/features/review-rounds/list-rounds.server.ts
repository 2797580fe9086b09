import { z } from "zod";
import { roundOutcomeIfAny } from "~/domain/moves/review-round";
import { requireSectionState, reviewedSectionStates } from "~/domain/moves/section";
import { can } from "~/domain/permissions";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { namesOfUsers } from "~/platform/names-of-users.server";

/** A section and who looks at it. */
export interface SectionPlace {
  id: string;
  assessmentId: string;
}

/** The rounds of review of a section and the step-backs from it. */
export async function loadRounds(db: Db, viewer: Viewer, section: SectionPlace) {
  const [rounds, stepBacks] = await Promise.all([listRounds(db, section), listStepBacks(db, viewer, section)]);
  return { rounds, stepBacks };
}

const Moved = z.object({ state: z.string(), stateReason: z.string().nullable(), stateAt: z.string().nullable() });

/** The rounds of review of a section, newest first: who sent it, when, by when, how it ended and why, and which versions were sent and signed. */
async function listRounds(db: Db, section: SectionPlace) {
  const where = { sectionId: section.id, assessmentId: section.assessmentId };
  const [rounds, versions, signOffs] = await Promise.all([
    db.reviewRound.findMany({ where, orderBy: { number: "desc" } }),
    readSectionVersions(db, section),
    db.signOff.findMany({ where, select: { at: true, byId: true, sectionChanges: true }, orderBy: [{ at: "asc" }, { id: "asc" }] }),
  ]);
  const roundsOfSignOffs = await listRoundsOfSignOffs(db, section, versions);
  const ends = new Map(versions.map(({ at, byId, reason }) => [at.getTime(), { byId, reason }]));
  const ids = [...rounds.map(({ openedById }) => openedById), ...[...ends.values()].map(({ byId }) => byId)];
  const names = await namesOfUsers(db, [...ids, ...signOffs.map(({ byId }) => byId)]);
  const name = (id: string | undefined) => (id === undefined ? null : (names.get(id) ?? null));
  return rounds.map((round) => {
    const end = round.closedAt ? ends.get(round.closedAt.getTime()) : undefined;
    const within = signOffs.flatMap((signOff, at) =>
      roundsOfSignOffs[at] === round.number ? [{ ordinal: at + 1, by: name(signOff.byId), version: signOff.sectionChanges }] : [],
    );
    return {
      number: round.number,
      openedAt: round.openedAt,
      openedBy: name(round.openedById),
      dueOn: round.dueOn,
      note: round.note,
      sent: round.sectionChanges,
      closedAt: round.closedAt,
      closedBy: name(end?.byId),
      outcome: roundOutcomeIfAny(round.outcome),
      reason: end?.reason ?? null,
      signOffs: within,
    };
  });
}

/** The versions that were kept of a section: how it stood in each, and why. */
async function readSectionVersions(db: Db, section: SectionPlace) {
  const rows = await db.version.findMany({
    where: { kind: "section", recordId: section.id },
    select: { number: true, at: true, byId: true, body: true },
  });
  return rows.map(({ body, ...row }) => {
    const { state, stateReason } = Moved.parse(JSON.parse(body));
    return { ...row, state: requireSectionState(state), reason: stateReason };
  });
}

type SectionVersion = Awaited<ReturnType<typeof readSectionVersions>>[number];

const tellingActions = ["section.send-to-review", "section.sign-off", "section.ask-changes", "section.recall"];

/** The number of the round in which each sign-off was given, null after it ended; in the order of the trail, whatever the clock said. */
async function listRoundsOfSignOffs(db: Db, section: SectionPlace, versions: readonly SectionVersion[]): Promise<(number | null)[]> {
  const events = await db.event.findMany({
    where: { chain: section.assessmentId, subjectType: "section", subjectId: section.id, action: { in: tellingActions } },
    select: { action: true, subjectVersion: true },
    orderBy: { seq: "asc" },
  });
  const stateAt = new Map(versions.map(({ number, state }) => [number, state]));
  const found: (number | null)[] = [];
  let opened = 0;
  let open = false;
  for (const { action, subjectVersion } of events) {
    if (action === "section.sign-off") found.push(open ? opened : null);
    const state = stateAt.get(subjectVersion);
    if (action === "section.send-to-review") opened += 1;
    open = state !== undefined && reviewedSectionStates.includes(state);
  }
  return found;
}

/** A round of review as its section lists it. */
export type RoundView = Awaited<ReturnType<typeof listRounds>>[number];

/** The step-backs from a section, newest first. Why, only the lead reads, and she whom it is about. */
export async function listStepBacks(db: Db, viewer: Viewer, section: SectionPlace) {
  const rows = await db.stepBack.findMany({
    where: { sectionId: section.id, assessmentId: section.assessmentId },
    omit: { reason: true, endedReason: true },
    orderBy: { at: "desc" },
  });
  const isLead = can(viewer, "section.replace-reviewer", section);
  const readable = rows.filter(({ userId }) => isLead || userId === viewer.id).map(({ id }) => id);
  const reasons = await db.stepBack.findMany({ where: { id: { in: readable } }, select: { id: true, reason: true, endedReason: true } });
  const names = await namesOfUsers(
    db,
    rows.flatMap(({ userId, replacedById }) => [userId, ...(replacedById === null ? [] : [replacedById])]),
  );
  return rows.map(({ id, userId, at, replacedById, endedAt, version }) => {
    const read = reasons.find((one) => one.id === id);
    return {
      id,
      version,
      at,
      mine: userId === viewer.id,
      by: names.get(userId) ?? "",
      replacedBy: replacedById === null ? null : (names.get(replacedById) ?? ""),
      endedAt,
      reason: read?.reason ?? null,
      endedReason: read?.endedReason ?? null,
    };
  });
}

/** A step-back as its page lists it. */
export type StepBackView = Awaited<ReturnType<typeof listStepBacks>>[number];
