import { waitingSuggestionStates } from "~/domain/moves/suggestion";
import { waitingItemStates } from "~/domain/moves/returned-item";
import { groupBy } from "~/domain/evidence/graph";
import type { BlockDocument } from "~/domain/text/document";
import { changedOver } from "~/domain/text/merge";
import type { Db } from "~/platform/db.server";
import { documentOf } from "~/platform/evidence-graph.server";
import { documentsAt } from "~/platform/suggestions.server";
import type { FoundItem } from "./find-returned.server";

/** How other words of a returned file go with what happened to their text since the edition. */
export interface SuggestionFit {
  /** The text was edited since at the same words: a writer could not accept the suggestion as it is. */
  collides: boolean;
  /**
   * The open suggestions on the same text. `fits` = both can be accepted, `collides` = one of the two, `lapsed` = the open one can't be accepted any more, whatever
   * becomes of this: the words that it is about were edited since it was made.
   */
  others: { number: number; section: string; fit: "fits" | "collides" | "lapsed" }[];
}

interface BlockNow {
  id: string;
  document: string;
}

/** How each suggestion that is not dealt with yet goes with the text of now, and with the suggestions that are open on it, by item. */
export async function readFits(
  db: Db,
  items: readonly FoundItem[],
  { blocks, sections }: { blocks: ReadonlyMap<string, BlockNow>; sections: readonly { id: string; code: string }[] },
): Promise<Map<string, SuggestionFit>> {
  const waiting = items.flatMap(({ id, kind, state, blockId, body: { document, version } }) => {
    const block = blocks.get(blockId ?? "");
    const isOpen = kind === "suggestion" && waitingItemStates.includes(state);
    return isOpen && block && document && version !== null ? [{ id, block, document, version }] : [];
  });
  const open = await db.suggestion.findMany({
    where: { blockId: { in: [...new Set(waiting.map(({ block }) => block.id))] }, state: { in: [...waitingSuggestionStates] } },
    select: { number: true, blockId: true, sectionId: true, blockVersion: true, document: true },
    orderBy: { number: "asc" },
  });
  const startOf = await documentsAt(db, [
    ...waiting.map(({ block, version }) => ({ blockId: block.id, version })),
    ...open.map(({ blockId, blockVersion }) => ({ blockId, version: blockVersion })),
  ]);
  const onBlock = groupBy(open, ({ blockId }) => blockId);
  return new Map(
    waiting.map(({ id, block, document, version }) => {
      const now = documentOf(block.document);
      const fits = (over: BlockDocument) => changedOver(startOf(block.id, version) ?? now, over, document) !== null;
      const others = (onBlock.get(block.id) ?? []).map(({ number, sectionId, blockVersion, document: suggested }) => {
        const accepted = changedOver(startOf(block.id, blockVersion) ?? now, now, documentOf(suggested));
        const section = sections.find((one) => one.id === sectionId)?.code ?? "";
        return {
          number,
          section,
          fit: accepted === null ? ("lapsed" as const) : fits(accepted) ? ("fits" as const) : ("collides" as const),
        };
      });
      return [id, { collides: !fits(now), others }] as const;
    }),
  );
}
