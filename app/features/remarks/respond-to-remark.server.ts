import { canonical } from "~/domain/canonical";
import type { LocalText } from "~/domain/local-text";
import { isAnswered, mayBeAnswered, type Stance } from "~/domain/remarks/remark";
import { can } from "~/domain/permissions";
import { personOf, requireMayWith } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { RemarkAnswer } from "~/platform/remarks.server";
import { keepRemark } from "./keep-remark.server";

/** What the team makes of a remark, why, what changed, and the statements in which it did; `version` is that of the remark. */
export interface RespondToRemark {
  assessmentId: string;
  id: string;
  version: number;
  stance: Stance | null;
  response: LocalText;
  changed: LocalText;
  statements: readonly string[];
}

/** Writes the response to a remark. One that was shown is changed by the lead alone and keeps its words; its readers see that it was changed. */
export async function respondToRemark(context: ChangeContext, input: RespondToRemark): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    if (!can(personOf(context, assessmentId), "remark.read", { assessmentId })) throw refuse("not-found");
    const remark = await tx.remark.findFirst({ where: { id, assessmentId, sentAt: { not: null } } });
    if (!remark) throw refuse("not-found");
    requireMayWith(context, assessmentId, "remark.respond", { assessmentId, shown: remark.shownAt !== null }, "remark.read");
    const before = RemarkAnswer.parse(remark);
    if (!mayBeAnswered({ ...remark, ...before })) throw refuse("wrong-state", { state: "withdrawn" });
    const after = await responseOf(tx, input);
    if (remark.shownAt && !isAnswered(after)) throw refuse("invalid", { field: after.stance ? "response" : "stance", problem: "required" });
    const told = differences(before, after);
    if (Object.keys(told).length === 0 && remark.version === version) return { result: { version }, event: "nothing changed" };
    const stored = {
      stance: after.stance,
      ...{ response: canonical(after.response), changed: canonical(after.changed), statements: JSON.stringify(after.statements) },
    };
    const by = { respondedAt: context.at, respondedById: context.by.id };
    const { count } = await tx.remark.updateMany({ where: { id, version }, data: { ...stored, ...by, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: remark.version });
    await keepRemark(tx, context, id);
    const subject = { type: "remark", id, version: version + 1 } as const;
    return { result: { version: version + 1 }, event: { action: "remark.respond", subject, label: remark.code, change: told } };
  });
}

/** What was filled in, without languages in which nothing was written; refuses a statement that is not of this assessment. */
async function responseOf(tx: Tx, { assessmentId, stance, response, changed, statements }: RespondToRemark): Promise<RemarkAnswer> {
  const ids = [...new Set(statements)].sort();
  const found = await tx.statement.count({ where: { assessmentId, id: { in: ids } } });
  if (found !== ids.length) throw refuse("invalid", { field: "statements", problem: "unknown" });
  return { stance, response: filled(response), changed: filled(changed), statements: ids };
}

function filled(text: LocalText): LocalText {
  return Object.fromEntries(Object.entries(text).filter(([, words]) => words.trim() !== ""));
}

function differences(before: RemarkAnswer, after: RemarkAnswer) {
  const words = (text: LocalText) => (Object.keys(text).length === 0 ? null : canonical(text));
  const changed = (one: unknown, other: unknown) => canonical(one) !== canonical(other);
  return {
    ...(before.stance !== after.stance && { stance: { before: before.stance, after: after.stance } }),
    ...(changed(before.response, after.response) && { response: { before: words(before.response), after: words(after.response) } }),
    ...(changed(before.changed, after.changed) && { whatChanged: { before: words(before.changed), after: words(after.changed) } }),
    ...(changed(before.statements, after.statements) && { statements: { before: before.statements, after: after.statements } }),
  };
}
