import { dayAfter, dayAt } from "~/domain/day";
import { factCheckLinkState, type FactCheckLinkState } from "~/domain/fact-check/link";
import { type FactCheckStatus, factCheckStatuses } from "~/domain/fact-check/status";
import { saidStates } from "~/domain/moves/interview";
import { can } from "~/domain/permissions";
import type { Protocol } from "~/domain/protocol/schema";
import { languageIfAny } from "~/domain/tool-language";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { readFactChecks } from "~/platform/fact-check.server";
import { readSentIn } from "~/platform/fact-check-sent.server";
import type { Viewer } from "~/platform/guard.server";
import { listParticipants } from "~/platform/interviewees.server";
import { isMailSetUp } from "~/platform/mail.server";
import { listMissingConsents } from "~/platform/missing-consents.server";
import { listOpenItems } from "~/platform/open-items.server";
import type { FoundInterview } from "./find-interview.server";
import { readAddresses } from "./load-addresses.server";
import { listReplies } from "./list-replies.server";

/** Everything that a researcher sees of the fact check of an interview; a mail address only who may read it. */
export async function loadFactCheck(
  db: Db,
  user: Viewer,
  assessment: AssessmentRow,
  protocol: Protocol,
  interview: FoundInterview,
  at: Date,
) {
  const people = (await listParticipants(db, user, protocol, assessment.id, [interview.id])).get(interview.id) ?? [];
  const wishes = await db.participant.findMany({ where: { interviewId: interview.id }, select: { id: true, wantsRecord: true } });
  const addresses = await readAddresses(
    db,
    user,
    interview,
    people.map(({ intervieweeId }) => intervieweeId),
  );
  const remarks = can(user, "interview.read-notes", interview.people);
  const links = await listLinks(db, interview.id, { at, remarks });
  const write = can(user, "interview.write", interview.people) && !interview.archived && interview.held;
  return {
    interview,
    rules: protocol.rules.factCheck,
    languages: assessment.languages,
    open: write ? (await listOpenItems(db, assessment.id, interview.id)).map(({ code }) => code) : [],
    /** The codes of the participants whose consent is still to be recorded. */
    unconsented: write ? ((await listMissingConsents(db, [interview.id])).get(interview.id) ?? []) : [],
    until: dayAfter(dayAt(at), protocol.rules.factCheck.days),
    language: languageIfAny(interview.language) ?? user.language,
    mail: isMailSetUp(),
    may: { write },
    counts: await countStatuses(db, protocol, interview.id, at),
    replies: await listReplies(db, interview.id, { at, remarks }),
    participants: people.map(({ id, intervieweeId, code, shown, withdrawn }) => ({
      id,
      code,
      shown,
      withdrawn,
      wantsRecord: wishes.find((one) => one.id === id)?.wantsRecord ?? null,
      address: addresses.get(intervieweeId) ?? null,
      link: links.find((link) => link.participantId === id && link.revokedAt === null) ?? null,
      earlier: links.filter((link) => link.participantId === id && link.revokedAt !== null).length,
    })),
  };
}

/** What the page of a fact check gets. */
export type FactCheckLoaded = Awaited<ReturnType<typeof loadFactCheck>>;
/** A participant on it. */
export type CheckedParticipant = FactCheckLoaded["participants"][number];

async function listLinks(db: Db, interviewId: string, { at, remarks: shown }: { at: Date; remarks: boolean }) {
  const rows = await db.factCheckLink.findMany({
    where: { interviewId },
    select: {
      id: true,
      participantId: true,
      language: true,
      createdAt: true,
      expiresAt: true,
      mailedAt: true,
      revokedAt: true,
      sentInAt: true,
      version: true,
      replies: { select: { at: true } },
    },
    orderBy: { createdAt: "desc" },
  });
  const sent = await readSentIn(db, rows);
  return rows.map(({ replies, ...row }) => ({
    ...row,
    state: factCheckLinkState(row, at) satisfies FactCheckLinkState,
    looked: replies.length,
    savedAt: replies.reduce<Date | null>((last, reply) => (last && last > reply.at ? last : reply.at), null),
    /** As she sent them in: what she wrote since is hers until she sends in again. */
    remarks: (shown && sent.get(row.id)?.remarks) || "",
  }));
}

/** How many answers of an interview stand where in the fact check. */
async function countStatuses(db: Db, protocol: Protocol, interviewId: string, at: Date) {
  const answers = await db.interviewAnswer.findMany({
    where: { interviewId, archivedAt: null, state: { in: [...saidStates] } },
    select: { id: true, interviewId: true, givenBy: true, record: true, value: true, disputedAt: true, withdrawnAt: true },
  });
  const checks = [...(await readFactChecks(db, { rules: protocol.rules, answers, at })).values()];
  const count = (status: FactCheckStatus) => checks.filter((check) => check.status === status).length;
  return {
    total: answers.length,
    by: factCheckStatuses.map((status) => ({ status, count: count(status) })).filter((one) => one.count > 0),
  };
}
