import { canonical } from "~/domain/canonical";
import type { Protocol } from "~/domain/protocol/schema";
import { findStudy } from "../acting.server";
import type { ChangeContext } from "../change.server";
import type { Tx } from "../db.server";
import { newId } from "../ids.server";
import { keepAssessment } from "../keep-assessment.server";
import { refuse } from "../refusal.server";
import { sha256 } from "../sha256.server";
import { fitSections } from "./fit-sections.server";
import { replacementCheck } from "./replacement-problems.server";

/** A protocol without problems and the file it was read from; `version` is that of the assessment. */
export interface NewProtocol {
  assessmentId: string;
  version: number;
  protocol: Protocol;
  file: string;
  fileName: string;
}

/** The version that was put in force, and the digests before and after. */
export interface PutInForce {
  id: string;
  number: number;
  digest: { before: string; after: string };
}

/**
 * Puts another protocol in force inside a change that is under way and fits the sections to its outline; null when it is the one in force. Refused when
 * something that has records would vanish or change its kind.
 */
export async function putInForce(tx: Tx, context: ChangeContext, input: NewProtocol): Promise<PutInForce | null> {
  const { assessmentId, version, protocol } = input;
  const before = await requireFitting(tx, assessmentId, protocol);
  const body = canonical(protocol);
  const digest = sha256(body);
  if (digest === before.digest) return null;
  const id = newId(context.at);
  const number = before.number + 1;
  const file = { file: input.file, fileName: input.fileName, body, digest };
  await tx.protocolVersion.create({ data: { id, assessmentId, number, ...file, createdAt: context.at, byId: context.by.id } });
  await tx.assessment.update({ where: { id: assessmentId }, data: { protocolNumber: number, version: version + 1 } });
  await keepAssessment(tx, context, assessmentId);
  await fitSections(tx, context, assessmentId, protocol);
  return { id, number, digest: { before: before.digest, after: digest } };
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
