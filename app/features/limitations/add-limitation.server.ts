import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import { newId } from "~/platform/ids.server";
import { keepLimitation, limitationLabel, requirePlaces } from "./keep-limitation.server";

/** What a statement can't bear: said in words, of these sections and statements (by id). */
export interface LimitationInput {
  text: string;
  language: string;
  sections: readonly string[];
  statements: readonly string[];
}

export async function addLimitation(
  context: ChangeContext,
  input: LimitationInput & { assessmentId: string },
): Promise<{ id: string; number: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, text, language } = input;
    requireMay(context, assessmentId, "limitation.write", "section.read");
    await requirePlaces(tx, assessmentId, input);
    const id = newId(context.at);
    const number = await nextNumber(tx, assessmentId, "limitation");
    const [sections, statements] = [[...input.sections].sort(), [...input.statements].sort()];
    await tx.limitation.create({
      data: {
        id,
        assessmentId,
        number,
        text,
        language,
        sections: JSON.stringify(sections),
        statements: JSON.stringify(statements),
        archivedAt: null,
        version: 1,
      },
    });
    await keepLimitation(tx, context, id);
    const subject = { type: "limitation", id, version: 1 } as const;
    return {
      result: { id, number },
      event: { action: "limitation.add", subject, label: limitationLabel(number), change: { text, sections, statements } },
    };
  });
}
