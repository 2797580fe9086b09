import { plainWords } from "~/domain/document/statement-text";
import { groupBy } from "~/domain/evidence/graph";
import { changedBy } from "./paragraph-words";
import { noProposal, type Proposal } from "./proposal";
import type { ReturnedLines, ReturnedParagraph } from "./returned-lines";
import { rewriteDocument, type SentLine } from "./rewrite-document";
import { isList, type SentPlace } from "./sent-places";
import { cleanWords } from "./clean-words";

type LinePlace = Extract<SentPlace, { kind: "line" }>;

/** A proposal with its place in the file, by which they are put in order. */
export interface PlacedProposal {
  order: number;
  proposal: Proposal;
}

/** Everything that was changed in a returned file, tracked or not: other words of a text as one suggestion for it, the rest as remarks. */
export function proposeChanges(lines: ReturnedLines, lastEditor: string): PlacedProposal[] {
  const texts = changedTexts(lines, lastEditor);
  return [...texts, ...changedElsewhere(lines, lastEditor).filter((one) => !isToldAtHome(one, texts))];
}

/** Whoever replaces words everywhere changes a statement at its home and where it is shown again: that is one change. */
function isToldAtHome({ proposal: { on, before, after } }: PlacedProposal, texts: readonly PlacedProposal[]): boolean {
  return texts.some(({ proposal }) => {
    const [olds, news] = [proposal.before.split("\n\n"), proposal.after.split("\n\n")];
    return proposal.on?.blockId === on?.blockId && olds.includes(before) && news.includes(after);
  });
}

function changedTexts({ returned, sent }: ReturnedLines, lastEditor: string): PlacedProposal[] {
  const written = sent.flatMap(({ place, words }) => (place.kind === "line" ? [{ place, words: cleanWords(words) }] : []));
  const texts = groupBy(written, ({ place }) => place.text.blockId);
  const here = new Map<string, { one: ReturnedParagraph; order: number }[]>();
  for (const [order, one] of returned.entries()) {
    const place = one.place?.kind === "line" ? one.place : one.into;
    if (place) here.set(place.text.blockId, [...(here.get(place.text.blockId) ?? []), { one, order }]);
  }
  let order = -1;
  return [...texts].flatMap(([blockId, own]) => {
    const found = here.get(blockId) ?? [];
    order = found[0]?.order ?? order;
    const [first] = own;
    const proposal =
      first &&
      changedText(
        first.place,
        own,
        found.map(({ one }) => one),
        lastEditor,
      );
    return proposal ? [{ order, proposal }] : [];
  });
}

function changedText(
  { text, body, section }: LinePlace,
  own: readonly { place: LinePlace; words: string }[],
  found: readonly ReturnedParagraph[],
  lastEditor: string,
): Proposal | null {
  const sent: SentLine[] = own.map(({ place, words }) => ({ line: place.line, words }));
  const now = found
    .map(({ place, after }) => ({ line: place?.kind === "line" ? place.line : null, words: cleanWords(after) }))
    .filter(({ words }) => words.trim() !== "");
  const before = readable(sent);
  const after = readable(now);
  if (before === after) return null;
  const { authors, at } = changedBy(found.map(({ paragraph }) => paragraph));
  const document = body.original ? rewriteDocument(body.document, sent, now) : null;
  return {
    ...noProposal,
    kind: document ? "suggestion" : "comment",
    section,
    on: { blockId: text.blockId, language: body.language, version: body.version },
    how: found.some(({ how }) => how === "bookmark") ? "bookmark" : found.length > 0 ? "text" : null,
    why: document ? null : after === "" ? "removed" : body.original ? null : "translation",
    author: authors.length > 0 ? authors.join(", ") : lastEditor,
    ...{ at, before, after, document },
  };
}

/** Paragraphs as they are compared and shown: each in one line, without the differences between blanks that programs make. */
function readable(lines: readonly { words: string }[]): string {
  return lines
    .map(({ words }) => plainWords(words))
    .filter((words) => words !== "")
    .join("\n\n");
}

/** What was changed in parts that the tool makes and beside statements, and new paragraphs that belong to no text. */
function changedElsewhere({ returned, language }: ReturnedLines, lastEditor: string): PlacedProposal[] {
  return returned.flatMap((one, order) => {
    if (one.place?.kind === "line" || one.into) return [];
    const { authors, at } = changedBy([one.paragraph]);
    const [before, after] = [one.place ? one.sent : one.before, one.after].map((words) => plainWords(cleanWords(words)));
    const isNew = one.place === null;
    if (before === undefined || after === undefined || (isNew ? before + after === "" : before === after)) return [];
    if (isList(one.paragraph) && authors.length === 0) return [];
    const why = isNew ? ("added" as const) : ("made" as const);
    const author = authors.length > 0 ? authors.join(", ") : lastEditor;
    // A new paragraph was nowhere before; one that was moved away is told where it went to.
    const words = isNew ? { before: after === "" ? before : "", after } : { before, after };
    return [{ order, proposal: { ...noProposal, section: one.section, why, ...besideOf(one, language), author, at, ...words } }];
  });
}

/** What is changed where a statement is shown again, or in what is told below it, is said on the statement itself. */
function besideOf({ place, how }: ReturnedParagraph, language: string): Partial<Proposal> {
  const body = place?.kind === "beside" && place.text.bodies.find((one) => one.language === language);
  if (place?.kind !== "beside" || !body) return {};
  const { section, blockId } = place.text;
  return { kind: "comment", why: "beside", section, on: { blockId, language: body.language, version: body.version }, how: how ?? "text" };
}
