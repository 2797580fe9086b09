import type { ReadNote, ReadParagraph, ReadRun } from "./annotated-file";
import { cleanTime } from "./clean-words";

/** What a paragraph of a file says: as it was before the changes that were kept track of, and with them. */
export interface ParagraphWords {
  before: string;
  after: string;
}

/** The words of a paragraph without what its writer put before them: the number of a statement, and the tab that sets it apart. */
export function wordsOf(paragraph: ReadParagraph): ParagraphWords {
  const runs = runsOfText(paragraph);
  const text = (kind: "inserted" | "deleted") =>
    runs
      .filter(({ change }) => change?.kind !== kind)
      .map((run) => run.text)
      .join("");
  return { before: text("inserted"), after: text("deleted") };
}

/** What a note says, before the changes that were kept track of and with them: nothing while its mark isn't in the text. */
export function noteWords({ paragraphs, change }: ReadNote): ParagraphWords {
  const words = paragraphs.map(wordsOf);
  return {
    before: change?.kind === "inserted" ? "" : words.map(({ before }) => before).join("\n"),
    after: change?.kind === "deleted" ? "" : words.map(({ after }) => after).join("\n"),
  };
}

/** How many runs may stand before the words of a statement: its number, which a word processor may cut in pieces, and a tab. */
const mostBefore = 6;

/** The runs of a paragraph that hold its words. */
export function runsOfText({ style, runs }: ReadParagraph): readonly ReadRun[] {
  if (style !== "statement") return runs;
  const tab = runs.slice(0, mostBefore).findIndex(({ text }) => text === "\t");
  return runs.slice(tab + 1);
}

/** Who made the changes in paragraphs or of single runs, each name once in the order of the file, and when the last of them was made. */
export function changedBy(changed: readonly (Pick<ReadParagraph, "runs"> | Pick<ReadRun, "change">)[]): {
  authors: string[];
  at: string | null;
} {
  const changes = changed.flatMap((one) => ("runs" in one ? one.runs.flatMap(({ change }) => change ?? []) : (one.change ?? [])));
  const times = changes.flatMap(({ at }) => cleanTime(at) ?? []).toSorted();
  return { authors: [...new Set(changes.flatMap(({ author }) => author || []))], at: times.at(-1) ?? null };
}
