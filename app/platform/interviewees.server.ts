/**
 * Everything that is read of an interviewee is read here: the rows and columns that this viewer may have at that level, and
 * nothing else leaves the database. What is shown is decided by `nameInterviewee`.
 */
import { z } from "zod";
import {
  AttributionLevel,
  type AttributionFact,
  factsShown,
  Interest,
  nameInterviewee,
  type NamedInterviewee,
  type ParticipantColumns,
  type ViewerKind,
} from "~/domain/attribution";
import type { WithGuide } from "~/domain/interviews/guide";
import type { LocalText } from "~/domain/local-text";
import { can, type InterviewPeople, type Person } from "~/domain/permissions";
import type { Db } from "./db.server";

/** Who looks: a person with her rights, or a document that anyone may come to read. */
export type Onlooker = Person | "reader";

/** How this person sees the people in an interview. */
function viewerKindOf(onlooker: Onlooker, interview: InterviewPeople): ViewerKind {
  if (onlooker === "reader") return "reader";
  if (can(onlooker, "identity.read", interview)) return "identity";
  return can(onlooker, "interview.read", interview) ? "team" : "reader";
}

/** Who may read the raw notes of an interview, as consented. */
function notesForOf(notesFor: string): InterviewPeople["notesFor"] {
  return notesFor === "team" ? "team" : "interviewers";
}

/** The people of an interview as they are selected. */
export const peopleColumns = { assessmentId: true, notesFor: true, interviewers: { select: { userId: true } } } as const;

const participantColumns = {
  id: true,
  interviewId: true,
  intervieweeId: true,
  number: true,
  persons: true,
  attribution: true,
  mayQuote: true,
  withdrawnAt: true,
  interview: { select: peopleColumns },
  interviewee: { select: { code: true } },
} as const;

/** A participant with what was agreed, before anything of the person is read. */
export interface AgreedParticipant {
  id: string;
  interviewId: string;
  intervieweeId: string;
  number: number;
  code: string;
  persons: number | null;
  attribution: AttributionLevel;
  mayQuote: boolean;
  withdrawn: boolean;
  viewer: ViewerKind;
}

/** The participants of interviews with what was agreed and how this viewer sees them; nothing of the persons themselves. */
export async function listAgreed(
  db: Db,
  onlooker: Onlooker,
  assessmentId: string,
  interviewIds: readonly string[],
): Promise<AgreedParticipant[]> {
  const rows = await db.participant.findMany({
    where: { assessmentId, interviewId: { in: [...interviewIds] } },
    select: participantColumns,
    orderBy: [{ interviewId: "asc" }, { number: "asc" }],
  });
  return rows.map(({ interview, interviewee, attribution, withdrawnAt, ...row }) => ({
    ...row,
    withdrawn: withdrawnAt !== null,
    code: interviewee.code,
    // Who took her consent back is shown to nobody any more but the lead and those who hold the interview.
    attribution: withdrawnAt === null ? AttributionLevel.parse(attribution) : "anonymous",
    mayQuote: withdrawnAt === null && row.mayQuote,
    viewer: viewerKindOf(onlooker, peopleOf(interview)),
  }));
}

/** The people of an interview as permissions ask for them. */
export function peopleOf(interview: {
  assessmentId: string;
  notesFor: string;
  interviewers: readonly { userId: string }[];
}): InterviewPeople {
  return {
    assessmentId: interview.assessmentId,
    interviewerIds: interview.interviewers.map(({ userId }) => userId),
    notesFor: notesForOf(interview.notesFor),
  };
}

/** One thing to show of a participant: at which level. A participant may occur at several levels. */
export interface ToShow {
  participant: AgreedParticipant;
  level: AttributionLevel;
}

/** The name of each of these as far as its level and the viewer allow, in the same order. Five queries at most, whatever the number. */
export async function nameParticipants(db: Db, protocol: WithGuide, wanted: readonly ToShow[]): Promise<NamedInterviewee[]> {
  const facts = new Map<string, Set<AttributionFact>>();
  for (const { participant, level } of wanted) {
    const known = facts.get(participant.intervieweeId) ?? new Set();
    for (const fact of factsShown(participant.attribution, level, participant.viewer)) known.add(fact);
    facts.set(participant.intervieweeId, known);
  }
  const columns = await selectFacts(db, protocol, facts);
  return wanted.flatMap(({ participant, level }) => nameInterviewee([columnsOf(participant, columns)], level, participant.viewer));
}

