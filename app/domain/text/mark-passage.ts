import { foldWord, foldWords } from "~/domain/fold";
import { wordSegmenter } from "~/domain/formats";

/** A piece of a passage; `hit` = one of the words that were looked for. */
export interface PassagePiece {
  text: string;
  hit: boolean;
}

const before = 80;
const longest = 260;

/** A passage of a text around the first word that was looked for, in pieces, the words found apart; words count by their stem and by how they begin. */
export function markPassage(text: string, words: string, language: string): PassagePiece[] {
  const asked = [...new Set([...foldWords(words, "und"), ...foldWords(words, language)])];
  const segments = [...wordSegmenter(language).segment(text)];
  const isHit = (segment: Intl.SegmentData) =>
    segment.isWordLike === true && ["und", language].some((code) => asked.some((one) => foldWord(segment.segment, code).startsWith(one)));
  const hits = new Set(segments.filter(isHit).map(({ index }) => index));
  const first = Math.min(...hits, text.length);
  const start = hits.size === 0 || first <= before ? 0 : first - before;
  const shown = segments.filter(({ index }) => index >= start && index < start + longest);
  const pieces = shown.reduce<PassagePiece[]>((list, { segment, index }) => joined(list, segment, hits.has(index)), []);
  const last = shown.at(-1);
  const cutAfter = last !== undefined && last.index + last.segment.length < text.length;
  return [...(start > 0 ? [{ text: "… ", hit: false }] : []), ...pieces, ...(cutAfter ? [{ text: " …", hit: false }] : [])];
}

function joined(list: readonly PassagePiece[], text: string, hit: boolean): PassagePiece[] {
  const last = list.at(-1);
  return last?.hit === hit ? [...list.slice(0, -1), { text: last.text + text, hit }] : [...list, { text, hit }];
}

/** Whether every word that was looked for begins some word of the text. */
export function holdsWords(text: string, words: string, language: string): boolean {
  const asked = foldWords(words, "und");
  const held = [...foldWords(text, "und"), ...foldWords(text, language)];
  return asked.length > 0 && asked.every((one) => held.some((word) => word.startsWith(one)));
}
