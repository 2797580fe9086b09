import { z } from "zod";
import { nodeKinds } from "~/domain/evidence/kinds";
import { gapsOfSection } from "~/domain/evidence/gaps";
import { signedOffSectionStates, reviewedSectionStates, type SectionState } from "~/domain/moves/section";
import type { SectionPeople } from "~/domain/permissions";
import { assignedPeople, assignmentParts, type AssignedPeople } from "~/domain/sections/assignment";
import { needsSignOff } from "~/domain/sections/moves-of";
import {
  isSignOffComplete,
  isStale,
  isValidSignOff,
  signOffsMissing,
  staleCauses,
  type SignOffRecord,
  type StaleCause,
} from "~/domain/sections/sign-off";
import { statusKey } from "~/domain/sections/standing";
import type { StateKey } from "~/domain/states";
import type { Db } from "./db.server";
import type { SectionRow, StudyDocument } from "./evidence-graph.server";
import { readAuthors } from "./section-authors.server";
import { blocksOf, sectionBinder, type Binder, type Study } from "./section-binding.server";

/** A sign-off with whether it holds now, and if it does not, why (nearest cause first). */
export interface SignOffStanding extends SignOffRecord {
  languages: string[];
  meaning: string;
  remarks: string;
  sectionChanges: number;
  holds: boolean;
  causes: StaleCause[];
}

/** How a section stands: its state, its people, and whether its sign-offs still hold. */
export interface Standing {
  sectionId: string;
  state: SectionState;
  status: StateKey;
  people: AssignedPeople;
  needsSignOff: boolean;
  /** The sign-offs that hold are those that the rule asks for. */
  complete: boolean;
  stale: boolean;
  /** How many sign-offs the rule still asks for. */
  missing: number;
  signOffs: SignOffStanding[];
}

const Entries = z.array(z.strictObject({ kind: z.enum(nodeKinds), id: z.string(), digest: z.string() }));
const Languages = z.array(z.string());

/** How the sections of a document stand, by section; only those of `sectionIds` where it is given. The number of queries does not grow with the data. */
export async function readStandings(
  db: Db,
  study: Study,
  document: StudyDocument,
  sectionIds?: readonly string[],
): Promise<Map<string, Standing>> {
  const sections = document.sections.filter(({ id }) => sectionIds?.includes(id) ?? true);
  const [people, signOffs] = await Promise.all([
    readAssigned(db, study.assessment.id, document.sections),
    listSignOffs(db, study.assessment.id, sectionIds),
  ]);
  const counting = new Set(signOffs.filter(({ endedAt }) => endedAt === null).map(({ sectionId }) => sectionId));
  const judged = sections.filter(
    ({ id, state }) => counting.has(id) && (signedOffSectionStates.includes(state) || reviewedSectionStates.includes(state)),
  );
  const bind = await sectionBinder(
    db,
    study,
    document,
    judged.map(({ id }) => id),
  );
  const bound = new Set(judged.map(({ id }) => id));
  return new Map(
    sections.map((section) => {
      const own = signOffs.filter(({ sectionId }) => sectionId === section.id);
      const standings = own.map((signOff) => signOffStanding(signOff, bound.has(section.id) ? bind : null));
      return [section.id, standingOf(section, { document, study, signOffs: standings, people: people.get(section.id) ?? nobody })];
    }),
  );
}

const nobody: AssignedPeople = { writerIds: [], reviewerIds: [], writersFromId: null, reviewersFromId: null };

/** The people of each section, inherited from the nearest section upwards; whoever stepped back from one is no reviewer of it. */
export async function readAssigned(
  db: Db,
  assessmentId: string,
  sections: readonly { id: string; parentId: string | null }[],
): Promise<Map<string, AssignedPeople>> {
  const [rows, steppedBack] = await Promise.all([
    db.sectionAssignment.findMany({ where: { assessmentId }, select: { sectionId: true, userId: true, part: true } }),
    db.stepBack.findMany({ where: { assessmentId, endedAt: null }, select: { sectionId: true, userId: true } }),
  ]);
  return assignedPeople(
    sections,
    rows.map((row) => ({ ...row, part: Part.parse(row.part) })),
    steppedBack,
  );
}

const Part = z.enum(assignmentParts);

interface StoredSignOff extends Omit<SignOffStanding, "holds" | "causes"> {
  sectionId: string;
}

async function listSignOffs(db: Db, assessmentId: string, sectionIds?: readonly string[]): Promise<StoredSignOff[]> {
  const where = { assessmentId, ...(sectionIds && { sectionId: { in: [...sectionIds] } }) };
  const rows = await db.signOff.findMany({ where, omit: { content: true }, orderBy: [{ at: "asc" }, { id: "asc" }] });
  return rows.map((row) => ({
    ...row,
    languages: Languages.parse(JSON.parse(row.languages)),
    evidence: Entries.parse(JSON.parse(row.evidence)),
  }));
}

function signOffStanding(signOff: StoredSignOff, bind: Binder | null): SignOffStanding {
  if (!bind || signOff.endedAt) return { ...signOff, holds: false, causes: [] };
  const now = bind(signOff.sectionId, signOff.languages);
  const holds = isValidSignOff(signOff, now.digests);
  return {
    ...signOff,
    holds,
    causes: holds ? [] : staleCauses(signOff, { content: now.digests.content, entries: now.entries, reached: now.reached }),
  };
}

interface Beside {
  document: StudyDocument;
  study: Study;
  signOffs: SignOffStanding[];
  people: AssignedPeople;
}

function standingOf(section: SectionRow, { document, study, signOffs, people }: Beside): Standing {
  const rule = study.protocol.rules.signOff;
  const signers = signOffs.filter(({ holds }) => holds).map(({ byId }) => byId);
  const needed = needsSignOff({ dataBlock: section.data?.block ?? null, blocks: blocksOf(document, section.id).length });
  const complete = isSignOffComplete(rule, people.reviewerIds, signers);
  return {
    sectionId: section.id,
    state: section.state,
    status: statusKey(section.state, complete),
    people,
    needsSignOff: needed,
    complete,
    stale: isStale(section.state, complete),
    missing: needed ? signOffsMissing(rule, people.reviewerIds, signers) : 0,
    signOffs,
  };
}

/** Everyone who wrote any part of what stands in a section now. */
export async function listAuthorIds(db: Db, assessmentId: string, document: StudyDocument, sectionId: string): Promise<string[]> {
  return (await readAuthors(db, assessmentId, document, [sectionId])).get(sectionId) ?? [];
}

/** The subject that permissions ask for: a section with its writers, reviewers and authors. */
export function sectionPeople(assessmentId: string, people: AssignedPeople, authorIds: readonly string[]): SectionPeople {
  return { assessmentId, writerIds: people.writerIds, reviewerIds: people.reviewerIds, authorIds };
}

/**
 * Says whether somebody has signed what is there now and has nothing left to sign. Where those who signed have become enough without a
 * sign-off (a reviewer left), she who signed can do it once more, and the section moves.
 */
export function isSignedBy({ signOffs, complete }: Standing, userId: string): boolean {
  return !complete && signOffs.some(({ byId, holds }) => holds && byId === userId);
}

/** How many statements of a section have an open contradiction, where the protocol says that it must be addressed; else 0. */
export function openContradictions(study: Study, document: StudyDocument, sectionId: string): number {
  return study.protocol.rules.contradictionMustBeAddressed ? gapsOfSection(document.graph, sectionId).contradictionOpen.length : 0;
}
