import { requireMay } from "~/platform/acting.server";
import type { ExcerptForm } from "~/domain/sources/source";
import { change, type ChangeContext } from "~/platform/change.server";
import { newId } from "~/platform/ids.server";
import { nextNumber } from "~/platform/codes.server";
import { findChangeableSource, keepExcerpt } from "./keep-source.server";

/** A passage as taken: its words or ours, where it stands (`null` = not known); the whole work has no text. */
export interface Passage {
  form: ExcerptForm;
  text: string;
  language: string;
  place: string | null;
}

export async function addExcerpt(
  context: ChangeContext,
  input: Passage & { assessmentId: string; sourceId: string },
): Promise<{ id: string; code: string }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, sourceId, form, text, language, place } = input;
    requireMay(context, assessmentId, "source.write", "source.read");
    const source = await findChangeableSource(tx, assessmentId, sourceId);
    const id = newId(context.at);
    const number = await nextNumber(tx, assessmentId, `excerpt ${source.code}`);
    const code = `${source.code}:${number}`;
    await tx.excerpt.create({
      data: {
        id,
        assessmentId,
        sourceId,
        number,
        code,
        form,
        text,
        language,
        place,
        createdAt: context.at,
        byId: context.by.id,
        version: 1,
      },
    });
    await keepExcerpt(tx, context, id);
    const subject = { type: "excerpt", id, version: 1 } as const;
    return { result: { id, code }, event: { action: "excerpt.add", subject, label: code, change: { form, text, place, language } } };
  });
}
