import { can } from "~/domain/permissions";
import { nodeKey } from "~/domain/evidence/kinds";
import { reviewersLacking, signOffTally, type StaleCause } from "~/domain/sections/sign-off";
import { listActiveMembers } from "~/platform/active-members.server";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { namesOfUsers } from "~/platform/names-of-users.server";
import { findSectionStudy, type SectionStudy } from "./section-study.server";
import { readSectionBody, sectionHead } from "./section-view.server";

/** What the page of a section shows: its text with grounds, who signed it, and what this person can do next. */
export async function loadSection(db: Db, user: Viewer, assessment: AssessmentRow, code: string | undefined, today: string) {
  const study = await findSectionStudy(db, user, assessment, code);
  const { standing } = study;
  const people = [
    ...standing.people.writerIds,
    ...standing.people.reviewerIds,
    ...standing.signOffs.map(({ byId }) => byId),
    ...(study.section.stateById ? [study.section.stateById] : []),
  ];
  const [names, body, tally, members] = await Promise.all([
    namesOfUsers(db, people),
    readSectionBody(db, study),
    readTally(db, study, today),
    can(user, "section.assign", assessment) ? listMembers(db, study, today) : null,
  ]);
  return {
    id: study.section.id,
    head: sectionHead(study, names),
    ...body,
    reading: study.reading,
    state: stateView(study, names),
    moves: study.moves.map(({ name, hindrance }) => ({ name, hindrance })),
    signOffs: signOffViews(study, names),
    tally,
    ownWork: isOwnWork(study),
    assign: members && { members, writers: ownPeople(study, "write"), reviewers: ownPeople(study, "review") },
  };
}

/** Why the section is in its state, and by whom. */
export function stateView({ section }: SectionStudy, names: ReadonlyMap<string, string>) {
  const { stateReason: reason, stateById, stateAt: at } = section;
  return { reason, by: stateById === null ? null : (names.get(stateById) ?? null), at };
}

/** The people named for the section itself; those that it inherits are none of its own. */
function ownPeople({ standing: { people } }: SectionStudy, part: "write" | "review"): string[] {
  if (part === "write") return people.writersFromId === null ? people.writerIds : [];
  return people.reviewersFromId === null ? people.reviewerIds : [];
}

async function listMembers(db: Db, { section, people }: SectionStudy, today: string) {
  const [members, gone] = await Promise.all([
    listActiveMembers(db, people.assessmentId, today),
    db.stepBack.findMany({ where: { sectionId: section.id, endedAt: null }, select: { userId: true } }),
  ]);
  return members.map((member) => ({
    ...member,
    wrote: people.authorIds.includes(member.id),
    steppedBack: gone.some(({ userId }) => userId === member.id),
  }));
}

/** How far the rule on sign-offs is met, in numbers, and how many reviewers lack for it while the section is reviewed. */
export async function readTally(db: Db, { protocol, standing, people, moves }: SectionStudy, today: string) {
  const { assessmentId, reviewerIds, authorIds } = people;
  const validSignerIds = standing.signOffs.filter(({ holds }) => holds).map(({ byId }) => byId);
  const rule = protocol.rules.signOff;
  const reviewed = standing.needsSignOff && moves.some(({ name }) => name === "sign-off");
  const active = reviewed ? await listActiveMembers(db, assessmentId, today, "section.sign-off") : [];
  const activeIds = active.map(({ id }) => id);
  return {
    ...signOffTally(rule, reviewerIds, validSignerIds),
    missing: standing.missing,
    lacking: reviewed ? reviewersLacking(rule, reviewerIds, { authorIds, activeIds, validSignerIds }) : 0,
  };
}

/** Says whether this person is named as a reviewer of a section that she wrote a part of. */
export function isOwnWork({ people, user }: SectionStudy): boolean {
  return people.reviewerIds.includes(user.id) && people.authorIds.includes(user.id);
}

/** The sign-offs of a section, newest first. */
export function signOffViews({ standing }: SectionStudy, names: ReadonlyMap<string, string>) {
  return standing.signOffs
    .map((signOff, at) => ({ ...signOff, ordinal: at + 1 }))
    .toReversed()
    .map(({ ordinal, id, byId, at, languages, meaning, remarks, sectionChanges, contentDigest, evidenceDigest, endedAt, holds }) => ({
      id,
      ordinal,
      by: names.get(byId) ?? "",
      at,
      languages,
      meaning,
      remarks,
      sectionChanges,
      contentDigest,
      evidenceDigest,
      ended: endedAt !== null,
      holds,
    }));
}

/** The links of a section's blocks whose ground changed since a sign-off: directly, or below it. */
export function changedLinks({ document, section }: SectionStudy, causes: readonly StaleCause[]): string[] {
  const touched = new Set(
    causes.flatMap((cause) => (cause.what === "evidence" ? [nodeKey(cause.node), ...(cause.through ? [nodeKey(cause.through)] : [])] : [])),
  );
  const links = (document.graph.blocksOfSection.get(section.id) ?? []).flatMap(({ id }) => document.graph.linksOfBlock.get(id) ?? []);
  return links.filter((link) => touched.has(nodeKey(link.to))).map(({ id }) => id);
}
