import { isPassage, type Span } from "~/domain/codes/anchor";
import { findCode } from "~/domain/protocol/readers";
import { protocolVersion } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { keepVersion } from "~/platform/versions.server";
import type { CodedText } from "./find-text.server";

/** A passage as it was chosen, and the text that it was chosen from. */
export interface ChosenPassage extends Span {
  text: string;
}

/** A coding that can be changed: of this assessment and not archived. */
export async function findChangeableCoding(tx: Tx, assessmentId: string, id: string) {
  const coding = await tx.coding.findFirst({ where: { id, assessmentId } });
  if (!coding) throw refuse("not-found");
  if (coding.archivedAt) throw refuse("wrong-state", { state: "archived" });
  return coding;
}

/** Refuses a code that the codebook in force does not have, at the field that names it. */
export async function requireCode(tx: Tx, assessmentId: string, code: string, field = "code"): Promise<void> {
  const { protocolNumber } = await tx.assessment.findUniqueOrThrow({ where: { id: assessmentId }, select: { protocolNumber: true } });
  if (!findCode(await protocolVersion(assessmentId, protocolNumber), code)) throw refuse("invalid", { field, problem: "unknown" });
}

/** The columns of a passage as it is marked. Refuses one of a text that has changed since it was chosen, and a span that is no passage of it. */
export function passageColumns(text: CodedText, chosen: ChosenPassage) {
  if (text.text !== chosen.text) throw refuse("invalid", { field: "sentences", problem: "text-changed" });
  if (!isPassage(text.text, chosen)) throw refuse("invalid", { field: "sentences", problem: "choose-passage" });
  const { start, end } = chosen;
  return { language: text.language, start, end, passage: text.text.slice(start, end) };
}

/** A passage of a text with a code. */
interface CodedPassage extends Span {
  evidenceKind: string;
  evidenceId: string;
  code: string;
}

/** Refuses what would mark the same passage twice with one code; a mark does not stand in its own way. */
export async function requireUncoded(tx: Tx, { evidenceKind, evidenceId, code, start, end }: CodedPassage, own?: string): Promise<void> {
  const same = { evidenceKind, evidenceId, code, start, end, archivedAt: null, ...(own !== undefined && { id: { not: own } }) };
  if ((await tx.coding.count({ where: same })) > 0) throw refuse("invalid", { field: "code", problem: "coded-already" });
}

/** Keeps what a coding holds now. */
export async function keepCoding(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const { assessmentId, version, archivedAt, byId: _, at: _at, id: _id, ...fields } = await tx.coding.findUniqueOrThrow({ where: { id } });
  const body = { ...fields, archivedAt: archivedAt?.toISOString() ?? null };
  await keepVersion(tx, { assessmentId, kind: "coding", recordId: id, number: version, body, by, at });
}
