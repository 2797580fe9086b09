import { visibleTo } from "~/platform/comments.server";
import type { Db } from "~/platform/db.server";
import type { SectionStudy } from "./section-study.server";
import type { BlockView } from "./section-view.server";

/** Something in a section that a reviewer has to look at, with its place on the page. `words` are those of a person, where it has any. */
export interface OpenPoint {
  kind: "comment" | "no-ground" | "contradicted" | "changed" | "gate";
  anchor: string;
  code: string;
  words: string;
}

/** The open points of a section in the order of its text: comments that are not resolved, statements without ground or with an open contradiction, changed grounds, and reasons given at the gate. Drafts are their writer's only. */
export async function listOpenPoints(
  db: Db,
  { section, user }: SectionStudy,
  blocks: readonly BlockView[],
  changed: readonly string[],
): Promise<OpenPoint[]> {
  const [comments, reasons] = await Promise.all([
    db.comment.findMany({
      where: {
        sectionId: section.id,
        threadId: null,
        resolvedAt: null,
        archivedAt: null,
        ...visibleTo(user.id),
      },
      select: { blockId: true, text: true },
      orderBy: { number: "asc" },
    }),
    db.gateReason.findMany({ where: { sectionId: section.id, archivedAt: null }, select: { subject: true, reason: true } }),
  ]);
  const placed = blocks.flatMap((block) => {
    const own = comments.filter(({ blockId }) => blockId === block.id);
    return [...pointsOfBlock(block, new Set(changed)), ...own.map(({ text }) => pointAt(block, "comment", text))];
  });
  const loose = comments.filter(({ blockId }) => !blocks.some(({ id }) => id === blockId));
  return [
    ...placed,
    ...loose.map(({ text }) => ({ kind: "comment" as const, anchor: "comments", code: "", words: text })),
    ...reasons.map(({ subject, reason }) => ({ kind: "gate" as const, anchor: anchorOf(subject, blocks), code: subject, words: reason })),
  ];
}

function pointsOfBlock(block: BlockView, changed: ReadonlySet<string>): OpenPoint[] {
  const { statement, grounds } = block;
  const here = statement?.home ? null : statement;
  return [
    ...(here?.unsupported ? [pointAt(block, "no-ground", "")] : []),
    ...(here?.contradictionOpen ? [pointAt(block, "contradicted", "")] : []),
    ...grounds.filter(({ linkId }) => changed.has(linkId)).map(({ code }) => ({ ...pointAt(block, "changed", ""), code })),
  ];
}

function pointAt(block: BlockView, kind: OpenPoint["kind"], words: string): OpenPoint {
  const code = block.statement?.code ?? "";
  return { kind, anchor: code === "" || block.statement?.home ? `block-${block.id}` : code, code, words };
}

/** The statement that a reason at the gate is about, else the top of the text. */
function anchorOf(subject: string, blocks: readonly BlockView[]): string {
  return blocks.some(({ statement }) => statement?.code === subject) ? subject : "text";
}
