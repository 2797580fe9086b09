import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findCodedText } from "./find-text.server";
import { type ChosenPassage, findChangeableCoding, keepCoding, passageColumns, requireCode, requireUncoded } from "./keep-coding.server";

export interface ChangeCoding {
  assessmentId: string;
  id: string;
  version: number;
  code?: string;
  note?: string | null;
  /** Set where the words are no longer in the text, or others are meant. */
  passage?: ChosenPassage;
}

/** Gives a coding another code, note or passage; what is left out stays. */
export async function changeCoding(context: ChangeContext, input: ChangeCoding): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    requireMay(context, assessmentId, "coding.write", "coding.read");
    const before = await findChangeableCoding(tx, assessmentId, id);
    const text = await findCodedText(tx, assessmentId, { kind: before.evidenceKind, id: before.evidenceId });
    if (input.code !== undefined && input.code !== before.code) await requireCode(tx, assessmentId, input.code);
    const after = {
      code: input.code ?? before.code,
      note: input.note === undefined ? before.note : (input.note ?? ""),
      ...(input.passage && passageColumns(text, input.passage)),
    };
    const told = toldOf(before, after);
    if (told.code || told.start || told.end) await requireUncoded(tx, { ...before, ...after }, id);
    if (Object.keys(told).length === 0 && before.version === version) return { result: { version }, event: "nothing changed" };
    const { count } = await tx.coding.updateMany({ where: { id, version }, data: { ...after, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: before.version });
    await keepCoding(tx, context, id);
    const subject = { type: "coding", id, version: version + 1 } as const;
    return { result: { version: version + 1 }, event: { action: "coding.change", subject, label: text.code, change: told } };
  });
}

interface Told {
  code: string;
  note: string;
  start?: number;
  end?: number;
  passage?: string;
}

/** What changed, the words named and not quoted. */
function toldOf(before: Required<Told>, after: Told) {
  const whole = { ...before, ...after };
  const changed = (["passage", "note"] as const).filter((field) => before[field] !== whole[field]);
  return {
    ...(before.code !== whole.code && { code: { before: before.code, after: whole.code } }),
    ...(before.start !== whole.start && { start: { before: before.start, after: whole.start } }),
    ...(before.end !== whole.end && { end: { before: before.end, after: whole.end } }),
    ...(changed.length > 0 && { changed }),
  };
}
