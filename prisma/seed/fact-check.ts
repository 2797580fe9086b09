import { z } from "zod";
import { dayAfter as daysAfter, dayAt } from "~/domain/day";
import { makeLink } from "~/features/fact-check/make-link.server";
import type { ReplyGiven } from "~/features/fact-check/reply-schema";
import { saveReplies } from "~/features/fact-check/save-replies.server";
import { sendIn } from "~/features/fact-check/send-in.server";
import { settleCorrection } from "~/features/fact-check/settle-correction.server";
import { saveAnswerTranslation } from "~/features/interviews/save-answer-translation.server";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { recordDigest } from "~/platform/fact-check.server";
import { dayAfter, moment, type Agenda } from "./agenda";
import { Both, type SeededStudy } from "./study";

/** What an example tells of a fact check: a link that was sent and came back, or that one was asked for in the demo. */
export const FactCheckRecord = z.looseObject({
  participant: z.string().optional(),
  link_sent_at: z.string().optional(),
  expires_at: z.string().optional(),
  sent_in_at: z.string().optional(),
  demo: z.string().optional(),
});
/** What was said of one answer, and what became of a correction. */
export const CorrectionRecord = z.looseObject({ before: Both, proposed: Both, at: z.string(), reason: Both });

interface Checked {
  fact_check?: z.infer<typeof FactCheckRecord> | undefined;
  answers?: { id: string; fact_check?: string | undefined; correction?: z.infer<typeof CorrectionRecord> | undefined }[] | undefined;
}

interface Held {
  id: string;
  by: string;
  participants: Map<string, string>;
}

interface SentLink extends Held {
  participantId: string;
  linkId: string;
}

/** Sends the record as the example says; where it tells what came back, that is said, sent in and dealt with on its days. */
export function planFactCheck(agenda: Agenda, study: SeededStudy, record: Checked, held: () => Held | undefined, heldOn: string): void {
  const check = record.fact_check;
  const asked = check?.link_sent_at !== undefined || check?.demo === "requested";
  if (!check || !asked) return;
  const scene: { link?: SentLink } = {};
  const sentOn = check.link_sent_at ?? dayAfter(heldOn, 4);
  const { days } = study.protocol.rules.factCheck;
  agenda.add(moment(sentOn, 15), async (at) => {
    const one = held();
    if (one) scene.link = await send(study, one, check.participant, check.expires_at ?? daysAfter(dayAt(at), days), at);
  });
  const after = (run: (link: SentLink, at: Date) => Promise<unknown>) => async (at: Date) => scene.link && run(scene.link, at);
  if (check.sent_in_at === undefined) return;
  agenda.add(
    moment(check.sent_in_at, 19),
    after((link, at) => comeBack(study, link, record, at)),
  );
  for (const { id, correction } of record.answers ?? []) {
    if (!correction) continue;
    agenda.add(
      moment(correction.at, 10),
      after((link, at) => takeOver(study, link, id, correction, at)),
    );
  }
}

async function send(study: SeededStudy, held: Held, participant: string | undefined, until: string, at: Date): Promise<SentLink> {
  const [first = ""] = held.participants.values();
  const participantId = held.participants.get(participant ?? "") ?? first;
  const language = study.protocol.originalLanguage;
  const { id } = await makeLink(study.as(held.by, at), { assessmentId: study.id, participantId, language, until });
  return { ...held, participantId, linkId: id };
}

async function comeBack(study: SeededStudy, { participantId, linkId, by }: SentLink, record: Checked, at: Date): Promise<void> {
  const context: ChangeContext = { ...study.as(by, at), by: { kind: "link", id: participantId, name: "", role: "interviewee" } };
  const replies = await Promise.all(
    (record.answers ?? []).map(async ({ id, fact_check: said, correction }): Promise<ReplyGiven> => {
      const answerId = study.evidence.get(id)?.id ?? "";
      const row = await db.interviewAnswer.findUniqueOrThrow({ where: { id: answerId }, select: { record: true, value: true } });
      const verdict = said === "corrected" || said === "withdrawn" ? said : "confirmed";
      return { answerId, verdict, text: correction?.proposed.nl ?? "", remark: "", seen: recordDigest(row) };
    }),
  );
  const { version } = await saveReplies(context, { assessmentId: study.id, linkId, version: 1, replies, remarks: "" });
  await sendIn(context, { assessmentId: study.id, linkId, version });
}

async function takeOver(
  study: SeededStudy,
  { linkId, by }: SentLink,
  id: string,
  correction: z.infer<typeof CorrectionRecord>,
  at: Date,
): Promise<void> {
  const answerId = study.evidence.get(id)?.id ?? "";
  const reply = await db.factCheckReply.findUniqueOrThrow({ where: { linkId_answerId: { linkId, answerId } } });
  const { version } = await db.interviewAnswer.findUniqueOrThrow({ where: { id: answerId }, select: { version: true } });
  const as = { as: "taken-over", record: "", reason: correction.reason.nl } as const;
  await settleCorrection(study.as(by, at), { assessmentId: study.id, replyId: reply.id, replyVersion: reply.version, version, ...as });
  const translation = { language: "en", version: 1, record: correction.proposed.en };
  await saveAnswerTranslation(study.as(by, at), { assessmentId: study.id, answerId, ...translation });
}
