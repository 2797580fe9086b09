import { can } from "~/domain/permissions";
import { nodeKey } from "~/domain/evidence/kinds";
import type { StaleCause } from "~/domain/sections/sign-off";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { readEvidence, whichOf, type Evidence } from "~/platform/evidence.server";
import { nodeView, type GroundView } from "~/platform/evidence-view.server";
import type { Viewer } from "~/platform/guard.server";
import { findSectionStudy, type SectionStudy } from "./section-study.server";
import { listNames, readSectionBody, sectionHead } from "./section-view.server";

/** What the page of a section shows: its text with grounds, who signed it, and what this person can do next. */
export async function loadSection(db: Db, user: Viewer, assessment: AssessmentRow, code: string | undefined) {
  const study = await findSectionStudy(db, user, assessment, code);
  const { standing } = study;
  const people = [
    ...standing.people.writerIds,
    ...standing.people.reviewerIds,
    ...standing.signOffs.map(({ byId }) => byId),
    ...(study.section.stateById ? [study.section.stateById] : []),
  ];
  const [names, body, members] = await Promise.all([
    listNames(db, people),
    readSectionBody(db, study),
    can(user, "section.assign", assessment) ? listMembers(db, assessment.id) : null,
  ]);
  return {
    head: sectionHead(study, names),
    ...body,
    reading: study.reading,
    state: stateView(study, names),
    moves: study.moves.map(({ name, hindrance }) => ({ name, hindrance })),
    signOffs: signOffViews(study, names),
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

async function listMembers(db: Db, assessmentId: string) {
  const members = await db.member.findMany({
    where: { assessmentId, removedAt: null },
    select: { userId: true, role: true, user: { select: { name: true } } },
    orderBy: { user: { name: "asc" } },
  });
  return members.map(({ userId, role, user }) => ({ id: userId, role, name: user.name }));
}

/** The sign-offs of a section, newest first. */
export function signOffViews({ standing }: SectionStudy, names: ReadonlyMap<string, string>) {
  return standing.signOffs
    .toReversed()
    .map(({ id, byId, at, languages, meaning, remarks, sectionChanges, contentDigest, evidenceDigest, endedAt, holds }) => ({
      id,
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

/** A cause of staleness as a page tells it: what changed, and through which node. */
export type CauseView =
  | { what: "content" }
  | { what: "evidence"; change: "changed" | "added" | "removed"; ground: GroundView | null; through: GroundView | null };

/** The causes with what they are about; five queries at most. */
export async function causeViews(db: Db, study: SectionStudy, causes: readonly StaleCause[]): Promise<CauseView[]> {
  const nodes = causes.flatMap((cause) => (cause.what === "evidence" ? [cause.node, ...(cause.through ? [cause.through] : [])] : []));
  const evidence: ReadonlyMap<string, Evidence> =
    nodes.length === 0 ? new Map() : await readEvidence(db, { ...study, viewer: study.user, which: whichOf(nodes) });
  const view = (node: (typeof nodes)[number]) => nodeView(node, { document: study.document, evidence }, study.reading, study.base);
  return causes.map((cause) =>
    cause.what === "content"
      ? cause
      : { what: "evidence", change: cause.kind, ground: view(cause.node), through: cause.through && view(cause.through) },
  );
}

/** The links of a section's blocks whose ground changed since a sign-off: directly, or below it. */
export function changedLinks({ document, section }: SectionStudy, causes: readonly StaleCause[]): string[] {
  const touched = new Set(
    causes.flatMap((cause) => (cause.what === "evidence" ? [nodeKey(cause.node), ...(cause.through ? [nodeKey(cause.through)] : [])] : [])),
  );
  const links = (document.graph.blocksOfSection.get(section.id) ?? []).flatMap(({ id }) => document.graph.linksOfBlock.get(id) ?? []);
  return links.filter((link) => touched.has(nodeKey(link.to))).map(({ id }) => id);
}
