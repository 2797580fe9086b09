import { redirect } from "@remix-run/node";
import type { z } from "zod";
import type { ChangeContext } from "~/platform/change.server";
import { fieldProblem, refusedField, type FormProblem } from "~/platform/form-problem";
import { catchRefusal } from "~/platform/refusal.server";
import { addComment } from "./add-comment.server";
import { changeComment } from "./change-comment.server";
import { addressOf } from "./comment-view";
import type { CommentedOn } from "./read-passage.server";
import { resolveComment } from "./resolve-comment.server";
import type { commentForms } from "./schema";
import { sendOwnDrafts } from "./send-own-drafts.server";
import { withdrawComment } from "./withdraw-comment.server";

type Form = z.output<typeof commentForms>;

/** The section of an address, and the comment of it where the address names one. */
interface Where {
  assessmentId: string;
  section: { id: string };
  /** The address of the section. */
  path: string;
  /** The comment of the address, for the way back. */
  n?: string | undefined;
}

/** Does what a form about comments asks, and leads back to where it was sent from; or says what is wrong with it, all that was typed kept. */
export async function actOnComment(
  context: ChangeContext,
  where: Where,
  form: Form,
): Promise<Response | { problem: FormProblem; status: number }> {
  let left = form;
  const done = await catchRefusal(
    async () => {
      left = await sendTyped(context, where, form);
      return act(context, where, left);
    },
    "invalid",
    "conflict",
  );
  if (done.ok) return redirect(wayBack(where, form.from, done.result));
  if (done.refusal.code === "invalid") return { problem: refusedField(left, done.refusal.details), status: 422 };
  return { problem: { ...fieldProblem(left, "text", "changed-meanwhile"), form: ["changed-meanwhile"], fields: {} }, status: 409 };
}

/** Sends the answer that was typed beside resolving or opening again, and gives what is left to do; the answer stays when that is refused. */
async function sendTyped(context: ChangeContext, { assessmentId, section }: Where, form: Form): Promise<Form> {
  if ((form.intent !== "resolve" && form.intent !== "reopen") || form.text === null) return form;
  const { id: threadId, text, mentions, keep: draft } = form;
  await addComment(context, { assessmentId, sectionId: section.id, threadId, text, mentions, draft });
  return { ...form, text: null, mentions: [] };
}

/** Gives the number of the comment to go to, or null for the list. */
async function act(context: ChangeContext, { assessmentId, section }: Where, form: Form): Promise<number | null> {
  switch (form.intent) {
    case "add": {
      const { text, mentions, keep: draft } = form;
      const on = commentedOn(form);
      return (await addComment(context, { assessmentId, sectionId: section.id, text, mentions, draft, ...(on && { on }) })).number;
    }
    case "answer": {
      const { id: threadId, text, mentions, keep: draft } = form;
      return (await addComment(context, { assessmentId, sectionId: section.id, threadId, text, mentions, draft })).number;
    }
    case "change":
      await changeComment(context, { assessmentId, ...form });
      return null;
    case "withdraw":
      await withdrawComment(context, { assessmentId, ...form });
      return null;
    case "resolve":
    case "reopen":
      await resolveComment(context, { assessmentId, ...form }, form.intent);
      return null;
    case "send-drafts":
      await sendOwnDrafts(context, { assessmentId, sectionId: section.id });
      return null;
  }
}

function commentedOn({ block, language, textVersion, start, end, quote, which }: Extract<Form, { intent: "add" }>): CommentedOn | null {
  if (block === "") return null;
  const selected = start !== "" && end !== "" && textVersion !== "";
  return {
    blockId: block,
    language,
    ...(selected
      ? { selected: { start: Number(start), end: Number(end), version: Number(textVersion) } }
      : quote !== null && { quote: { words: quote, which: which === "" ? null : Number(which) } }),
  };
}

const pages = { read: "", review: "/review", edit: "/edit", list: "/comments", point: "/comments" } as const;

function wayBack({ path, n }: Where, from: Form["from"], number: number | null): string {
  if (from === "point" && n !== undefined) return `${path}/comments/${n}`;
  return `${path}${pages[from]}${number === null ? "#comments" : `#comment-${addressOf(number)}`}`;
}
