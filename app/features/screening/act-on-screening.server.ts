import { redirect } from "@remix-run/node";
import type { z } from "zod";
import { entriesOfForm, type Entries } from "~/domain/overtaken";
import { isOwnWords, ownReason, wordsOfReason } from "~/domain/screening/steps";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { answerForm, type FormAnswer, type VersionBody } from "~/platform/overtaken.server";
import { countByHand } from "./count.server";
import { decide } from "./decide.server";
import { reasonFrom, type CountForm, type DecideForm, type SettleForm } from "./schema";
import { settle } from "./settle.server";

interface Where {
  assessmentId: string;
  /** The page to come back to. */
  back: string;
}

type Filled = z.output<typeof DecideForm> | z.output<typeof SettleForm>;

/** Keeps what was decided or settled on a publication, and leads on; what is overtaken comes back with all that was typed. */
export async function actOnScreening(context: ChangeContext, { assessmentId, back }: Where, form: Filled): Promise<Response | FormAnswer> {
  const { source: sourceId, step, version, decision } = form;
  const input = { assessmentId, sourceId, step, version, decision, reason: reasonFrom(form) };
  const screener = form.intent === "settle" ? "agreed" : context.by.id;
  const record = async () => {
    const where = { sourceId_stage_screener: { sourceId, stage: step, screener } };
    const row = await db.screening.findUnique({ where, select: { id: true } });
    return { kind: "screening", id: row?.id ?? "", entriesOf: screeningEntries };
  };
  const run = () =>
    form.intent === "settle" ? settle(context, { ...input, why: form.why }) : decide(context, { ...input, note: form.note ?? "" });
  return (await answerForm(db, context, { mine: entriesOfForm(form), record }, run)) ?? redirect(back);
}

/** A version of a decision as the entries of its form. */
function screeningEntries({ decision, reason, note }: VersionBody): Entries {
  const stored = typeof reason === "string" ? reason : "";
  const words = wordsOfReason(stored);
  return entriesOfForm({ decision, reason: isOwnWords(stored) ? ownReason : stored, ownReason: words ?? "", note, why: note });
}

/** Keeps a count by hand. */
export async function actOnCount(
  context: ChangeContext,
  { assessmentId, back }: Where,
  form: z.output<typeof CountForm>,
): Promise<Response | FormAnswer> {
  const { kind, version, count, note } = form;
  const record = async () => {
    const where = { assessmentId_kind: { assessmentId, kind } };
    const row = await db.screeningCount.findUnique({ where, select: { id: true } });
    return { kind: "screening-count", id: row?.id ?? "" };
  };
  const run = () => countByHand(context, { assessmentId, kind, count, note: note ?? "", version });
  return (await answerForm(db, context, { mine: entriesOfForm(form), record }, run)) ?? redirect(back);
}
