import { z } from "zod";
import { isGivenBy } from "~/domain/interviews/answer";
import { LocalText } from "~/domain/local-text-schema";
import { saidStates } from "~/domain/moves/interview";
import type { Language } from "~/domain/tool-language";
import { protocolVersion } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
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

/** The answers that an interviewee can say something of now, with their records: hers, answered, and not withdrawn. */
export async function listToSay(db: Db, { interviewId, participantId }: OpenLink): Promise<{ id: string; record: string }[]> {
  const rows = await db.interviewAnswer.findMany({
    where: { interviewId, archivedAt: null, state: { in: [...saidStates] }, withdrawnAt: null },
    select: { id: true, record: true, givenBy: true },
  });
  return rows.filter(({ givenBy }) => isGivenBy(Ids.parse(JSON.parse(givenBy)), participantId));
}
