import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { newId } from "~/platform/ids.server";
import { findCodedText } from "./find-text.server";
import { type ChosenPassage, keepCoding, passageColumns, requireCode, requireUncoded } from "./keep-coding.server";

export interface AddCoding {
  assessmentId: string;
  code: string;
  /** The answer or the excerpt. */
  of: { kind: string; id: string };
  passage: ChosenPassage;
  note: string | null;
}

/** Marks a passage with a code; the same passage not twice with one code. */
export async function addCoding(context: ChangeContext, input: AddCoding): Promise<{ id: string }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, code, of, passage, note } = input;
    requireMay(context, assessmentId, "coding.write", "coding.read");
    const text = await findCodedText(tx, assessmentId, of);
    await requireCode(tx, assessmentId, code);
    const placed = passageColumns(text, passage);
    const { start, end } = placed;
    const same = { evidenceKind: text.kind, evidenceId: text.id, code, start, end };
    await requireUncoded(tx, same);
    const id = newId(context.at);
    await tx.coding.create({
      data: { id, assessmentId, ...same, ...placed, archivedAt: null, note: note ?? "", byId: context.by.id, at: context.at, version: 1 },
    });
    await keepCoding(tx, context, id);
    const subject = { type: "coding", id, version: 1 } as const;
    return {
      result: { id },
      event: { action: "coding.add", subject, label: text.code, change: { code, language: text.language, start, end } },
    };
  });
}
