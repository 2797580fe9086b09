import { isEvidenceKind, nodeKey, type NodeRef } from "~/domain/evidence/kinds";
import { findQuestion } from "~/domain/protocol/readers";
import { findStudy, requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { listCodes } from "~/platform/evidence-codes.server";
import { newId } from "~/platform/ids.server";
import { refuse } from "~/platform/refusal.server";
import { keepVersion } from "~/platform/versions.server";

/** Evidence that informs a research question, said by hand beside what follows from the protocol. */
export interface TagQuestion {
  assessmentId: string;
  question: string;
  evidence: NodeRef;
}

/** Tags evidence for a question; one that is tagged already stays so, without an event. */
export async function tagQuestion(context: ChangeContext, input: TagQuestion): Promise<void> {
  return setTag(context, input, true);
}

/** Takes a tag by hand away again; tags that follow from the protocol can't be taken away. */
export async function untagQuestion(context: ChangeContext, input: TagQuestion): Promise<void> {
  return setTag(context, input, false);
}

function setTag(context: ChangeContext, input: TagQuestion, tagged: boolean): Promise<void> {
  return change<void>({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, question } = input;
    requireMay(context, assessmentId, "question.tag", "section.read");
    const code = await findCode(tx, input);
    const where = {
      assessmentId_question_evidenceKind_evidenceId: {
        assessmentId,
        question,
        evidenceKind: input.evidence.kind,
        evidenceId: input.evidence.id,
      },
    };
    const before = await tx.questionTag.findUnique({ where });
    if ((before !== null && before.removedAt === null) === tagged) return { result: undefined, event: "nothing changed" };
    const id = before?.id ?? newId(context.at);
    const removedAt = tagged ? null : context.at;
    await tx.questionTag.upsert({
      where,
      create: { id, assessmentId, question, evidenceKind: input.evidence.kind, evidenceId: input.evidence.id, removedAt },
      update: { removedAt },
    });
    const version = 1 + (await tx.version.count({ where: { kind: "question-tag", recordId: id } }));
    await keepVersion(tx, {
      assessmentId,
      kind: "question-tag",
      recordId: id,
      number: version,
      body: { question, evidence: input.evidence, tagged },
      by: context.by,
      at: context.at,
    });
    const subject = { type: "question-tag", id, version } as const;
    return { result: undefined, event: { action: tagged ? "question.tag" : "question.untag", subject, label: code, change: { question } } };
  });
}

async function findCode(tx: Tx, { assessmentId, question, evidence }: TagQuestion): Promise<string> {
  const { protocol } = await findStudy(tx, assessmentId);
  const code = isEvidenceKind(evidence.kind) ? (await listCodes(tx, assessmentId, [evidence])).get(nodeKey(evidence)) : undefined;
  if (code === undefined) throw refuse("not-found");
  if (!findQuestion(protocol, question)) throw refuse("invalid", { field: "question", message: "choose" });
  return code;
}
