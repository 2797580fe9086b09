import { evidenceKinds } from "~/domain/evidence/kinds";
import { nearestWord } from "~/domain/search/suggest";
import { findEvidence } from "~/platform/find-evidence.server";
import { noFilter, readFound } from "~/platform/search-evidence.server";
import type { Asking } from "./passage";

const mostLookedAt = 40;

/**
 * What may have been meant where nothing was found: each word that no text has, as the nearest one that a text which this person may read
 * has. Null where there is none. It looks at texts that begin a word alike, so it knows no word that she could not read.
 */
export async function suggestWords(asking: Asking): Promise<string | null> {
  const words = asking.words.split(/\s+/u).slice(0, 6);
  const meant = await Promise.all(words.map(async (word) => (await nearestOf(asking, word)) ?? word));
  return meant.some((word, place) => word !== words[place]) ? meant.join(" ") : null;
}

async function nearestOf(asking: Asking, word: string): Promise<string | null> {
  if (!/^[\p{L}\p{M}'’-]{4,40}$/u.test(word)) return null;
  const { db, assessment, viewer } = asking;
  // The second letter and the third may have changed places.
  const beginnings = [...new Set([word.slice(0, 2), `${word[0] ?? ""}${word[2] ?? ""}`])];
  const like = { assessment, viewer, kinds: evidenceKinds, limit: mostLookedAt };
  const found = await Promise.all(beginnings.map((beginning) => findEvidence(db, { ...like, words: `${beginning}*` })));
  const read = await readFound(db, { ...asking, filter: noFilter }, found.flat());
  return nearestWord(
    word,
    read.flatMap(({ text }) => Object.values(text?.texts ?? {})),
  );
}
