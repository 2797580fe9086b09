import { z } from "zod";
import {
  AttributionLevel,
  codeOfProtected,
  giversOf,
  isProtected,
  levelOfAnswer,
  mayQuoteAnswer,
  type NamedInterviewee,
  smallGroups,
  type SharedAttribution,
} from "~/domain/attribution";
import type { WithGuide } from "~/domain/interviews/guide";
import { heldStates, notHeldStates } from "~/domain/moves/interview";
import type { Db } from "./db.server";
import { byInterview, listAgreed, listParticipants, nameParticipants, type Onlooker } from "./interviewees.server";
import { refuse } from "./refusal.server";
import { hmacSha256 } from "./sha256.server";

/** How an answer is attributed in the eyes of one onlooker. */
export interface AnswerAttribution {
  /** `I7:22b`; in a document, for a protected person, a code that joins nothing. */
  code: string;
  /** The code of the interview; null where it would join the answers of a protected person. */
  interview: string | null;
  level: AttributionLevel;
  mayQuote: boolean;
  /** Everyone who gave the answer, as far as the level allows. */
  people: NamedInterviewee[];
}

const Ids = z.array(z.string());

/** How interview answers are attributed, by id: for a person by her rights, for `"reader"` as a document may show it. A constant number of queries. */
export async function listAnswerAttributions(
  db: Db,
  onlooker: Onlooker,
  protocol: WithGuide,
  assessmentId: string,
  answerIds: readonly string[],
): Promise<Map<string, AnswerAttribution>> {
  const answers = await db.interviewAnswer.findMany({
    where: { assessmentId, id: { in: [...new Set(answerIds)] } },
    select: { id: true, code: true, interviewId: true, attribution: true, givenBy: true, interview: { select: { code: true } } },
    orderBy: { id: "asc" },
  });
  const agreed = await listAgreed(db, onlooker, assessmentId, [...new Set(answers.map(({ interviewId }) => interviewId))]);
  const participantsOf = byInterview(agreed);
  const attributed = answers.map((answer) => {
    const participants = participantsOf.get(answer.interviewId) ?? [];
    const givenBy = Ids.parse(JSON.parse(answer.givenBy));
    const attribution = answer.attribution === null ? null : AttributionLevel.parse(answer.attribution);
    const level = levelOfAnswer({ attribution, givenBy }, participants);
    return { answer, level, givers: giversOf(givenBy, participants), mayQuote: mayQuoteAnswer(givenBy, participants) };
  });
  const named = await nameParticipants(
    db,
    protocol,
    attributed.flatMap(({ givers, level }) => givers.map((participant) => ({ participant, level }))),
  );
  const protectedCode = await codeMaker(db, onlooker, assessmentId);
  let next = 0;
  return new Map(
    attributed.map(({ answer, level, givers, mayQuote }) => {
      const people = named.slice(next, (next += givers.length));
      const hidden = onlooker === "reader" && isProtected(level);
      const code = hidden ? protectedCode(answer.id) : answer.code;
      return [answer.id, { code, interview: hidden ? null : answer.interview.code, level, mayQuote, people }];
    }),
  );
}

async function codeMaker(db: Db, onlooker: Onlooker, assessmentId: string): Promise<(answerId: string) => string> {
  if (onlooker !== "reader") return (id) => id;
  const assessment = await db.assessment.findUnique({ where: { id: assessmentId }, select: { codeKey: true } });
  if (!assessment) throw refuse("not-found");
  return (id) => codeOfProtected(id, assessment.codeKey, hmacSha256);
}

/** An entry in the list of interviewees of a document; interview and day are null where they would tell who a protected person is. */
export interface DocumentInterviewee {
  shown: NamedInterviewee;
  interview: string | null;
  heldOn: string | null;
  /** False when the interview was planned and did not take place. */
  held: boolean;
}

/** The interviewees as a document lists them: those who may be known by interview first, protected people after them in an order that tells nothing. */
export async function listDocumentInterviewees(
  db: Db,
  protocol: WithGuide,
  assessmentId: string,
): Promise<{ listed: DocumentInterviewee[]; small: SharedAttribution[] }> {
  const interviews = await db.interview.findMany({
    where: { assessmentId, archivedAt: null, state: { in: [...heldStates, ...notHeldStates] } },
    select: { id: true, code: true, heldOn: true, state: true },
    orderBy: { number: "asc" },
  });
  const participants = await listParticipants(
    db,
    "reader",
    protocol,
    assessmentId,
    interviews.map(({ id }) => id),
  );
  const all = interviews.flatMap((interview) =>
    (participants.get(interview.id) ?? [])
      .filter(({ withdrawn }) => !withdrawn)
      .map(({ shown, persons }) => {
        const hidden = isProtected(shown.level);
        const held = heldStates.some((state) => state === interview.state);
        return { persons, entry: { shown, interview: hidden ? null : interview.code, heldOn: hidden ? null : interview.heldOn, held } };
      }),
  );
  const key = ({ shown }: DocumentInterviewee) => JSON.stringify([shown.kind?.id ?? "~", shown.role ?? {}]);
  const open = all.map(({ entry }) => entry).filter(({ interview }) => interview !== null);
  const hidden = all.map(({ entry }) => entry).filter(({ interview }) => interview === null);
  hidden.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : Number(b.held) - Number(a.held)));
  const small = smallGroups(all.filter(({ entry }) => entry.held).map(({ entry, persons }) => ({ shown: entry.shown, persons })));
  return { listed: [...open, ...hidden], small };
}
