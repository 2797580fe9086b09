import { z } from "zod";
import { dayAt } from "~/domain/day";
import type { CellJudgement, GivenText } from "~/domain/judgements/cells";
import { levelFromStored } from "~/domain/judgements/value";
import { LocalText } from "~/domain/local-text-schema";
import { isLate, roundStateOf, type RoundState } from "~/domain/moves/round";
import { judgedSubjects, type JudgedSubject } from "~/domain/protocol/criteria";
import { judgementsSeenBy } from "./blind.server";
import type { Db } from "./db.server";
import { refuse } from "./refusal.server";
import { listTranslations, type ShownTranslation } from "./translations.server";

/** A rater who keeps to the own value, and why. */
const Dissent = z.strictObject({ userId: z.string(), reason: LocalText });
/** A rater who keeps to the own value, and why. */
export type Dissent = z.infer<typeof Dissent>;

/** The dissents as a reconciled judgement stores them; none where there are none. */
export function readDissents(stored: string | null): Dissent[] {
  return stored === null ? [] : z.array(Dissent).parse(JSON.parse(stored));
}

/** A judgement that this viewer may see: of a round that has opened, or her own. */
export interface JudgementRow extends CellJudgement {
  id: string;
  roundId: string;
  code: string;
  subjectKind: string;
  justification: string;
  language: string;
  translations: ShownTranslation[];
  ownExpertise: boolean;
  /** How the agreed value came about, of a reconciled one: `discussion`, `median`, `mean` or `majority`. */
  method: string | null;
  dissent: Dissent[];
  wording: LocalText;
  protocolNumber: number;
  byId: string;
  at: Date;
  version: number;
}

/** Which judgements to read. */
export interface JudgementFilter {
  assessmentId: string;
  /** One round, or some of them. */
  roundId?: string | { in: string[] };
  subjectKind?: JudgedSubject;
  subjectId?: string;
}

/** The judgements that a viewer may see, and none of those that are blind to her; null = a reader. Two queries, whatever their number. */
export async function listJudgements(db: Db, viewerId: string | null, filter: JudgementFilter): Promise<JudgementRow[]> {
  const rows = await db.judgement.findMany({
    where: { ...filter, AND: [judgementsSeenBy(viewerId)] },
    orderBy: [{ round: { number: "asc" } }, { at: "asc" }, { id: "asc" }],
  });
  const translations = await listTranslations(
    db,
    "judgement",
    "justification",
    new Map(rows.map(({ id, justification }) => [id, justification])),
  );
  return rows.map(({ assessmentId: _, level, dissent, wording, ...row }) => ({
    ...row,
    level: levelFromStored(level),
    translations: translations.get(row.id) ?? [],
    dissent: readDissents(dissent),
    wording: LocalText.parse(JSON.parse(wording)),
  }));
}

/** A justification in each language in which it stands. */
export function textsOf({ language, justification, translations }: JudgementRow): GivenText {
  const others = translations.map((one) => [one.language, one.body] as const);
  return { language, texts: Object.fromEntries([...others, [language, justification]]) };
}

/** What was given in a cell, without a word of text. */
export type JudgedValue = CellJudgement & { roundId: string };

/** The values alone of the judgements that a viewer may see, without a word of text: for tables of a thousand cells. One query. */
export async function listJudgedValues(db: Db, viewerId: string | null, filter: JudgementFilter): Promise<JudgedValue[]> {
  const rows = await db.judgement.findMany({
    where: { ...filter, AND: [judgementsSeenBy(viewerId)] },
    orderBy: [{ round: { number: "asc" } }, { at: "asc" }, { id: "asc" }],
    select: { roundId: true, subjectId: true, criterion: true, rater: true, level: true, without: true, agreed: true },
  });
  return rows.map(({ level, ...row }) => ({ ...row, level: levelFromStored(level) }));
}

/** A round as its pages show it: how many have sent, and of the viewer herself whether she rates in it and has sent. */
export interface RoundRow {
  id: string;
  number: number;
  title: LocalText;
  subjectKind: JudgedSubject;
  subjects: string[];
  criteria: string[];
  state: RoundState;
  openedAt: Date | null;
  closedAt: Date | null;
  createdAt: Date;
  /** The day by which raters are asked to send, as `2026-03-03`. */
  dueOn: string | null;
  /** That day has passed, and some have not sent. */
  late: boolean;
  protocolNumber: number;
  version: number;
  /** In the order of their assignment; the first is rater A. */
  raters: { id: string; name: string }[];
  sent: number;
  /** The viewer's own assignment, null when she doesn't rate in this round. */
  mine: { version: number; sentAt: Date | null } | null;
}

const Names = z.array(z.string());
const SubjectKind = z.enum(judgedSubjects);

/**
 * The rounds of an assessment, newest first, as this person may see them; abandoned ones, which judge nothing, only where they are asked for.
 * Two queries.
 */
export async function listRounds(
  db: Db,
  viewerId: string,
  { abandoned = false, ...where }: { assessmentId: string; number?: number; id?: string; subjectKind?: JudgedSubject; abandoned?: boolean },
): Promise<RoundRow[]> {
  const today = dayAt(new Date());
  const rows = await db.round.findMany({
    where: { ...where, ...(!abandoned && { OR: [{ closedAt: null }, { openedAt: { not: null } }] }) },
    orderBy: { number: "desc" },
    include: { raters: { where: { replacedAt: null }, orderBy: { id: "asc" } } },
  });
  const users = await db.user.findMany({
    where: { id: { in: rows.flatMap(({ raters }) => raters.map(({ userId }) => userId)) } },
    select: { id: true, name: true },
  });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return rows.map(
    ({ raters, id, number, title, subjectKind, subjects, criteria, openedAt, closedAt, createdAt, dueOn, protocolNumber, version }) => {
      const own = raters.find(({ userId }) => userId === viewerId);
      return {
        id,
        number,
        openedAt,
        closedAt,
        createdAt,
        dueOn,
        protocolNumber,
        version,
        title: LocalText.parse(JSON.parse(title)),
        subjectKind: SubjectKind.parse(subjectKind),
        subjects: Names.parse(JSON.parse(subjects)),
        criteria: Names.parse(JSON.parse(criteria)),
        state: roundStateOf({ openedAt, closedAt }),
        late: isLate({ state: roundStateOf({ openedAt, closedAt }), dueOn }, today),
        raters: raters.map(({ userId }) => ({ id: userId, name: names.get(userId) ?? userId })),
        sent: raters.filter(({ sentAt }) => sentAt !== null).length,
        mine: own ? { version: own.version, sentAt: own.sentAt } : null,
      };
    },
  );
}

/** Rounds in the order in which they decide a cell: what has opened before what has not, each as it came. */
export function openedFirst<Round extends Pick<RoundRow, "openedAt">>(rounds: readonly Round[]): Round[] {
  return [...rounds.filter(({ openedAt }) => openedAt !== null), ...rounds.filter(({ openedAt }) => openedAt === null)];
}

/** A round by its number as this person may see it; not found when there is none. */
export async function findRound(db: Db, viewerId: string, assessmentId: string, number: number): Promise<RoundRow> {
  const [found] = Number.isSafeInteger(number) ? await listRounds(db, viewerId, { assessmentId, number }) : [];
  if (!found) throw refuse("not-found");
  return found;
}
