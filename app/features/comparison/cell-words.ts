import { useContext, useState } from "react";
import { PageContext } from "~/platform/page-context";
import type { CellWords } from "./load-comparison.server";

const noWords: CellWords = {};

/**
 * The first words of the answers. The data of the first page does not hold them a second time: at the server they come beside it, and the browser
 * takes them from the table that it was sent, before it takes that over.
 */
export function useCellWords(words: CellWords | null): CellWords {
  const { leftToPage } = useContext(PageContext);
  const [sent] = useState(() => (words === null && typeof document === "object" ? wordsInPage() : noWords));
  return words ?? (leftToPage as CellWords | undefined) ?? sent; // was left there by leaveWordsToPage
}

function wordsInPage(): CellWords {
  const rows = [...document.querySelectorAll<HTMLTableRowElement>(".cmp tbody tr:not(.g)")];
  return Object.fromEntries(
    rows.map((row) => [
      row.querySelector("th .num")?.textContent ?? "",
      [...row.querySelectorAll("td")].map((cell) => cell.querySelector("a > span:not(.vh)")?.textContent ?? ""),
    ]),
  );
}
