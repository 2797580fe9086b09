import { findQuestion } from "~/domain/protocol/readers";
import { findStudy } from "./acting.server";
import type { Db } from "./db.server";
import { refuse } from "./refusal.server";

interface Answerable {
  assessmentId: string;
  question?: string | undefined;
  part?: string | undefined;
  /** Blocks that the change is about to take away. */
  going?: readonly string[];
}

/** The question (and part) that an answer is for; refuses one that is not in the protocol, a heading, and one that has its answer. */
export async function findAnswerable(
  tx: Db,
  { assessmentId, question: id, part, going = [] }: Answerable,
): Promise<{ question: string; part: string | null }> {
  const { protocol } = await findStudy(tx, assessmentId);
  const question = id === undefined ? null : findQuestion(protocol, id);
  if (!question || question.kind === "group") throw refuse("invalid", { field: "question", message: "choose" });
  if (part !== undefined && !question.parts?.some(({ key }) => key === part)) throw refuse("invalid", { field: "part", message: "choose" });
  const live = { archivedAt: null, section: { archivedAt: null } };
  const others = await tx.statement.findMany({
    where: { assessmentId, kind: "answer", question: question.id, block: live, blockId: { notIn: [...going] } },
    select: { part: true, code: true },
  });
  const taken = others.find((other) => other.part === null || part === undefined || other.part === part);
  if (taken) throw refuse("invalid", { field: "question", message: "answered-already", code: taken.code });
  return { question: question.id, part: part ?? null };
}
