import { z } from "zod";
import { addCoding } from "~/features/codes/add-coding.server";
import { db } from "~/platform/db.server";
import type { Agenda } from "./agenda";
import { readRecords, type SeededStudy } from "./study";

const CodingRecord = z.strictObject({ of: z.string(), code: z.string(), by: z.string(), words: z.string(), note: z.string().optional() });
type CodingRecord = z.infer<typeof CodingRecord>;

/** Passages marked with the codes of the protocol on one day, once all of them have been written down. */
export function planCodings(agenda: Agenda, study: SeededStudy, folder: string, day: string): void {
  const { codings } = readRecords(folder, "codings", z.looseObject({ codings: z.array(CodingRecord) }));
  agenda.spread(day, 9, codings, (one, at) => makeCoding(study, one, at));
}

async function makeCoding(study: SeededStudy, { of, code, by, words, note }: CodingRecord, at: Date): Promise<void> {
  const evidence = study.evidence.get(of);
  if (!evidence) throw new Error(`No evidence was made of ${of}.`);
  const text = await textOf(evidence);
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`${of} does not hold “${words}”.`);
  const passage = { start, end: start + words.length, text };
  await addCoding(study.as(by, at), { assessmentId: study.id, code, of: evidence, passage, note: note ?? null });
}

async function textOf({ kind, id }: { kind: string; id: string }): Promise<string> {
  if (kind === "excerpt") return (await db.excerpt.findUniqueOrThrow({ where: { id }, select: { text: true } })).text;
  return (await db.interviewAnswer.findUniqueOrThrow({ where: { id }, select: { record: true } })).record;
}
