/** Letters that a page holds in the order and the pieces in which they are drawn: written from the right, joined with others, or with marks that no letter has in itself. */
const drawn = /[\p{M}\u200D\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Devanagari}]/u;
const read = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/gu;

/**
 * Whether a text that was read from a page can be the one that was written there. Where that has letters which a page holds as they are drawn, only which of
 * them there are can be told, and all others in their order; elsewhere this says no more than that the two are equal without gaps.
 */
export function canBeDrawnFrom(written: string, onPage: string): boolean {
  const [before, after] = [written.normalize("NFC").replaceAll(/\s/gu, ""), onPage.normalize("NFC").replaceAll(/\s/gu, "")];
  if (before === after) return true;
  if (!drawn.test(before)) return false;
  return inOrder(before) === inOrder(after) && lettersOf(before) === lettersOf(after);
}

/** The letters of scripts that are drawn one after the other, without those that carry a mark. */
const inOrder = (text: string) => (text.replaceAll(/.\p{M}+/gsu, "").match(read) ?? []).join("");
const lettersOf = (text: string) => [...new Set(text)].toSorted().join("");
