import { dayAt } from "~/domain/day";
import { nodesBelow } from "~/domain/evidence/graph";
import { nodeKey, type NodeRef } from "~/domain/evidence/kinds";
import { languagesOf } from "~/domain/sections/content";
import { languagesWithAll } from "~/domain/sections/words";
import { offeredViews } from "~/domain/sections/review-views";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { readEvidence, whichOf } from "~/platform/evidence.server";
import { nodeView, type GroundView } from "~/platform/evidence-view.server";
import type { Viewer } from "~/platform/guard.server";
import { namesOfUsers } from "~/platform/names-of-users.server";
import { blocksOf, sectionBinder } from "~/platform/section-binding.server";
import type { SignOffStanding } from "~/platform/section-standing.server";
import { listBelow } from "./load-chapter.server";
import { loadDifference } from "./load-difference.server";
import { changedLinks, isOwnWork, readTally, signOffViews, stateView } from "./load-section.server";
import { listOpenPoints } from "./open-points.server";
import { readReviewBases } from "./review-bases.server";
import { findSectionStudy, type SectionStudy } from "./section-study.server";
import { readSectionBody, sectionHead, type BlockView } from "./section-view.server";

/**
 * The page on which a section is reviewed: its text with the grounds in full beside it, what changed since she last saw or signed it, the
 * open points, and what signing would bind.
 */
export async function loadReview(
  db: Db,
  user: Viewer,
  assessment: AssessmentRow,
  code: string | undefined,
  { asked, readAt }: { asked: string | null; readAt: Date },
) {
  const study = await findSectionStudy(db, user, assessment, code);
  const { section, document } = study;
  const languages = languagesOf(section, assessment.languages);
  const bases = await readReviewBases(db, study, asked);
  const { signOff, base } = bases;
  const causes = signOff && signOff.endedAt === null && !signOff.holds ? signOff.causes : [];
  const changed = changedLinks(study, causes);
  const [names, tally, body, bind, difference] = await Promise.all([
    namesOfUsers(db, peopleOf(study)),
    readTally(db, study, dayAt(readAt)),
    readSectionBody(db, study),
    sectionBinder(db, study, document, [section.id]),
    base && loadDifference(db, study, base),
  ]);
  const [deeper, points, below] = await Promise.all([
    readDeeper(db, study, body.blocks),
    listOpenPoints(db, study, body.blocks, changed),
    listBelow(db, study),
  ]);
  const binding = bind(section.id, languages);
  return {
    id: section.id,
    head: sectionHead(study, names),
    ...body,
    reading: study.reading,
    state: stateView(study, names),
    signOffs: signOffViews(study, names),
    moves: study.moves.map(({ name, hindrance }) => ({ name, hindrance })),
    tally,
    ownWork: isOwnWork(study),
    reviewer: study.people.reviewerIds.includes(user.id),
    view: bases.view,
    views: offeredViews(bases.before),
    seenAt: bases.seen?.at ?? null,
    since: signOff && sinceView(signOff, names, { mine: bases.mine, lapsed: causes.length > 0 }),
    compared: base && { at: base.at, changes: base.changes },
    difference,
    changed,
    deeper,
    points,
    below: below.length,
    languages,
    translated: languagesWithAll(blocksOf(document, section.id), languages),
    readAt,
    binds: { content: binding.digests.content, evidence: binding.digests.evidence, grounds: binding.entries.length },
    authors: study.people.authorIds.map((id) => names.get(id) ?? ""),
  };
}

function sinceView<Told extends object>({ at, sectionChanges, byId }: SignOffStanding, names: ReadonlyMap<string, string>, told: Told) {
  return { at, version: sectionChanges, by: names.get(byId) ?? "", ...told };
}

function peopleOf({ standing, people, section }: SectionStudy): string[] {
  const { writerIds, reviewerIds } = standing.people;
  const signers = standing.signOffs.map(({ byId }) => byId);
  return [...writerIds, ...reviewerIds, ...signers, ...people.authorIds, ...(section.stateById === null ? [] : [section.stateById])];
}

/** What stands directly under each ground of the blocks, by ground. */
async function readDeeper(db: Db, study: SectionStudy, blocks: readonly BlockView[]): Promise<Record<string, GroundView[]>> {
  const { document, reading, base } = study;
  const grounds = new Map(
    blocks.flatMap((block) => block.grounds.map((one): [string, NodeRef] => [nodeKey(one), { kind: one.kind, id: one.id }])),
  );
  const below = [...grounds]
    .map(([key, node]) => ({ key, nodes: nodesBelow(document.graph, node) }))
    .filter(({ nodes }) => nodes.length > 0);
  if (below.length === 0) return {};
  const evidence = await readEvidence(db, { ...study, viewer: study.user, which: whichOf(below.flatMap(({ nodes }) => nodes)) });
  const view = (node: NodeRef) => nodeView(node, { document, evidence }, reading, base);
  return Object.fromEntries(below.map(({ key, nodes }) => [key, nodes.flatMap((node) => view(node) ?? [])]));
}
