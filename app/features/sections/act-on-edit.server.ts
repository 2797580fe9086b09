import type { LocalText } from "~/domain/local-text";
import { redirect } from "@remix-run/node";
import { z } from "zod";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { listBlockRows, type SectionRow } from "~/platform/evidence-graph.server";
import { catchRefusal, type Refusal } from "~/platform/refusal.server";
import { addBlock } from "./add-block.server";
import { changeLink } from "./change-link.server";
import { readChoices, versionsNow } from "./choose-words.server";
import { findConflict, type BlockConflict } from "./find-conflict.server";
import { linkEvidence } from "./link-evidence.server";
import { mergedAnswer, withMerge, type MergedAnswer } from "./merged-answer.server";
import { mayWeigh } from "./may-weigh.server";
import type { MergedWords } from "./merge-words.server";
import { moveBlock } from "./move-block.server";
import { removeBlock } from "./remove-block.server";
import { saveBlock } from "./save-block.server";
import { saveBlockTranslation } from "./save-block-translation.server";
import type { EditForm } from "./schema";
import { settleFigure } from "./settle-figure.server";
import { setConfidence, type Weighing } from "./set-confidence.server";
import { unlink } from "./unlink.server";

/** A form posted on the page on which a section is written. `search` is the query of the page, so that an open panel stays open. */
export interface PostedEdit {
  context: ChangeContext;
  assessment: AssessmentRow;
  section: SectionRow;
  search: string;
  autosave: boolean;
  form: EditForm;
}

/** What came of it when the page stays: saved by itself, in conflict, or refused with the reason. */
export type EditAnswer =
  | { saved: { at: Date; version: number; merged?: MergedAnswer | undefined } }
  | { conflict: BlockConflict }
  | { refused: { message: string; id: string | null; code: string | null; codes: string[]; from?: string | undefined } };

/** Does what a form on the page asks; leads back to where it shows, or answers why not with its status. */
export async function actOnEdit(posted: PostedEdit): Promise<Response | { answer: EditAnswer; status: 200 | 409 | 422 }> {
  const { context, form, assessment, section, search, autosave } = posted;
  const done = await catchRefusal(() => run(posted), "conflict", "invalid");
  if (!done.ok) return answerOf(done.refusal, posted);
  const { version, merged, wrong } = done.result;
  if (wrong) return { answer: { conflict: await findConflict(posted, undefined, wrong) }, status: 422 };
  if (autosave && version !== null)
    return { answer: { saved: { at: context.at, version, ...(merged && { merged: mergedAnswer(merged) }) } }, status: 200 };
  const anchor = "id" in form && form.intent === "block" && form.act === "remove" ? "" : done.result.anchor;
  return redirect(`/assessments/${assessment.slug}/sections/${section.code}/edit${withMerge(search, form, done.result)}${anchor}`);
}

interface Done {
  anchor: string;
  version: number | null;
  merged?: MergedWords | undefined;
  /** The places at which nothing that can stand there was chosen. */
  wrong?: number[];
}

async function run(posted: PostedEdit): Promise<Done> {
  const { context, assessment, section, form } = posted;
  const { id: assessmentId } = assessment;
  switch (form.intent) {
    case "block":
      return actOnBlock(context, assessment, section, form);
    case "add": {
      const [question, part] = form.question?.split("#") ?? [];
      const { id } = await addBlock(context, {
        assessmentId,
        sectionId: section.id,
        kind: form.kind,
        language: section.language ?? assessment.originalLanguage,
        ...(form.afterId !== undefined && { afterId: form.afterId }),
        ...(question && { question }),
        ...(part && { part }),
        ...(form.repeats !== undefined && { repeats: form.repeats }),
        ...(form.data !== undefined && { data: form.data, show: form.show }),
      });
      return { anchor: `#block-${id}`, version: null };
    }
    case "translate": {
      const saved = await saveBlockTranslation(context, {
        assessmentId,
        blockId: form.id,
        language: form.language,
        version: form.version,
        text: form,
      });
      let { version } = saved;
      if (form.settle)
        ({ version } = await settleFigure(context, {
          study: await studyOf(assessment),
          id: form.id,
          version,
          language: form.language,
          settle: form.settle,
        }));
      return { anchor: `#block-${form.id}`, version, merged: saved.merged };
    }
    case "choose":
      return chooseWords(posted, form);
    case "cite":
      await linkEvidence(context, { assessmentId, blockId: form.blockId, to: { kind: form.toKind, id: form.toId }, kind: form.kind });
      return { anchor: `#block-${form.blockId}`, version: null };
    case "link":
      await changeLink(context, { assessmentId, id: form.id, version: form.version, kind: form.kind, note: form.note ?? "" });
      return { anchor: "", version: null };
    case "unlink":
      await unlink(context, { assessmentId, id: form.id, version: form.version });
      return { anchor: "", version: null };
  }
}

