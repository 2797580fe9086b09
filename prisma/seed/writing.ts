import { z } from "zod";
import { addBlock } from "~/features/sections/add-block.server";
import { linkEvidence } from "~/features/sections/link-evidence.server";
import { saveBlockTranslation } from "~/features/sections/save-block-translation.server";
import { setConfidence } from "~/features/sections/set-confidence.server";
import { addLimitation } from "~/features/limitations/add-limitation.server";
import { translateLimitation } from "~/features/limitations/translate-limitation.server";
import { db } from "~/platform/db.server";
import { Both, recordOf, type SeededStudy } from "./study";

/** A statement as both examples tell it. */
export const StatementRecord = z.looseObject({
  id: z.string(),
  kind: z.enum(["finding", "answer", "conclusion", "recommendation"]),
  section: z.string(),
  repeated_in: z.array(z.string()).optional(),
  nl: z.string(),
  en: z.string(),
  supports: z.array(z.string()),
  contradicts: z.array(z.string()),
  context: z.array(z.string()),
  contradiction_addressed: Both.optional(),
  strength: z.string().optional(),
  confidence: z.looseObject({ level: z.string(), components: z.record(z.string(), z.string()).optional() }).optional(),
  question: z.string().optional(),
  addressed_to: Both.optional(),
  parts: z.array(z.looseObject({ key: z.string(), nl: z.string(), en: z.string() })).optional(),
  limitations: z.array(z.string()),
});
export type StatementRecord = z.infer<typeof StatementRecord>;

/** Statements in the order of the chain and of their numbers: the order in which they get those numbers. */
export function inOrder(statements: readonly StatementRecord[]): StatementRecord[] {
  const kinds = ["finding", "answer", "conclusion", "recommendation"];
  // The answer to the main question stands on the others.
  const number = ({ id }: StatementRecord) => (id === "A0" ? Infinity : Number(/\d+/u.exec(id)?.[0] ?? 0));
  return statements.toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || number(one) - number(other));
}

type Language = "nl" | "en";
const linkKinds = ["supports", "contradicts", "context"] as const;

/** The wording with its lettered parts, one to a paragraph. */
const wordsOf = (record: StatementRecord, language: Language) =>
  [record[language], ...(record.parts ?? []).map((part) => `(${part.key}) ${part[language]}`)].join("\n\n");

/** A section's own words in both languages, as one block; a section in one language gets only that. */
export async function writeText(
  study: SeededStudy,
  node: string,
  text: { nl: string; en: string },
  person: string,
  at: Date,
): Promise<void> {
  const section = await sectionOf(study, node);
  const own: Language = section.language === "en" ? "en" : "nl";
  const { id } = await addBlock(study.as(person, at), {
    assessmentId: study.id,
    sectionId: section.id,
    kind: "text",
    language: own,
    text: { text: text[own] },
  });
  if (section.language === null)
    await saveBlockTranslation(study.as(person, at), {
      assessmentId: study.id,
      blockId: id,
      language: "en",
      version: 0,
      text: { text: text.en },
    });
}

const sectionOf = (study: SeededStudy, node: string) =>
  db.section.findUniqueOrThrow({
    where: { assessmentId_node: { assessmentId: study.id, node } },
    select: { id: true, language: true, version: true },
  });

/** One statement with its translation; it gets the number that is next, so statements are written in the order of their numbers. */
export async function writeStatement(study: SeededStudy, record: StatementRecord, person: string, at: Date): Promise<void> {
  const section = await sectionOf(study, record.section);
  const added = await addBlock(study.as(person, at), {
    assessmentId: study.id,
    sectionId: section.id,
    kind: record.kind,
    language: "nl",
    text: { text: wordsOf(record, "nl") },
    ...(record.question !== undefined && { question: record.question }),
  });
  if (added.code !== record.id) throw new Error(`${record.id} became ${added.code ?? "no statement"}.`);
  await saveBlockTranslation(study.as(person, at), {
    assessmentId: study.id,
    blockId: added.id,
    language: "en",
    version: 0,
    text: { text: wordsOf(record, "en") },
  });
  study.records.set(record.id, added.statementId ?? "");
  study.records.set(`block of ${record.id}`, added.id);
}

/** What a statement stands on, how sure it is, and how what contradicts it was dealt with. */
export async function groundStatement(study: SeededStudy, record: StatementRecord, person: string, at: Date): Promise<void> {
  const blockId = recordOf(study, `block of ${record.id}`);
  for (const kind of linkKinds) {
    for (const target of new Set(record[kind])) {
      const statement = study.records.get(target);
      const to = study.evidence.get(target) ?? (statement ? ({ kind: "statement", id: statement } as const) : null);
      if (!to) throw new Error(`${record.id} stands on ${target}, of which nothing was made.`);
      const linked = await db.link.findFirst({
        where: { fromBlockId: blockId, toKind: to.kind, toId: to.id, archivedAt: null },
        select: { id: true },
      });
      if (!linked) await linkEvidence(study.as(person, at), { assessmentId: study.id, blockId, to, kind });
    }
  }
  const level = record.confidence?.level ?? record.strength ?? null;
  const contradiction = record.contradiction_addressed?.nl ?? "";
  const addressedTo = record.addressed_to;
  if (level === null && contradiction === "" && !addressedTo) return;
  const { version } = await db.block.findUniqueOrThrow({ where: { id: blockId }, select: { version: true } });
  await setConfidence(study.as(person, at), {
    assessmentId: study.id,
    blockId,
    version,
    level,
    reason: "",
    components: record.confidence?.components ?? {},
    contradiction,
    ...(addressedTo && { addressedTo: { nl: addressedTo.nl, en: addressedTo.en } }),
  });
}

/** Shows a statement again in another section. */
export async function repeatStatement(study: SeededStudy, code: string, node: string, person: string, at: Date): Promise<void> {
  const section = await sectionOf(study, node);
  await addBlock(study.as(person, at), {
    assessmentId: study.id,
    sectionId: section.id,
    kind: "repeat",
    language: "nl",
    repeats: recordOf(study, code),
  });
}

/** What the study can't bear, with the sections and statements that it holds for. */
export async function writeLimitation(
  study: SeededStudy,
  record: { id: string; sections: readonly string[]; nl: string; en: string },
  statements: readonly StatementRecord[],
  person: string,
  at: Date,
): Promise<void> {
  const sections = await Promise.all(record.sections.map(async (node) => (await sectionOf(study, node)).id));
  const held = statements.filter(({ limitations }) => limitations.includes(record.id)).map(({ id }) => recordOf(study, id));
  const { id } = await addLimitation(study.as(person, at), {
    assessmentId: study.id,
    text: record.nl,
    language: "nl",
    sections,
    statements: held,
  });
  await translateLimitation(study.as(person, at), { assessmentId: study.id, id, language: "en", version: 0, text: record.en });
}
