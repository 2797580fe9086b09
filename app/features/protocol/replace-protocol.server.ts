import { canonical } from "~/domain/canonical";
import type { Protocol } from "~/domain/protocol/schema";
import { findStudy, requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { keepAssessment } from "~/platform/keep-assessment.server";
import { refuse } from "~/platform/refusal.server";
import { sha256 } from "~/platform/sha256.server";
import { fitSections } from "./fit-sections.server";
import { replacementCheck } from "./replacement-problems.server";

/** A protocol without problems and the file it was read from; `version` is that of the assessment. */
export interface ReplaceProtocol {
  assessmentId: string;
  version: number;
  protocol: Protocol;
  file: string;
  fileName: string;
}

/** Puts another protocol in force and fits the sections to its outline. Refused once frozen, and when something that has records would vanish or change its kind. */
export async function replaceProtocol(context: ChangeContext, input: ReplaceProtocol): Promise<{ number: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, version, protocol } = input;
    requireMay(context, assessmentId, "protocol.replace", "protocol.read");
    const assessment = await tx.assessment.findUnique({ where: { id: assessmentId } });
    if (!assessment) throw refuse("not-found");
    if (assessment.frozenAt) throw refuse("wrong-state", { state: "frozen" });
    if (assessment.version !== version) throw refuse("conflict", { version: assessment.version });
    const before = await requireFitting(tx, assessmentId, protocol);
    const body = canonical(protocol);
    const digest = sha256(body);
    if (digest === before.digest) return { result: { number: before.number }, event: "nothing changed" };
    const id = newId(context.at);
    const number = before.number + 1;
    const file = { file: input.file, fileName: input.fileName, body, digest };
    await tx.protocolVersion.create({ data: { id, assessmentId, number, ...file, createdAt: context.at, byId: context.by.id } });
    await tx.assessment.update({ where: { id: assessmentId }, data: { protocolNumber: number, version: version + 1 } });
    await keepAssessment(tx, context, assessmentId);
    await fitSections(tx, context, assessmentId, protocol);
    const told = { fileName: input.fileName, digest: { before: before.digest, after: digest } };
    return {
      result: { number },
      event: { action: "protocol.replace", subject: { type: "protocol", id, version: number }, label: String(number), change: told },
    };
  });
}

async function requireFitting(tx: Tx, assessmentId: string, protocol: Protocol): Promise<{ number: number; digest: string }> {
  const study = await findStudy(tx, assessmentId);
  const number = study.assessment.protocolNumber;
  const check = await replacementCheck(tx, study.assessment, study.protocol);
  if (check(protocol).length > 0) throw refuse("invalid", { field: "file", problem: "protocol-loses" });
  const { digest } = await tx.protocolVersion.findUniqueOrThrow({
    where: { assessmentId_number: { assessmentId, number } },
    select: { digest: true },
  });
  return { number, digest };
}