const studyOf = async (assessment: AssessmentRow) => ({ assessment, protocol: await protocolOf(assessment) });

type BlockForm = Extract<EditForm, { intent: "block" }>;

/** The words of a block are saved with whatever is done in its form, so that nothing typed is lost. */
async function actOnBlock(context: ChangeContext, assessment: AssessmentRow, section: SectionRow, form: BlockForm): Promise<Done> {
  const { id: assessmentId } = assessment;
  const { id, act } = form;
  const anchor = `#block-${id}`;
  const [block] = await listBlockRows(db, { assessmentId, ids: [id] });
  const isWritten = block !== undefined && block.repeats === null && block.data === null;
  let version = form.version;
  const saved = isWritten ? await saveBlock(context, { assessmentId, id, version, text: form }) : null;
  if (saved) ({ version } = saved);
  if (isWritten && form.settle)
    ({ version } = await settleFigure(context, { study: await studyOf(assessment), id, version, settle: form.settle }));
  const weighing = weighingOf(form);
  if (form.weighed && (await mayWeigh(db, { id, base: form.version, now: version, byId: context.by.id }, weighing)))
    ({ version } = await setConfidence(context, { assessmentId, blockId: id, version, ...weighing }));
  if (act === "remove") return { anchor, ...(await removeBlock(context, { assessmentId, id, version })) };
  if (act === "up" || act === "down")
    ({ version } = await moveBlock(context, { assessmentId, id, version, afterId: await placeAfter(assessmentId, section.id, id, act) }));
  return { anchor, version, merged: saved?.merged };
}

/** Saves the words that were chosen from two versions; a third that was saved meanwhile is taken in as any other. */
async function chooseWords(posted: PostedEdit, form: Extract<EditForm, { intent: "choose" }>): Promise<Done> {
  const { context, assessment } = posted;
  const { id, version, language } = form;
  const chosen = await readChoices(posted, form);
  const anchor = `#block-${id}`;
  if ("wrong" in chosen) return { anchor, version: null, wrong: chosen.wrong };
  const input = { assessmentId: assessment.id, version, text: chosen.text, combined: chosen.combined };
  const saved =
    language === undefined
      ? await saveBlock(context, { ...input, id })
      : await saveBlockTranslation(context, { ...input, blockId: id, language });
  return { anchor, ...saved };
}

/** The block after which a block comes when it moves one place; where it can't, that before which it already stands. */
async function placeAfter(assessmentId: string, sectionId: string, id: string, act: "up" | "down"): Promise<string | null> {
  const ids = (await listBlockRows(db, { assessmentId, sectionIds: [sectionId] })).map((block) => block.id);
  const at = ids.indexOf(id);
  if (act === "up") return ids[at - 2] ?? null;
  return ids[at + 1] ?? ids[at - 1] ?? null;
}

function weighingOf(form: BlockForm): Weighing {
  return {
    level: form.level ?? null,
    reason: form.reason ?? "",
    contradiction: form.contradiction ?? "",
    components: componentsOf(form.components),
    ...(form.addressedIn.length > 0 && { addressedTo: addresseesOf(form) }),
  };
}

function addresseesOf({ addressedIn, addressedTo }: Pick<BlockForm, "addressedIn" | "addressedTo">): LocalText {
  return Object.fromEntries(addressedIn.map((language, place) => [language, (addressedTo[place] ?? "").trim()]));
}

function componentsOf(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.flatMap((pair) => {
      const [component, level] = pair.split("=");
      return component && level ? [[component, level]] : [];
    }),
  );
}

const Details = z.object({
  message: z.string().optional(),
  code: z.string().optional(),
  codes: z.array(z.string()).optional(),
  from: z.string().optional(),
});

async function answerOf(refusal: Refusal, posted: PostedEdit): Promise<{ answer: EditAnswer; status: 409 | 422 }> {
  if (refusal.code === "conflict") return { answer: { conflict: await findConflict(posted, await versionsNow(posted)) }, status: 409 };
  const { message = "invalid", code = null, codes = [], from } = Details.parse(refusal.details);
  const { form } = posted;
  return {
    answer: { refused: { message, code, codes, from, id: "id" in form ? form.id : "blockId" in form ? form.blockId : null } },
    status: 422,
  };
}
