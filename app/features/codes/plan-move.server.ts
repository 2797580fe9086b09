import { placeOf } from "~/domain/codes/anchor";
import { movesOf } from "~/domain/codes/moving";
import type { Db, Tx } from "~/platform/db.server";
import { sha256 } from "~/platform/sha256.server";

/** Which marks go from one code to another. */
export interface WhichMarks {
  assessmentId: string;
  from: string;
  to: string;
  /** Those that were chosen, by id; null for all. */
  chosen: readonly string[] | null;
}

const asc = "asc" as const;
const inOrder = [{ evidenceId: asc }, { start: asc }, { id: asc }];

/** What becomes of each mark, also of one whose text nobody can read any more; the digest is another as soon as anything of it is. */
export async function planMove(db: Db | Tx, { assessmentId, from, to, chosen }: WhichMarks) {
  const live = { assessmentId, archivedAt: null };
  const ids = chosen && { id: { in: [...chosen] } };
  const marks = await db.coding.findMany({ where: { ...live, code: from, ...ids }, orderBy: inOrder });
  const evidenceId = { in: [...new Set(marks.map((mark) => mark.evidenceId))] };
  const standing = await db.coding.findMany({ where: { ...live, code: to, evidenceId }, orderBy: inOrder });
  const texts = await readTexts(db, assessmentId, evidenceId.in);
  const placed = (rows: typeof marks) => rows.map((row) => ({ ...row, ...placedIn(row, texts.get(row.evidenceId)) }));
  const moves = movesOf(placed(marks), placed(standing));
  const told = moves.map(({ mark, twin }) => [mark.id, mark.version, twin?.id ?? null, twin?.version ?? null]);
  return { moves, digest: sha256(JSON.stringify([from, to, told])) };
}

/** What a move would do. */
export type MovePlan = Awaited<ReturnType<typeof planMove>>;

interface MarkedText {
  id: string;
  code: string;
  text: string;
  language: string;
}

async function readTexts(db: Db | Tx, assessmentId: string, ids: readonly string[]): Promise<Map<string, MarkedText>> {
  const where = { assessmentId, id: { in: [...ids] } };
  const answers = await db.interviewAnswer.findMany({ where, select: { id: true, code: true, record: true, language: true } });
  const excerpts = await db.excerpt.findMany({ where, select: { id: true, code: true, text: true, language: true } });
  const texts = [...answers.map(({ record, ...answer }) => ({ ...answer, text: record })), ...excerpts];
  return new Map(texts.map((text) => [text.id, text]));
}

type Mark = Parameters<typeof placeOf>[0] & { language: string };

/** Where a mark stands now, and the code of its text. */
function placedIn(mark: Mark, text: MarkedText | undefined) {
  const place = text && text.language === mark.language ? placeOf(mark, text.text) : null;
  return { place, textCode: text?.code ?? "" };
}
