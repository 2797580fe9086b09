import { filesAnchor } from "~/domain/files/anchor";
import type { HolderKind } from "~/domain/files/kinds";
import { holderKinds } from "~/domain/files/kinds";
import { can, type InterviewPeople, type Permission, type Person, rolesWith } from "~/domain/permissions";
import type { Db } from "./db.server";
import { peopleOf } from "./interviewees.server";
import { refuse } from "./refusal.server";

/** What files belong to, and what a person may do with them. */
export interface AttachmentHolder {
  kind: HolderKind;
  id: string;
  /** As addresses and the trail name it: `I1`, `I1:P3` or `S01`. */
  code: string;
  /** Its page, below the address of the assessment. */
  path: string;
  /** Where its files stand on that page. */
  anchor: string;
  archived: boolean;
  /** The interviewee whose data the files are, if they are a person's. */
  about: string | null;
  may: { see: boolean; read: boolean; write: boolean };
}

const interview = {
  select: { code: true, assessmentId: true, notesFor: true, archivedAt: true, interviewers: { select: { userId: true } } },
};

type Found = Omit<AttachmentHolder, "may"> & { assessmentId: string; people: InterviewPeople | null };
type Row = { code: string; assessmentId: string; notesFor: string; archivedAt: Date | null; interviewers: { userId: string }[] };

function ofInterview(kind: HolderKind, id: string, row: Row, more: Partial<Found> = {}): Found {
  const { code, archivedAt, assessmentId } = row;
  const place = { path: `interviews/${code}`, anchor: filesAnchor(), archived: archivedAt !== null };
  return { kind, id, code, ...place, about: null, assessmentId, people: peopleOf(row), ...more };
}

/** How each kind of holder is found, by its id or by the code that an address names it with. */
const finders: Record<HolderKind, (db: Db, assessmentId: string, by: { id: string } | { code: string }) => Promise<Found | null>> = {
  async interview(db, assessmentId, by) {
    const row = await db.interview.findFirst({ where: { assessmentId, ...by }, select: { id: true, ...interview.select } });
    return row && ofInterview("interview", row.id, row);
  },
  async participant(db, assessmentId, by) {
    const [conversation, person] = "code" in by ? by.code.split(":") : [];
    const where = "id" in by ? by : { interview: { code: conversation ?? "" }, interviewee: { code: person ?? "" } };
    const select = { id: true, intervieweeId: true, interview, interviewee: { select: { code: true } } } as const;
    const row = await db.participant.findFirst({ where: { assessmentId, ...where }, select });
    if (!row) return null;
    const { code } = row.interview;
    const hers = row.interviewee.code;
    const place = { path: `interviews/${code}/participants`, anchor: filesAnchor(hers) };
    return ofInterview("participant", row.id, row.interview, { code: `${code}:${hers}`, ...place, about: row.intervieweeId });
  },
  async source(db, assessmentId, by) {
    const row = await db.source.findFirst({ where: { assessmentId, ...by }, select: { id: true, code: true, archivedAt: true } });
    if (!row) return null;
    const { id, code } = row;
    return {
      kind: "source",
      id,
      code,
      path: `sources/${code}`,
      anchor: filesAnchor(),
      archived: row.archivedAt !== null,
      about: null,
      assessmentId,
      people: null,
    };
  },
};

/** Who may see, read and write the files of a holder: those of an interview are like its raw notes, those of a consent like the identity. */
function mayOf(person: Person, { kind, assessmentId, people }: Found): AttachmentHolder["may"] {
  const inAssessment = { assessmentId };
  if (!people) {
    const read = can(person, "source.read", inAssessment);
    return { see: read, read, write: can(person, "source.write", inAssessment) };
  }
  const read = can(person, kind === "interview" ? "interview.read-notes" : "identity.read", people);
  return { see: can(person, "interview.read", inAssessment), read, write: read && can(person, "interview.write", people) };
}

/** The permission that is named to someone who may not add a file. */
const writes: Record<HolderKind, Permission> = { interview: "interview.write", participant: "interview.write", source: "source.write" };

/** The holder of these files as this person has it; not found when there is none or she may not even see it. */
export async function findHolder(
  db: Db,
  person: Person,
  assessmentId: string,
  kind: string,
  by: { id: string } | { code: string },
): Promise<AttachmentHolder> {
  const known = holderKinds.find((one) => one === kind);
  const found = known && (await finders[known](db, assessmentId, by));
  const may = found && mayOf(person, found);
  if (!found || !may?.see) throw refuse("not-found");
  const { id, code, path, anchor, archived, about } = found;
  return { kind: found.kind, id, code, path, anchor, archived, about, may };
}

/** Refuses to change the files of a holder to someone who may not, and of one that was archived. */
export function requireMayAttach({ kind, may, archived }: AttachmentHolder): void {
  if (!may.write) throw refuse("forbidden", { permission: writes[kind], roles: rolesWith(writes[kind]) });
  if (archived) throw refuse("wrong-state", { state: "archived" });
}

/** How an address names a holder: `interview:I1`, `participant:I1:P3`, `source:S01`. */
export function holderIn(search: URLSearchParams): { kind: string; code: string } {
  const [kind = "", ...code] = (search.get("holder") ?? "").split(":");
  return { kind, code: code.join(":") };
}
