import { redirect } from "@remix-run/node";
import { z } from "zod";
import { entriesOfForm } from "~/domain/overtaken";
import { Author, authorsFromLines, linesFromAuthors } from "~/domain/sources/author";
import { readAppraisal } from "~/domain/screening/appraisal";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { answerForm, findTranslationRecord, type FormAnswer, type VersionBody } from "~/platform/overtaken.server";
import { addExcerpt } from "./add-excerpt.server";
import { addSource } from "./add-source.server";
import { archiveExcerpt } from "./archive-excerpt.server";
import { archiveSource } from "./archive-source.server";
import { changeExcerpt } from "./change-excerpt.server";
import { changeSource } from "./change-source.server";
import { bibliographicFields } from "~/domain/sources/bibliography";
import type { SourceForm, sourceForms } from "./schema";
import type { SourceInput } from "./source-row.server";
import { translateExcerpt } from "./translate-excerpt.server";

type Filled = z.output<typeof SourceForm>;

/** A filled form as the change wants it: authors one to a line, bibliographic fields that are not empty. */
function sourceFrom({
  authors,
  appraisal,
  abstract,
  channel,
  type,
  title,
  titleKind,
  issued,
  language,
  origin,
  reading,
  ...rest
}: Filled): SourceInput {
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
    abstract: abstract ?? "",
    channel,
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

interface SourcePlace {
  id: string;
  assessmentId: string;
  path: string;
}

type Form = z.output<typeof sourceForms>;

/** Does what one of the forms on the page of a source asks, and leads back to where the result is seen; what is overtaken comes back with all that was typed. */
export async function actOnSource(context: ChangeContext, source: SourcePlace, form: Form): Promise<Response | FormAnswer> {
  let done: Response | null = null;
  const posted = { mine: entriesOfForm(form), record: recordOf(source, form) };
  const answer = await answerForm(db, context, posted, async () => {
    done = await act(context, source, form);
  });
  return answer ?? done ?? redirect(source.path);
}

function recordOf(source: SourcePlace, form: Form) {
  if (form.intent === "change") return { kind: "source", id: source.id, entriesOf: sourceEntries };
  if (form.intent === "change-excerpt") return { kind: "excerpt", id: form.id };
  if (form.intent !== "translate-excerpt") return null;
  const { id: recordId, language } = form;
  return () => findTranslationRecord(db, { kind: "excerpt", recordId, field: "text", language });
}

/** A version of a source as the entries of its form. */
function sourceEntries({ authors, bibliography, appraisal, ...fields }: VersionBody) {
  const details = z.record(z.string(), z.string()).parse(JSON.parse(String(bibliography)));
  const lines = linesFromAuthors(z.array(Author).parse(JSON.parse(String(authors))));
  return entriesOfForm({ ...fields, ...details, appraisal: readAppraisal(String(appraisal)).note, authors: lines });
}

async function act(context: ChangeContext, source: SourcePlace, form: Form): Promise<Response> {
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
