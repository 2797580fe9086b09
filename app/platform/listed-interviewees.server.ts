import { AttributionLevel, type NamedInterviewee, strictestOf, type ViewerKind } from "~/domain/attribution";
import type { WithGuide } from "~/domain/interviews/guide";
import type { Person } from "~/domain/permissions";
import type { Db } from "./db.server";
import { type AgreedParticipant, nameParticipants, peopleColumns, readAdders, sightOf } from "./interviewees.server";

/** An interviewee in the list of the team: shown at the strictest level that was agreed with her in any interview. */
export interface ListedInterviewee {
  id: string;
  code: string;
  version: number;
  archived: boolean;
  shown: NamedInterviewee;
  viewer: ViewerKind;
  interviews: { code: string; level: AttributionLevel; consented: boolean; withdrawn: boolean }[];
}

/** A person who is not in any interview yet: nothing was agreed, so only the kind of organisation is shown. */
const unasked: AttributionLevel = "organisation-kind";

/** The interviewees of an assessment, for the team; archived ones only when asked for, or one by her code. */
export async function listInterviewees(
  db: Db,
  person: Person,
  protocol: WithGuide,
  assessmentId: string,
  only: { code?: string; archived?: boolean } = {},
): Promise<ListedInterviewee[]> {
  const rows = await readRows(db, assessmentId, only);
  const unseen = rows.filter(({ participations }) => participations.length === 0);
  const adders = await readAdders(
    db,
    unseen.map(({ id }) => id),
  );
  const agreed = rows.map((row) => asParticipant(person, assessmentId, row, adders.get(row.id)));
  const named = await nameParticipants(
    db,
    protocol,
    agreed.map((participant) => ({ participant, level: participant.attribution })),
  );
  return rows.flatMap((row, index): ListedInterviewee[] => {
    const [participant, shown] = [agreed[index], named[index]];
    if (!participant || !shown) return [];
    const { id, code, version, archivedAt } = row;
    return [
      {
        id,
        code,
        version,
        archived: archivedAt !== null,
        shown,
        viewer: participant.viewer,
        interviews: row.participations.map(asInterview),
      },
    ];
  });
}

/** An interviewee as selected here: of the person herself only the code. */
type Row = Awaited<ReturnType<typeof readRows>>[number];

function readRows(db: Db, assessmentId: string, only: { code?: string; archived?: boolean }) {
  return db.interviewee.findMany({
    where: {
      assessmentId,
      ...(only.code !== undefined && { code: only.code }),
      ...(only.code === undefined && !only.archived && { archivedAt: null }),
    },
    select: {
      id: true,
      code: true,
      version: true,
      archivedAt: true,
      participations: {
        select: {
          attribution: true,
          consentOn: true,
          withdrawnAt: true,
          interview: { select: { code: true, ...peopleColumns } },
        },
        orderBy: { interview: { number: "asc" } },
      },
    },
    orderBy: { number: "asc" },
  });
}

function asParticipant(
  person: Person,
  assessmentId: string,
  { id, code, participations }: Row,
  adderId: string | undefined,
): AgreedParticipant {
  const levels = participations.map(({ attribution, withdrawnAt }) =>
    withdrawnAt === null ? AttributionLevel.parse(attribution) : "anonymous",
  );
  const interviews = participations.map(({ interview }) => interview);
  const attribution = levels.length === 0 ? unasked : strictestOf(levels);
  const viewer = sightOf(person, assessmentId, interviews, adderId);
  return { id, interviewId: "", intervieweeId: id, number: 1, code, persons: null, mayQuote: false, withdrawn: false, viewer, attribution };
}

function asInterview({
  attribution,
  consentOn,
  withdrawnAt,
  interview,
}: Row["participations"][number]): ListedInterviewee["interviews"][number] {
  return {
    code: interview.code,
    level: AttributionLevel.parse(attribution),
    consented: consentOn !== null,
    withdrawn: withdrawnAt !== null,
  };
}

/** Name and contact of an interviewee with their version, for those who see her whole; null for anyone else, without asking the database. */
export async function findIdentityIfAny(
  db: Db,
  viewer: ViewerKind,
  intervieweeId: string,
): Promise<{ name: string | null; contact: string | null; version: number } | null> {
  if (viewer !== "identity") return null;
  const row = await db.identity.findUnique({ where: { intervieweeId }, select: { name: true, contact: true, version: true } });
  return row ?? { name: null, contact: null, version: 0 };
}
