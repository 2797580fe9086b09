import type { Protocol } from "~/domain/protocol/schema";
import { endOfDay } from "~/domain/day";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { refuse } from "~/platform/refusal.server";
import type { FactCheckLoaded } from "./load-fact-check.server";
import { loadRecord } from "./load-record.server";
import type { RecordPage } from "./record-page";

interface PreviewAsked {
  assessment: AssessmentRow;
  protocol: Protocol;
  page: FactCheckLoaded;
  participantId: string | null;
}

/** What a participant gets to see, made by the function that her own page is made by, without what she said; null where nobody asked. */
export async function loadPreviewIfAsked(
  db: Db,
  user: Viewer,
  { assessment, protocol, page, participantId }: PreviewAsked,
): Promise<RecordPage | null> {
  if (participantId === null) return null;
  const participant = page.participants.find(({ id }) => id === participantId);
  if (!participant) throw refuse("not-found");
  const record = await loadRecord(db, { assessment, protocol, participantId, language: user.language });
  return {
    record: { ...record, answers: record.answers.map((answer) => ({ ...answer, reply: null })) },
    study: assessment.title,
    until: participant.link?.expiresAt ?? endOfDay(page.until),
    contact: { name: user.name, email: user.email },
    version: 0,
    remarks: "",
    sentInAt: null,
  };
}
