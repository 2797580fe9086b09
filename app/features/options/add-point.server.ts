import { findCriterion, findOption } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { findStudy, personOf, requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import { setGrounds } from "~/platform/grounds.server";
import { newId } from "~/platform/ids.server";
import { refuse } from "~/platform/refusal.server";
import { keepPoint } from "./keep-point.server";

/** What speaks for or against an option on one criterion, in words, and what that rests on. */
export interface Point {
  criterion: string;
  side: "for" | "against";
  text: string;
  language: string;
  grounds: readonly string[];
}

export async function addPoint(
  context: ChangeContext,
  input: Point & { assessmentId: string; option: string },
): Promise<{ id: string; number: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, option, criterion, side, text, language } = input;
    requireMay(context, assessmentId, "option.write", "option.read");
    const study = await findStudy(tx, assessmentId);
    const code = requireOption(study.protocol, option, criterion);
    const id = newId(context.at);
    const number = await nextNumber(tx, assessmentId, `point ${option}`);
    await tx.optionPoint.create({
      data: {
        id,
        assessmentId,
        option,
        criterion,
        number,
        side,
        text,
        language,
        archivedAt: null,
        byId: context.by.id,
        at: context.at,
        version: 1,
      },
    });
    const grounds = await setGrounds(
      tx,
      context,
      { ...study, viewer: personOf(context, assessmentId) },
      { kind: "option-point", id },
      input.grounds,
    );
    await keepPoint(tx, context, id);
    const subject = { type: "option-point", id, version: 1 } as const;
    const told = { option: code, criterion, side, text, grounds: grounds?.after ?? [] };
    return { result: { id, number }, event: { action: "option.add-point", subject, label: `${code}.${number}`, change: told } };
  });
}

/** The code of the option; refuses an option or a criterion that the protocol does not have. */
export function requireOption(protocol: Protocol, optionId: string, criterionId: string): string {
  const option = findOption(protocol, optionId);
  if (!option) throw refuse("not-found");
  if (findCriterion(protocol, criterionId)?.subject !== "option") throw refuse("invalid", { field: "criterion", problem: "unknown" });
  return option.code;
}
