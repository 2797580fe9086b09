import { z } from "zod";
import type { TextProblem } from "../plain-text";
import { hasControlCharacters } from "./characters";
import { docFromPlain, statementFromPlain } from "./doc-from-plain";
import { blockDocument, statementDocument, type BlockDocument, type StatementDocument } from "./document";
import type { LinkOf, NamedInPlain } from "./inline-from-plain";
import { TEXT_LIMITS } from "./limits";
import { tidyDoc } from "./tidy-doc";

/** The two fields of a form with a text: `doc` is what the editor writes (JSON), `text` what was typed in the plain field. */
export const blockTextFields = { doc: z.string().optional(), text: z.string().optional() };

/** A text as it came in: `doc` counts when it is filled, otherwise `text`. */
export type BlockText = { doc?: string | undefined; text?: string | undefined };

/** A text that was read: its document in normal form, or what is wrong with it. */
export type BlockTextRead<D> = { ok: true; doc: D } | { ok: false; problem: TextProblem | "not-a-document" };

/** Reads the text of a block from a form. Refuses control characters, what is over `TEXT_LIMITS`, and JSON that is no document; an empty text is fine. */
export function readBlockText(form: BlockText, linkOf?: LinkOf, named?: NamedInPlain): BlockTextRead<BlockDocument> {
  return read(
    form,
    (text) => docFromPlain(text, linkOf, named),
    blockDocument,
    (doc) => tidyDoc(doc),
  );
}

/** Reads the words of a statement from a form; refuses as `readBlockText` does, and everything but paragraphs. */
export function readStatementText(form: BlockText, linkOf?: LinkOf, named?: NamedInPlain): BlockTextRead<StatementDocument> {
  return read(
    form,
    (text) => statementFromPlain(text, linkOf, named),
    statementDocument,
    (doc) => tidyDoc(doc),
  );
}

function read<D>(form: BlockText, fromPlain: (text: string) => D, shape: z.ZodType<D>, tidy: (doc: D) => D): BlockTextRead<D> {
  if (form.doc !== undefined && form.doc !== "") return checked(jsonOf(form.doc), shape, tidy);
  const text = form.text ?? "";
  if (text.length > TEXT_LIMITS.bytes) return { ok: false, problem: "too-long" };
  if (hasControlCharacters(text.replaceAll("\r\n", "\n"))) return { ok: false, problem: "control-characters" };
  return checked(fromPlain(text), shape, tidy);
}

function checked<D>(value: unknown, shape: z.ZodType<D>, tidy: (doc: D) => D): BlockTextRead<D> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return { ok: true, doc: tidy(parsed.data) };
  const tooLong = parsed.error.issues.some((issue) => issue.message === "too-long");
  return { ok: false, problem: tooLong ? "too-long" : "not-a-document" };
}

/** The value of a JSON text; one over the limit stays text, and is refused as too long without being parsed. */
function jsonOf(text: string): unknown {
  if (text.length > TEXT_LIMITS.bytes) return text;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
