import { z } from "zod";
import { isGivenBy } from "~/domain/interviews/answer";
import { LocalText } from "~/domain/local-text-schema";
import { saidStates } from "~/domain/moves/interview";
import type { Language } from "~/domain/tool-language";
import { protocolVersion } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { recordDigest } from "~/platform/fact-check.server";
import type { OpenLink } from "~/platform/fact-check-link.server";
import { loadRecord } from "./load-record.server";
import type { RecordPage } from "./record-page";

const Languages = z.array(z.string());
const Ids = z.array(z.string());

/** The page of the interviewee whose link it is, in the language in which she reads it. */
export async function loadOwnPage(db: Db, link: OpenLink, language: Language): Promise<RecordPage> {
  const row = await db.assessment.findUniqueOrThrow({
    where: { id: link.assessmentId },
    select: { id: true, title: true, languages: true, originalLanguage: true, protocolNumber: true },
  });
  const assessment = { id: row.id, originalLanguage: row.originalLanguage, languages: Languages.parse(JSON.parse(row.languages)) };
  const protocol = await protocolVersion(row.id, row.protocolNumber);
  const contact = await db.user.findUniqueOrThrow({ where: { id: link.byId }, select: { name: true, email: true } });
  return {
    record: await loadRecord(db, { assessment, protocol, participantId: link.participantId, language }),
    study: LocalText.parse(JSON.parse(row.title)),
    until: link.expiresAt,
    contact,
    version: link.version,
    remarks: link.remarks,
    sentInAt: link.sentInAt,
  };
}

/** An answer on the page of an interviewee: its record as it is now, and whether it was withdrawn, so that nothing more can be said of it. */
export interface AnswerToSay {
  id: string;
  record: string;
  digest: string;
  withdrawn: boolean;
}

/** The answers on the page of an interviewee: hers, and answered. */
export async function listToSay(db: Db, { interviewId, participantId }: OpenLink): Promise<AnswerToSay[]> {
  const rows = await db.interviewAnswer.findMany({
    where: { interviewId, archivedAt: null, state: { in: [...saidStates] } },
    select: { id: true, record: true, value: true, givenBy: true, withdrawnAt: true },
  });
  return rows
    .filter(({ givenBy }) => isGivenBy(Ids.parse(JSON.parse(givenBy)), participantId))
    .map(({ id, withdrawnAt, ...seen }) => ({ id, record: seen.record, digest: recordDigest(seen), withdrawn: withdrawnAt !== null }));
}
