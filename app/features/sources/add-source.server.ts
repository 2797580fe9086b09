import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import { newId } from "~/platform/ids.server";
import { keepSource } from "./keep-source.server";
import { rowOfSource, type SourceInput } from "./source-row.server";

export async function addSource(
  context: ChangeContext,
  input: SourceInput & { assessmentId: string },
): Promise<{ id: string; code: string }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId } = input;
    requireMay(context, assessmentId, "source.write", "source.read");
    const id = newId(context.at);
    const number = await nextNumber(tx, assessmentId, "source");
    const code = `S${String(number).padStart(2, "0")}`;
    await tx.source.create({ data: { id, assessmentId, number, code, ...rowOfSource(input), createdAt: context.at, version: 1 } });
    await keepSource(tx, context, id);
    const subject = { type: "source", id, version: 1 } as const;
    return {
      result: { id, code },
      event: { action: "source.add", subject, label: code, change: { title: input.title, type: input.type } },
    };
  });
}
