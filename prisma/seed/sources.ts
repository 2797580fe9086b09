import { z } from "zod";
import { type Author } from "~/domain/sources/author";
import { excerptForms, type SourceType } from "~/domain/sources/source";
import { addExcerpt } from "~/features/sources/add-excerpt.server";
import { changeExcerpt } from "~/features/sources/change-excerpt.server";
import { addSource } from "~/features/sources/add-source.server";
import { translateExcerpt } from "~/features/sources/translate-excerpt.server";
import { db } from "~/platform/db.server";
import type { Agenda } from "./agenda";
import { dayAfter } from "./agenda";
import { readRecords, recordOf, type SeededStudy } from "./study";

const AuthorRecord = z.union([z.looseObject({ literal: z.string() }), z.looseObject({ family: z.string(), given: z.string().optional() })]);
const SourceRecord = z.looseObject({
  id: z.string(),
  type: z.string(),
  title: z.string(),
  title_kind: z.enum(["given", "described"]).optional(),
  author: z.string().nullish(),
  authors: z.array(AuthorRecord).optional(),
  year: z.union([z.number(), z.string()]).nullish(),
  language: z.string().nullish(),
  origin: z.string().optional(),
  status: z.string().optional(),
  quality: z.looseObject({ nl: z.string().optional() }).optional(),
});
const ExcerptRecord = z.looseObject({
  id: z.string(),
  source: z.string(),
  form: z.enum(["quote", "paraphrase", "whole-work"]).optional(),
  place: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  nl: z.string().optional(),
  en: z.string().optional(),
});
const File = z.looseObject({ sources: z.array(SourceRecord), excerpts: z.array(ExcerptRecord) });
type SourceRecord = z.infer<typeof SourceRecord>;
type ExcerptRecord = z.infer<typeof ExcerptRecord>;

const types: Record<string, SourceType> = {
  article: "article",
  academic: "article",
  book: "book",
  chapter: "chapter",
  handbook: "book",
  thesis: "report",
  report: "report",
  "un-report": "report",
  "ngo-report": "report",
  "research-programme": "report",
  survey: "dataset",
  dataset: "dataset",
  evaluation: "evaluation",
  "evidence-review": "evaluation",
  "policy-paper": "policy",
  "policy-framework": "policy",
  "parliamentary-paper": "policy",
  strategy: "policy",
  treaty: "treaty",
  guideline: "guideline",
  website: "website",
};
const bibliographic = ["container", "publisher", "place", "volume", "issue", "pages", "edition", "number", "doi", "url", "accessed"];

function authorsOf({ author, authors }: SourceRecord): Author[] {
  if (authors)
    return authors.map((one) =>
      "literal" in one
        ? { literal: String(one.literal) }
        : { family: String(one.family), ...(typeof one.given === "string" && { given: one.given }) },
    );
  return author ? [{ literal: author }] : [];
}

function bibliographyOf(record: SourceRecord): Record<string, string> {
  return Object.fromEntries(
    bibliographic.flatMap((field) =>
      typeof record[field] === "string" || typeof record[field] === "number" ? [[field, String(record[field])]] : [],
    ),
  );
}

/** Where a passage stands: its page, or the section of the work that passed it on. */
function placeOf({ place }: ExcerptRecord): string | null {
  if (!place) return null;
  if (place["page"] !== undefined) return `p. ${place["page"]}`;
  return place["section"] === undefined ? null : `§ ${place["section"]}`;
}

const ExcerptForms = z.enum(excerptForms);
const forms = { quote: "quoted", paraphrase: "paraphrased", "whole-work": "whole-work" } as const;

/** Sources from the first day on, some a day; their passages in the weeks after. */
export function planSources(
  agenda: Agenda,
  study: SeededStudy,
  folder: string,
  { from, people }: { from: string; people: readonly string[] },
): void {
  const { sources, excerpts } = readRecords(folder, "sources", File);
  const by = (place: number) => people[place % people.length] ?? "";
  sources.forEach((record, place) => {
    agenda.spread(dayAfter(from, Math.floor(place / 6)), 8 + (place % 6), [record], (one, at) => makeSource(study, one, by(place), at));
  });
  const then = dayAfter(from, Math.ceil(sources.length / 6) + 1);
  excerpts.forEach((record, place) => {
    agenda.spread(dayAfter(then, Math.floor(place / 5)), 9 + (place % 5), [record], (one, at) => makeExcerpt(study, one, by(place), at));
  });
}

async function makeSource(study: SeededStudy, record: SourceRecord, by: string, at: Date): Promise<void> {
  const { id } = await addSource(study.as(by, at), {
    assessmentId: study.id,
    type: types[record.type] ?? "other",
    title: record.title,
    titleKind: record.title_kind ?? "given",
    authors: authorsOf(record),
    issued: record.year === null || record.year === undefined ? null : String(record.year),
    bibliography: bibliographyOf(record),
    language: record.language ?? study.protocol.originalLanguage,
    origin: record.origin ?? record.author ?? null,
    reading: record.status === "not-available" ? "unread" : "read",
    appraisal: record.quality?.nl ?? "",
    channel: study.protocol.screening ? "database" : null,
  });
  study.records.set(record.id, id);
}

async function makeExcerpt(study: SeededStudy, record: ExcerptRecord, by: string, at: Date): Promise<void> {
  const form = forms[record.form ?? "paraphrase"];
  const passage = { form, text: record.nl ?? "", language: study.protocol.originalLanguage, place: placeOf(record) };
  const { id } = await addExcerpt(study.as(by, at), { assessmentId: study.id, sourceId: recordOf(study, record.source), ...passage });
  if (record.en) await translateExcerpt(study.as(by, at), { assessmentId: study.id, id, language: "en", version: 0, text: record.en });
  study.evidence.set(record.id, { kind: "excerpt", id });
  if (form === "whole-work") study.evidence.set(wholeWork(record.source), { kind: "excerpt", id });
}

/** The id of a source as a whole, as grounds name it. */
export const wholeWork = (source: string): string => `${source} as a whole`;

/** Makes a source citable as a whole, unless it is already. */
export async function makeWholeWork(study: SeededStudy, source: string, by: string, at: Date): Promise<void> {
  if (study.evidence.has(wholeWork(source))) return;
  const work = { form: "whole-work" as const, text: "", language: study.protocol.originalLanguage, place: null };
  const { id } = await addExcerpt(study.as(by, at), { assessmentId: study.id, sourceId: recordOf(study, source), ...work });
  study.evidence.set(wholeWork(source), { kind: "excerpt", id });
}

/** Takes back where a passage was said to stand: a correction that whoever signed off on it gets to see. */
export async function correctPlace(study: SeededStudy, excerpt: string, by: string, at: Date): Promise<void> {
  const { id, version, form, text, language } = await db.excerpt.findUniqueOrThrow({
    where: { id: study.evidence.get(excerpt)?.id ?? "" },
  });
  await changeExcerpt(study.as(by, at), {
    assessmentId: study.id,
    id,
    version,
    form: ExcerptForms.parse(form),
    text,
    language,
    place: null,
  });
}
