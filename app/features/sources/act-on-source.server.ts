import { redirect } from "@remix-run/node";
import type { z } from "zod";
import { authorsFromLines } from "~/domain/sources/source";
import type { ChangeContext } from "~/platform/change.server";
import { addExcerpt } from "./add-excerpt.server";
import { addSource } from "./add-source.server";
import { archiveExcerpt } from "./archive-excerpt.server";
import { archiveSource } from "./archive-source.server";
import { changeExcerpt } from "./change-excerpt.server";
import { changeSource } from "./change-source.server";
import { bibliographicFields, type SourceForm, type sourceForms } from "./schema";
import type { SourceInput } from "./source-row.server";
import { translateExcerpt } from "./translate-excerpt.server";

type Filled = z.output<typeof SourceForm>;

/** A filled form as the change wants it: authors one to a line, bibliographic fields that are not empty. */
function sourceFrom({ authors, appraisal, type, title, titleKind, issued, language, origin, reading, ...rest }: Filled): SourceInput {
  const bibliography = Object.fromEntries(bibliographicFields.flatMap((field) => (rest[field] === null ? [] : [[field, rest[field]]])));
  return {
    type,
    title,
    titleKind,
    issued,
    language,
    origin,
    reading,
    authors: authorsFromLines(authors),
    appraisal: appraisal ?? "",
    bibliography,
  };
}

/** Adds a source as filled in, and leads to its page. */
export async function actOnNewSource(
  context: ChangeContext,
  where: { assessmentId: string; path: string },
  form: Filled,
): Promise<Response> {
  const { code } = await addSource(context, { ...sourceFrom(form), assessmentId: where.assessmentId });
  return redirect(`${where.path}/${code}`);
}

/** Does what one of the forms on the page of a source asks, and leads back to where the result is seen. */
export async function actOnSource(
  context: ChangeContext,
  source: { id: string; assessmentId: string; path: string },
  form: z.output<typeof sourceForms>,
): Promise<Response> {
  const { assessmentId, path } = source;
  const passage = (filled: { text: string | null }) => ({ text: filled.text ?? "" });
  switch (form.intent) {
    case "change":
      await changeSource(context, { ...sourceFrom(form), assessmentId, id: source.id, version: form.version });
      return redirect(path);
    case "archive":
      await archiveSource(context, { assessmentId, id: source.id, version: form.version });
      return redirect(path.slice(0, path.lastIndexOf("/")));
    case "add-excerpt": {
      const { code } = await addExcerpt(context, { ...form, ...passage(form), assessmentId, sourceId: source.id });
      return redirect(`${path}#${code}`);
    }
    case "change-excerpt":
      await changeExcerpt(context, { ...form, ...passage(form), assessmentId });
      return redirect(path);
    case "archive-excerpt":
      await archiveExcerpt(context, { ...form, assessmentId });
      return redirect(path);
    case "translate-excerpt":
      await translateExcerpt(context, { ...form, assessmentId });
      return redirect(path);
  }
}
