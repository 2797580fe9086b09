import { requireLinkKind, requireNodeKind, nodeKey } from "~/domain/evidence/kinds";
import type { Db } from "~/platform/db.server";
import { listCodes } from "~/platform/evidence-codes.server";
import { findAnswerable } from "~/platform/find-answerable.server";
import { checkCitings } from "~/platform/find-target.server";
import { catchRefusal } from "~/platform/refusal.server";
import type { BlockAt, LinkAt, SectionAt } from "~/platform/section-versions.server";

/**
 * A link or a block of a version that can't come back, and why: `on` is the statement under which it stood ("" for running text), `code` what
 * stands in the way, `from` the day from which it can.
 */
export interface Lost {
  id: string;
  on: string;
  code: string;
  message: string;
  from: string | null;
}

/** Who looks at what a version would bring back, and when. */
export interface Looking {
  assessmentId: string;
  viewer: Parameters<typeof checkCitings>[1];
  at: Date;
}

/** A version of a section, and the section as it is now. */
export interface Restoring {
  was: SectionAt;
  now: SectionAt;
}

/** What of a version can't be cited, repeated or answered anew: of what comes back with it, not of what is there still. */
export async function listLost(db: Db, looking: Looking, { was, now }: Restoring): Promise<Lost[]> {
  const there = new Set([...now.blocks, ...now.links].map(({ id }) => id));
  const coming = was.blocks.filter(({ id }) => !there.has(id));
  const going = now.blocks.filter(({ id }) => !was.blocks.some((block) => block.id === id)).map(({ id }) => id);
  const blocks = [...(await lostRepeats(db, coming)), ...(await lostStatements(db, looking, coming, going))];
  const rest = withoutRecords(
    was,
    blocks.map(({ id }) => id),
  );
  const links = rest.links.filter(({ id }) => !there.has(id));
  return [...blocks, ...(await lostLinks(db, looking, { ...rest, links }, going))];
}

/** A version without some of its links and blocks; with a block goes what stands on it. */
export function withoutRecords(version: SectionAt, ids: readonly string[]): SectionAt {
  const stays = ({ id }: { id: string }) => !ids.includes(id);
  return {
    ...version,
    blocks: version.blocks.filter(stays),
    links: version.links.filter((link) => stays(link) && stays({ id: link.fromBlockId })),
    translations: version.translations.filter(({ recordId }) => stays({ id: recordId })),
  };
}

async function lostRepeats(db: Db, coming: readonly BlockAt[]): Promise<Lost[]> {
  const repeats = coming.flatMap(({ id, repeats }) => (repeats === null ? [] : [{ id, repeats }]));
  const statements = await db.statement.findMany({
    where: { id: { in: repeats.map((one) => one.repeats) } },
    select: { id: true, code: true, block: { select: { archivedAt: true, section: { select: { archivedAt: true } } } } },
  });
  return repeats.flatMap(({ id, repeats }) => {
    const found = statements.find((one) => one.id === repeats);
    const isThere = found?.block.archivedAt === null && found.block.section.archivedAt === null;
    return isThere ? [] : [{ id, on: "", code: found?.code ?? "?", message: "repeat-gone", from: null }];
  });
}

/** Answers whose question is answered otherwise now, and statements that stand in another block. */
async function lostStatements(db: Db, looking: Looking, coming: readonly BlockAt[], going: readonly string[]): Promise<Lost[]> {
  const kept = await db.statement.findMany({ where: { blockId: { in: coming.map(({ id }) => id) } }, select: { blockId: true } });
  const lost: Lost[] = [];
  for (const { id, statement } of coming) {
    if (!statement) continue;
    const { code: on, kind, question, part } = statement;
    if (!kept.some(({ blockId }) => blockId === id)) lost.push({ id, on, code: "", message: "answered-elsewhere", from: null });
    else if (kind === "answer") {
      const asked = { assessmentId: looking.assessmentId, question: question ?? undefined, part: part ?? undefined, going };
      const found = await catchRefusal(() => findAnswerable(db, asked), "invalid");
      if (found.ok) continue;
      const { message, code } = found.refusal.details;
      const isTaken = message === "answered-already" && typeof code === "string";
      lost.push({ id, on, code: isTaken ? code : "", message: isTaken ? message : "no-question", from: null });
    }
  }
  return lost;
}

async function lostLinks(
  db: Db,
  { assessmentId, viewer, at }: Looking,
  { blocks, links }: SectionAt,
  going: readonly string[],
): Promise<Lost[]> {
  const nodeOf = ({ toKind, toId }: LinkAt) => ({ kind: requireNodeKind(toKind), id: toId });
  const statementOf = ({ fromBlockId }: LinkAt) => blocks.find(({ id }) => id === fromBlockId)?.statement ?? null;
  const citings = links.map((link) => ({ block: { statement: statementOf(link) }, to: nodeOf(link), kind: requireLinkKind(link.kind) }));
  const coming = blocks.map(({ id }) => id);
  const [checked, codes] = await Promise.all([
    checkCitings(db, viewer, { assessmentId, at, coming, going }, citings),
    listCodes(db, assessmentId, links.map(nodeOf)),
  ]);
  return links.flatMap((link, place) => {
    const { code = null, problem = null, from = null } = checked[place] ?? {};
    if (code !== null && problem === null) return [];
    const known = code ?? codes.get(nodeKey(nodeOf(link))) ?? "?";
    return [{ id: link.id, on: statementOf(link)?.code ?? "", code: known, message: problem ?? "gone", from }];
  });
}
