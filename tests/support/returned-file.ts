import { strToU8, unzipSync, zipSync } from "fflate";
import type { EditionContent } from "~/domain/document/content";
import type { ReadParagraph, ReadRun } from "~/domain/returned/annotated-file";
import type { WrittenText } from "~/domain/returned/written-text";

/** The texts that went into a content, as an edition of it has them: each at version 1. */
export function textsOfContent({ sections, statements }: EditionContent): WrittenText[] {
  const bodies = (text: EditionContent["statements"][number]["text"]) => [
    { language: text.language, version: 1, original: true, document: text.body },
    ...text.translations.map(({ language, body }) => ({ language, version: 1, original: false, document: body })),
  ];
  const running = sections.flatMap(({ code, blocks }) =>
    blocks.flatMap((block) =>
      block.kind === "text" ? [{ blockId: block.id, code: null, section: code, bodies: bodies(block.text) }] : [],
    ),
  );
  const numbered = statements.map(({ code, sectionId, text }) => ({
    blockId: `block-${code}`,
    code,
    section: sections.find(({ id }) => id === sectionId)?.code ?? "",
    bodies: bodies(text),
  }));
  return [...running, ...numbered];
}

/** A file with a part changed or added by hand. */
export function withPart(file: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(file);
  return zipSync({ ...parts, [path]: strToU8(change(new TextDecoder().decode(parts[path] ?? new Uint8Array()))) });
}

/** A run of a paragraph as it is read. */
export const run = (text: string, more: Partial<ReadRun> = {}): ReadRun => ({
  text,
  change: null,
  bookmarks: [],
  anchor: null,
  comments: [],
  ...more,
});

/** A paragraph as it is read. */
export const paragraph = (runs: readonly ReadRun[] | string, more: Partial<ReadParagraph> = {}): ReadParagraph => ({
  style: "",
  runs: typeof runs === "string" ? [run(runs)] : runs,
  bookmarks: [],
  comments: [],
  notes: [],
  ...more,
});
