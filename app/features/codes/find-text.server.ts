import { saidStates } from "~/domain/moves/interview";
import type { Db, Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";

/** A text of which passages can be marked: the record of an answer, or an excerpt. */
export interface CodedText {
  kind: "interview-answer" | "excerpt";
  id: string;
  /** `I7:22b`, `S09:3` */
  code: string;
  text: string;
  language: string;
}

/** The text with this code, or with this kind and id. Not found when there is none; nothing of an answer that was withdrawn, or of what was archived. */
export async function findCodedText(
  db: Db | Tx,
  assessmentId: string,
  which: { code: string } | { kind: string; id: string },
): Promise<CodedText> {
  const byCode = "code" in which;
  const at = byCode ? { code: which.code } : { id: which.id };
  const wants = (kind: string) => byCode || which.kind === kind;
  const answer = wants("interview-answer")
    ? await db.interviewAnswer.findFirst({
        where: {
          ...at,
          assessmentId,
          state: { in: [...saidStates] },
          withdrawnAt: null,
          archivedAt: null,
          interview: { archivedAt: null },
        },
        select: { id: true, code: true, record: true, language: true },
      })
    : null;
  if (answer) return { kind: "interview-answer", id: answer.id, code: answer.code, text: answer.record, language: answer.language };
  const excerpt = wants("excerpt")
    ? await db.excerpt.findFirst({
        where: { ...at, assessmentId, archivedAt: null, source: { archivedAt: null } },
        select: { id: true, code: true, text: true, language: true },
      })
    : null;
  if (!excerpt) throw refuse("not-found");
  return { kind: "excerpt", ...excerpt };
}
