import { foldWord, searchTokens } from "~/domain/fold";
import { wordSegments, type WordSegment } from "~/domain/formats";
import { placesOf } from "~/domain/search/match";
import type { SearchQuery } from "~/domain/search/query";

/** A piece of a passage; `hit` = one of the words that were looked for. */
export interface PassagePiece {
  text: string;
  hit: boolean;
}

const before = 80;
const longest = 260;

/** A passage of a text around the first thing that was looked for, in pieces, what was found apart: words by their stem, phrases whole. */
export function markPassage(text: string, query: SearchQuery, language: string): PassagePiece[] {
  const segments = wordSegments(text, language);
  const hits = hitsIn(segments, query, language);
  const first = Math.min(...hits, text.length);
  const start = hits.size === 0 || first <= before ? 0 : first - before;
  const shown = segments.filter(({ index }) => index >= start && index < start + longest);
  const pieces = shown.reduce<PassagePiece[]>((list, { segment, index }) => joined(list, segment, hits.has(index)), []);
  const last = shown.at(-1);
  const cutAfter = last !== undefined && last.index + last.segment.length < text.length;
  return [...(start > 0 ? [{ text: "… ", hit: false }] : []), ...pieces, ...(cutAfter ? [{ text: " …", hit: false }] : [])];
}

/** Where the words stand that were looked for, by their index in the text. */
function hitsIn(segments: readonly WordSegment[], query: SearchQuery, language: string): Set<number> {
  const words = segments.filter(({ isWordLike }) => isWordLike);
  const found = ["und", language].flatMap((code) => {
    const tokens = words.flatMap(({ segment, index }) => searchTokens(foldWord(segment, code)).map((token) => ({ token, index })));
    const list = tokens.map(({ token }) => token);
    return query.all
      .flatMap((term) => placesOf(list, term))
      .flatMap(({ start, length }) => tokens.slice(start, start + length).map(({ index }) => index));
  });
  return new Set(found);
}

function joined(list: readonly PassagePiece[], text: string, hit: boolean): PassagePiece[] {
  const last = list.at(-1);
  return last?.hit === hit ? [...list.slice(0, -1), { text: last.text + text, hit }] : [...list, { text, hit }];
}
