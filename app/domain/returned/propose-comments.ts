import { findPassage, placesOf, type Span } from "~/domain/comments/anchor";
import { textOfDoc } from "~/domain/text/text-of-doc";
import type { FileComment, FileRemark, ReadRun } from "./annotated-file";
import { cleanName, cleanTime, cleanWords } from "./clean-words";
import { runsOfText } from "./paragraph-words";
import type { PlacedProposal } from "./propose-changes";
import { noProposal, type Proposal } from "./proposal";
import type { ReturnedLines, ReturnedParagraph } from "./returned-lines";

/** The longest text that a comment of the study may have, in UTF-16 units. */
export const longestComment = 4_000;
/** How much of the words that a comment is about is kept. */
const longestQuote = 2_000;

/** The comments of a returned file, each on the text that it was made on; those for which there is none as remarks. */
export function proposeComments(lines: ReturnedLines, comments: readonly FileComment[]): PlacedProposal[] {
  return comments.flatMap((comment) => {
    const said = cleaned(comment);
    const answers = comment.answers.map(cleaned).filter(({ text }) => text !== "");
    if (said.text === "" && answers.length === 0) return [];
    const { order, one } = placeOf(lines, comment.id);
    const proposal: Proposal = {
      ...noProposal,
      ...said,
      answers,
      resolved: comment.resolved,
      ...(one ? aboutParagraph(lines, one, order, comment.id) : { why: "nowhere" }),
    };
    const isLong = [said, ...answers].some(({ text }) => text.length > longestComment);
    return [{ order, proposal: isLong ? { ...proposal, kind: "remark", why: "too-long" } : proposal }];
  });
}

function cleaned({ author, at, text }: FileRemark): FileRemark {
  return { author: cleanName(author), at: cleanTime(at), text: cleanWords(text).trim() };
}

/** The first paragraph with words that a comment is about; else that in which it is marked. */
function placeOf({ returned }: ReturnedLines, id: string): { order: number; one: ReturnedParagraph | undefined } {
  const isOn = (run: ReadRun) => run.comments.includes(id) && run.text.trim() !== "";
  const withWords = returned.findIndex(({ paragraph }) => paragraph.runs.some(isOn));
  const order = withWords >= 0 ? withWords : returned.findIndex(({ paragraph }) => paragraph.comments.includes(id));
  return { order: order < 0 ? returned.length : order, one: returned[order] };
}

/** What a comment on a paragraph is about, as far as that was found. */
function aboutParagraph(lines: ReturnedLines, one: ReturnedParagraph, order: number, id: string): Partial<Proposal> {
  const { place, into, section, how } = one;
  const about = one.paragraph.runs.filter(({ comments }) => comments.includes(id));
  const quote = quoteOf(about);
  const here = { section, quote };
  if (place?.kind === "heading") return { ...here, kind: "comment", how };
  const found = place?.kind === "line" || place?.kind === "beside" ? place : into;
  if (!found) return { ...here, kind: "remark", why: place ? "made" : "not-found" };
  const body = "body" in found ? found.body : found.text.bodies.find(({ language }) => language === lines.language);
  if (!body) return { ...here, kind: "remark", why: "not-found" };
  return {
    ...here,
    kind: "comment",
    section: found.text.section,
    on: { blockId: found.text.blockId, language: body.language, version: body.version },
    how: how ?? "text",
    span: spanOf(lines, textOfDoc(body.document), { one, order, quote: sentWords(about), id }),
  };
}

/** The words that a comment is about, as they stood when it was made. */
function quoteOf(about: readonly ReadRun[]): string {
  const kept = about.filter(({ change }) => change?.kind !== "deleted");
  const words = (runs: readonly ReadRun[]) => cleanWords(runs.map(({ text }) => text).join("")).trim();
  return (words(kept) || words(about)).slice(0, longestQuote);
}

const sentWords = (runs: readonly ReadRun[]) =>
  runs
    .filter(({ change }) => change?.kind !== "inserted")
    .map(({ text }) => text)
    .join("");

/** A ground in running text is printed with its code, which the text itself doesn't have. */
const withoutGrounds = (words: string) => words.replaceAll(/[\s\u00A0]*\[[^\]]*\]/gu, "").trim();

/** Where the words that a comment is about stand in the text as the edition has it; where they stand several times, the one that was meant. */
function spanOf(
  { returned }: ReturnedLines,
  text: string,
  { one, order, quote, id }: { one: ReturnedParagraph; order: number; quote: string; id: string },
): Span | null {
  const words = withoutGrounds(quote);
  if (words === "") return null;
  const found = findPassage(words, text);
  if ("found" in found) return found.found;
  const runs = runsOfText(one.paragraph);
  const own = sentWords(
    runs.slice(
      0,
      runs.findIndex(({ comments }) => comments.includes(id)),
    ),
  );
  const blockId = one.place?.kind === "line" ? one.place.text.blockId : "";
  const earlier = returned
    .slice(0, order)
    .filter(({ place }) => place?.kind === "line" && place.text.blockId === blockId)
    .map(({ before }) => before);
  return found.several[placesOf(words, [...earlier, own].join("\n")).length] ?? null;
}
