import type { RemarkPlaces } from "~/domain/remarks/places";
import { isLateRemark } from "~/domain/moves/comment-round";
import { isChangedSince, remarkStateOf } from "~/domain/remarks/remark";
import type { Db } from "~/platform/db.server";
import { namesOfUsers } from "~/platform/names-of-users.server";
import { answeredOfRemark, RemarkAnswer, saidOfRemark } from "~/platform/remarks.server";

/** Whose remarks are listed, on which edition. */
interface Asked {
  assessmentId: string;
  editionId: string;
  dueOn: string | null;
  places: RemarkPlaces;
}

type Said = Awaited<ReturnType<typeof readSaid>>[number];
type Answer = Awaited<ReturnType<typeof readAnswers>>[number];

/** The team's table: every remark that was sent, with its response. Drafts are not read. */
export async function listForTeam(db: Db, asked: Asked) {
  const where = { assessmentId: asked.assessmentId, editionId: asked.editionId, sentAt: { not: null } };
  const [said, answers] = await Promise.all([readSaid(db, where), readAnswers(db, where)]);
  return shownOf(db, asked, said, answers);
}

/** What a reader sees: her own remarks, those of her colleagues that were sent, and the responses that were shown. No other response is read. */
export async function listForReader(db: Db, asked: Asked, readerId: string) {
  const where = { assessmentId: asked.assessmentId, editionId: asked.editionId };
  const [said, answers] = await Promise.all([
    readSaid(db, { ...where, OR: [{ sentAt: { not: null } }, { byId: readerId, withdrawnAt: null }] }),
    readAnswers(db, { ...where, shownAt: { not: null } }),
  ]);
  return shownOf(db, asked, said, answers);
}

/** A remark as a page shows it. */
export type ShownRemark = Awaited<ReturnType<typeof listForTeam>>[number];

type Where = NonNullable<Parameters<Db["remark"]["findMany"]>[0]>["where"];

function readSaid(db: Db, where: Where) {
  return db.remark.findMany({ where: where ?? {}, select: saidOfRemark, orderBy: { number: "asc" } });
}

function readAnswers(db: Db, where: Where) {
  return db.remark.findMany({ where: where ?? {}, select: answeredOfRemark });
}

async function shownOf(db: Db, asked: Asked, said: readonly Said[], answers: readonly Answer[]) {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  const [names, codes] = await Promise.all([
    namesOfUsers(db, [...said.map((row) => row.byId), ...answers.flatMap((row) => row.respondedById ?? [])]),
    codesOf(db, asked.assessmentId, answers),
  ]);
  const order = new Map(asked.places.sections.map(({ code }, place) => [code, place]));
  const placeOf = ({ sectionCode }: { sectionCode: string | null }) => (sectionCode === null ? -1 : (order.get(sectionCode) ?? order.size));
  return said
    .map((row) => remarkOf(row, byId.get(row.id), { asked, names, codes }))
    .toSorted((one, other) => placeOf(one) - placeOf(other) || one.number - other.number);
}

interface Beside {
  asked: Asked;
  names: ReadonlyMap<string, string>;
  codes: ReadonlyMap<string, string>;
}

function remarkOf(row: Said, answer: Answer | undefined, { asked, names, codes }: Beside) {
  const { places, dueOn } = asked;
  const read = answer && RemarkAnswer.parse(answer);
  const times = { respondedAt: answer?.respondedAt ?? null, shownAt: answer?.shownAt ?? null };
  const made = { stance: read?.stance ?? null, response: read?.response ?? {}, changed: read?.changed ?? {}, ...times };
  const statement = places.statements.find(({ code }) => code === row.statementCode);
  return {
    ...row,
    ...made,
    state: remarkStateOf({ ...row, ...made }),
    isChanged: isChangedSince(times),
    isLate: row.sentAt !== null && isLateRemark(row.sentAt, dueOn),
    by: names.get(row.byId) ?? "",
    respondedBy: names.get(answer?.respondedById ?? "") ?? null,
    section: places.sections.find(({ code }) => code === row.sectionCode)?.title ?? row.sectionCode,
    statement: statement?.text ?? null,
    statementIds: read?.statements ?? [],
    statements: (read?.statements ?? []).flatMap((id) => codes.get(id) ?? []),
  };
}

async function codesOf(db: Db, assessmentId: string, answers: readonly Answer[]): Promise<Map<string, string>> {
  const ids = [...new Set(answers.flatMap((answer) => RemarkAnswer.parse(answer).statements))];
  if (ids.length === 0) return new Map();
  const rows = await db.statement.findMany({ where: { assessmentId, id: { in: ids } }, select: { id: true, code: true } });
  return new Map(rows.map(({ id, code }) => [id, code]));
}
