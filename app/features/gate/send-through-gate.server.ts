import { checkKey, hindrancesOf } from "~/domain/coverage/passing";
import { grouped, type Posted } from "~/domain/forms/posted-form";
import { hasControlCharacters } from "~/domain/text/characters";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import type { FormProblem } from "~/platform/form-problem";
import { checksOfSection, computeGate, listGateReasons } from "~/platform/gate.server";
import { catchRefusal } from "~/platform/refusal.server";
import type { Study } from "~/platform/section-binding.server";
import { endReasons } from "./end-reasons.server";
import { giveReason } from "./give-reason.server";
import { reasonField, type PostedReason } from "./schema";

/** What became of sending: where it leads, or the problem to show with the form. */
type Sent = Response | { problem: FormProblem; status: number };

/** A section to send, with what its form says of the warnings. */
export interface ThroughGate {
  study: Study;
  section: { id: string; version: number };
  /** The version that the form was read at. */
  version: number;
  language: string;
  reasons: readonly PostedReason[];
  /** The other fields of the form, which come back with a problem. */
  others: Posted;
}

const longest = 2_000;

/**
 * Sends a section once nothing blocks it and each warning has a reason. A reason that is lacking is told at its field (422) before anything is
 * written; then each reason is one change, and sending another, which looks once more. Whatever stops it, all that was typed comes back.
 */
export async function sendThroughGate(context: ChangeContext, gate: ThroughGate, send: () => Promise<Sent>): Promise<Sent> {
  if (gate.version !== gate.section.version) return withTyped(gate, await send());
  const problem = await problemOf(gate);
  if (problem) return { problem, status: 422 };
  const place = { assessmentId: gate.study.assessment.id, sectionId: gate.section.id };
  await endReasons(context, place);
  for (const { key, reason, ...given } of gate.reasons.filter((one) => one.reason.trim() !== "")) {
    const done = await catchRefusal(
      () => giveReason(context, { ...place, ...given, reason: reason.trim(), language: gate.language }),
      "conflict",
      "invalid",
    );
    if (!done.ok && done.refusal.code === "conflict")
      return { problem: about(gate, { [reasonField(key).reason]: ["changed-meanwhile"] }), status: 409 };
  }
  const sent = await catchRefusal(send, "invalid");
  return sent.ok ? withTyped(gate, sent.result) : { problem: about(gate, {}, ["gate-closed"]), status: 422 };
}

/** What is lacking as the form stands, before anything is written. */
async function problemOf(gate: ThroughGate): Promise<FormProblem | null> {
  const { assessment, protocol } = gate.study;
  const [study, given] = await Promise.all([computeGate(db, assessment.id, protocol), listGateReasons(db, assessment.id, gate.section.id)]);
  const checks = checksOfSection(study, gate.section.id);
  const typed = gate.reasons.filter(({ reason }) => reason.trim() !== "");
  const emptied = new Set(gate.reasons.filter(({ reason }) => reason.trim() === "").map(({ key }) => key));
  const { blockers, unreasoned } = hindrancesOf(checks, [...typed, ...given.filter((one) => !emptied.has(checkKey(one)))]);
  const problems: [field: string, messages: string[]][] = [
    ...unreasoned.map((check): [string, string[]] => [reasonField(checkKey(check)).reason, ["required"]]),
    ...typed.flatMap(({ key, reason }): [string, string[]][] => {
      const message = reason.length > longest ? "too-long" : hasControlCharacters(reason) ? "characters" : null;
      return message ? [[reasonField(key).reason, [message]]] : [];
    }),
  ];
  if (blockers.length + problems.length === 0) return null;
  return about(gate, Object.fromEntries(problems), blockers.length > 0 ? ["gate-closed"] : []);
}

function about(gate: ThroughGate, fields: Record<string, string[]>, form: string[] = []): FormProblem {
  return withReasons({ fields, form, values: grouped(gate.others) }, gate.reasons);
}

/** A problem of the form with the reasons that were typed. */
export function withReasons(problem: FormProblem, reasons: readonly PostedReason[]): FormProblem {
  const typed = reasons.map(({ key, reason }): [string, string[]] => [reasonField(key).reason, [reason]]);
  return { ...problem, values: { ...problem.values, ...Object.fromEntries(typed) } };
}

function withTyped({ reasons }: ThroughGate, sent: Sent): Sent {
  return sent instanceof Response ? sent : { ...sent, problem: withReasons(sent.problem, reasons) };
}