/** The participants of interviews, named at the level that was agreed with each, by interview. */
export async function listParticipants(
  db: Db,
  onlooker: Onlooker,
  protocol: WithGuide,
  assessmentId: string,
  interviewIds: readonly string[],
): Promise<Map<string, ShownParticipant[]>> {
  const agreed = await listAgreed(db, onlooker, assessmentId, interviewIds);
  const named = await nameParticipants(
    db,
    protocol,
    agreed.map((participant) => ({ participant, level: participant.attribution })),
  );
  const shown = agreed.flatMap((participant, index): ShownParticipant[] => {
    const name = named[index];
    return name ? [{ ...participant, shown: name }] : [];
  });
  return byInterview(shown);
}

/** Participants by the interview that they take part in, in the order given. */
export function byInterview<P extends { interviewId: string }>(participants: readonly P[]): Map<string, P[]> {
  const groups = new Map<string, P[]>();
  for (const participant of participants) {
    const group = groups.get(participant.interviewId);
    if (group) group.push(participant);
    else groups.set(participant.interviewId, [participant]);
  }
  return groups;
}

/** A participant with what is shown of the person. */
export interface ShownParticipant extends AgreedParticipant {
  shown: NamedInterviewee;
}

/** What was selected of the interviewees, by id; a fact that nobody may have was not asked of the database. */
type FactColumns = Map<string, Pick<ParticipantColumns, AttributionFact | "interest">>;

const none = { name: null, organisation: null, role: null, kind: null, interest: [] };

async function selectFacts(db: Db, protocol: WithGuide, wanted: ReadonlyMap<string, ReadonlySet<AttributionFact>>): Promise<FactColumns> {
  const found: FactColumns = new Map();
  const idsWith = (fact: AttributionFact) => ({ in: [...wanted].filter(([, facts]) => facts.has(fact)).map(([id]) => id) });
  const add = (id: string, more: Partial<ParticipantColumns>) => found.set(id, { ...(found.get(id) ?? none), ...more });
  const titles = new Map((protocol.guide?.intervieweeKinds ?? []).map(({ id, title }) => [id, title]));
  const [kinds, organisations, roles, names] = await Promise.all([
    db.interviewee.findMany({ where: { id: idsWith("kind") }, select: { id: true, kind: true, interest: true } }),
    db.interviewee.findMany({ where: { id: idsWith("organisation") }, select: { id: true, organisation: true } }),
    db.interviewee.findMany({ where: { id: idsWith("role") }, select: { id: true, role: true } }),
    db.identity.findMany({ where: { intervieweeId: idsWith("name") }, select: { intervieweeId: true, name: true } }),
  ]);
  for (const { id, kind, interest } of kinds)
    add(id, { kind: { id: kind, title: titles.get(kind) ?? { en: kind } }, interest: interestOf(interest) });
  for (const { id, organisation } of organisations) add(id, { organisation: localText(organisation) });
  for (const { id, role } of roles) add(id, { role: localText(role) });
  for (const { intervieweeId, name } of names) add(intervieweeId, { name });
  return found;
}

function columnsOf({ id, intervieweeId, number, code, persons, attribution }: AgreedParticipant, columns: FactColumns): ParticipantColumns {
  return { id, number, code, persons, attribution, ...(columns.get(intervieweeId) ?? none) };
}

const Interests = z.array(Interest);

/** The interests of an interviewee, as stored. */
function interestOf(stored: string): Interest[] {
  return Interests.parse(JSON.parse(stored));
}

/** A stored text in one or more languages; null for an empty one. */
export function localText(stored: string): LocalText | null {
  const parsed = z.record(z.string(), z.string()).parse(JSON.parse(stored));
  return Object.values(parsed).some((text) => text.trim() !== "") ? parsed : null;
}

/** Who added each of these interviewees, by interviewee. */
export async function readAdders(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const where = { kind: "interviewee", number: 1, recordId: { in: [...ids] } };
  const rows = await db.version.findMany({ where, select: { recordId: true, byId: true } });
  return new Map(rows.map(({ recordId, byId }) => [recordId, byId]));
}

/** How a person sees an interviewee: as in the interview that shows most; one who is in no interview is seen whole by the lead and by who added her. */
export function sightOf(
  person: Person,
  assessmentId: string,
  interviews: readonly Parameters<typeof peopleOf>[0][],
  adderId: string | undefined,
): ViewerKind {
  const nowhere = { assessmentId, interviewerIds: adderId === undefined ? [] : [adderId], notesFor: "team" as const };
  const kinds = (interviews.length === 0 ? [nowhere] : interviews.map(peopleOf)).map((people) => viewerKindOf(person, people));
  return (["identity", "team"] as const).find((kind) => kinds.includes(kind)) ?? "reader";
}
