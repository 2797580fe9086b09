import { z } from "zod";
import { AttributionLevel, giversOf, levelOfAnswer } from "~/domain/attribution";
import { discussed, settlements, verdicts } from "~/domain/fact-check/status";
import { isGivenBy } from "~/domain/interviews/answer";
import { readAnswerCode } from "~/domain/interviews/answer-code";
import { compareAnswerCodes } from "~/domain/interviews/answer-order";
import { LocalText } from "~/domain/local-text-schema";
import { saidStates } from "~/domain/moves/interview";
import type { Protocol } from "~/domain/protocol/schema";
import type { Language } from "~/domain/tool-language";
import type { Db } from "~/platform/db.server";
import { recordDigest } from "~/platform/fact-check.server";
import { listAgreed, nameParticipants } from "~/platform/interviewees.server";
import { refuse } from "~/platform/refusal.server";
import { listTranslations } from "~/platform/translations.server";
import { valueWords } from "./value-words.server";

const Ids = z.array(z.string());
const Verdict = z.enum(verdicts);
const Settled = z.enum(settlements).nullable().catch(null); // one that is being discussed is not settled

/** Whose record is shown: of which study, to which participant, in which language. */
export interface RecordFor {
  assessment: { id: string; languages: readonly string[]; originalLanguage: string };
  protocol: Protocol;
  participantId: string;
  language: Language;
}

/**
 * The record of an interview as one participant sees it: only answers that she gave or that name nobody, without notes, without the
 * other participants, and of herself what a reader of the document will see.
 */
export async function loadRecord(db: Db, { assessment, protocol, participantId, language }: RecordFor) {
  const participant = await db.participant.findFirst({
    where: { id: participantId, assessmentId: assessment.id },
    select: { interviewId: true, interview: { select: { heldOn: true, interviewers: { select: { userId: true } } } } },
  });
  if (!participant) throw refuse("not-found");
  const { interviewId, interview } = participant;
  const all = await listAgreed(db, "reader", assessment.id, [interviewId]);
  const agreed = all.find(({ id }) => id === participantId);
  if (!agreed) throw refuse("not-found");
  const [shownAs] = await nameParticipants(db, protocol, [{ participant: agreed, level: agreed.attribution }]);
  const rows = await readAnswers(db, interviewId);
  const mine = rows.filter(({ givenBy }) => isGivenBy(givenBy, participantId));
  const translations = await listTranslations(db, "interview-answer", "record", new Map(mine.map(({ id, record }) => [id, record])));
  const words = await valueWords(db, { assessment, protocol, language }, mine);
  const replies = await readReplies(db, participantId);
  const people = await db.user.findMany({
    where: { id: { in: interview.interviewers.map(({ userId }) => userId) } },
    select: { name: true },
    orderBy: { name: "asc" },
  });
  return {
    heldOn: interview.heldOn,
    interviewers: people.map(({ name }) => name),
    shownAs: shownAs ?? null,
    level: agreed.attribution,
    mayQuote: agreed.mayQuote,
    languages: assessment.languages,
    answers: mine.map(({ givenBy, attribution, value, wording, ...row }) => {
      const { id, record, language: spoken } = row;
      const withdrawn = row.withdrawnAt !== null;
      const digest = recordDigest({ record, value });
      const level = levelOfAnswer({ attribution, givenBy }, giversOf(givenBy, all));
      return {
        id,
        code: readAnswerCode(row.code).item,
        version: row.version,
        wording,
        withdrawn,
        record: withdrawn ? "" : record,
        value: withdrawn ? "" : (words.get(id) ?? ""),
        digest: withdrawn ? "" : digest,
        lang: spoken,
        translation:
          withdrawn || spoken === language
            ? null
            : (translations.get(id)?.find((one) => one.language === language && !one.behind)?.body ?? null),
        level: level === agreed.attribution ? null : level,
        reply: shownReply(replies.get(id), withdrawn ? null : digest),
      };
    }),
  };
}

/** A record as an interviewee sees it. */
export type RecordShown = Awaited<ReturnType<typeof loadRecord>>;
/** One answer of it. */
export type AnswerShown = RecordShown["answers"][number];

async function readAnswers(db: Db, interviewId: string) {
  const rows = await db.interviewAnswer.findMany({
    where: { interviewId, archivedAt: null, state: { in: [...saidStates] } },
    select: {
      id: true,
      code: true,
      question: true,
      part: true,
      record: true,
      value: true,
      language: true,
      wording: true,
      attribution: true,
      givenBy: true,
      withdrawnAt: true,
      version: true,
    },
  });
  return rows
    .map(({ givenBy, attribution, wording, ...row }) => ({
      ...row,
      givenBy: Ids.parse(JSON.parse(givenBy)),
      attribution: attribution === null ? null : AttributionLevel.parse(attribution),
      wording: LocalText.parse(JSON.parse(wording)),
    }))
    .toSorted((one, other) => compareAnswerCodes(one.code, other.code));
}

type KeptReply = Awaited<ReturnType<typeof readReplies>> extends Map<string, infer Reply> ? Reply : never;

/** What she said of an answer whose record has this digest now; of a withdrawn one, which has none, only that she did. */
function shownReply(kept: KeptReply | undefined, digest: string | null) {
  if (!kept) return null;
  const { recordDigest: seen, ...reply } = kept;
  if (digest === null) return { ...reply, text: "", remark: "", settledReason: null, note: null, outdated: false };
  return { ...reply, outdated: reply.verdict === "confirmed" && seen !== digest };
}

/** The last word of a participant on each answer, whatever link she said it with, and the note with which it is being discussed. */
async function readReplies(db: Db, participantId: string) {
  const rows = await db.factCheckReply.findMany({
    where: { link: { participantId } },
    select: { answerId: true, verdict: true, text: true, remark: true, recordDigest: true, settledAs: true, settledReason: true, at: true },
    orderBy: { at: "asc" },
  });
  const notes = new Map(
    rows.flatMap(({ answerId, settledAs, settledReason }) => (settledAs === discussed ? [[answerId, settledReason] as const] : [])),
  );
  return new Map(
    rows.map(({ answerId, verdict, settledAs, ...row }) => [
      answerId,
      { ...row, verdict: Verdict.parse(verdict), settledAs: Settled.parse(settledAs), note: notes.get(answerId) ?? null },
    ]),
  );
}
