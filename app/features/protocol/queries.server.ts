import { codesInOrder, nearestWriters, questionsInOrder, sectionsInOrder } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import type { Db } from "~/platform/db.server";
import { namesOfUsers } from "~/platform/names-of-users.server";
import { refuse } from "~/platform/refusal.server";
import type { ProtocolPart } from "./parts";

/** What one part of the page shows of a protocol; nothing of the other parts is sent. */
export function partOf(protocol: Protocol, part: ProtocolPart) {
  const scales = protocol.scales ?? [];
  switch (part) {
    case "questions":
      return { part, questions: questionsInOrder(protocol), methods: protocol.methods ?? [] };
    case "guide":
      return { part, guide: protocol.guide ?? null, scales };
    case "criteria":
      return {
        part,
        criteria: protocol.criteria ?? [],
        scales,
        sourceCriteria: protocol.sourceCriteria ?? [],
        screening: protocol.screening ?? null,
      };
    case "frameworks":
      return { part, frameworks: protocol.frameworks ?? [], scales };
    case "options":
      return { part, options: protocol.options ?? [], sets: protocol.interventionSets ?? [] };
    case "actors":
      return {
        part,
        scales,
        facts: protocol.actorFacts ?? [],
        inclusion: protocol.inclusionCriteria ?? [],
        selection: protocol.selectionCriteria ?? [],
        perspectives: (protocol.perspectives ?? []).map(({ id, title }) => ({ id, title })),
      };
    case "codes":
      return { part, codes: codesInOrder(protocol) };
    case "outline":
      return { part, outline: sectionsInOrder(protocol).map((placed) => ({ ...placed, ...nearestWriters(protocol, placed.node.id) })) };
    case "rules":
      return { part, rules: protocol.rules, scales };
    case "words":
      return { part, abbreviations: protocol.abbreviations ?? [], definitions: protocol.definitions ?? [] };
  }
}

/** One part of a protocol, as its page shows it. */
export type ShownPart = ReturnType<typeof partOf>;

/** What the tabs say of each part: how much is in it. */
export function countParts(protocol: Protocol): Partial<Record<ProtocolPart, number>> {
  return {
    questions: protocol.questions.length,
    guide: protocol.guide?.blocks.reduce((sum, { questions }) => sum + questions.length, 0) ?? 0,
    criteria: protocol.criteria?.length ?? 0,
    frameworks: protocol.frameworks?.length ?? 0,
    options: protocol.options?.length ?? 0,
    actors: protocol.actorFacts?.length ?? 0,
    codes: protocol.codebook?.length ?? 0,
    outline: protocol.outline.length,
    words: (protocol.abbreviations?.length ?? 0) + (protocol.definitions?.length ?? 0),
  };
}

/** The versions of a protocol, newest first, with who put each in force. */
export async function listVersions(db: Db, assessmentId: string) {
  const rows = await db.protocolVersion.findMany({
    where: { assessmentId },
    select: { number: true, fileName: true, createdAt: true, byId: true },
    orderBy: { number: "desc" },
  });
  const names = await namesOfUsers(
    db,
    rows.map(({ byId }) => byId),
  );
  return rows.map(({ byId, ...row }) => ({ ...row, by: names.get(byId) ?? null }));
}

/** One version with the file as it was read. Refuses a number that is not there. */
export async function findVersion(db: Db, assessmentId: string, asked: string | undefined) {
  if (!/^[1-9]\d{0,5}$/u.test(asked ?? "")) throw refuse("not-found");
  const number = Number(asked);
  const row = await db.protocolVersion.findUnique({
    where: { assessmentId_number: { assessmentId, number } },
    select: { number: true, fileName: true, file: true, digest: true, createdAt: true, byId: true },
  });
  if (!row) throw refuse("not-found");
  const names = await namesOfUsers(db, [row.byId]);
  const { byId, ...version } = row;
  return { ...version, by: names.get(byId) ?? null };
}

/** When and by whom the protocol was frozen; null while it can be replaced. */
export async function findFrozen(db: Db, assessmentId: string): Promise<{ at: Date; by: string | null } | null> {
  const { frozenAt, frozenById } = await db.assessment.findUniqueOrThrow({
    where: { id: assessmentId },
    select: { frozenAt: true, frozenById: true },
  });
  if (!frozenAt) return null;
  const names = frozenById ? await namesOfUsers(db, [frozenById]) : null;
  return { at: frozenAt, by: names?.get(frozenById ?? "") ?? null };
}
