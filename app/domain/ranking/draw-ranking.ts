import type { DataTable, DataWords } from "~/domain/evidence/data-table";
import type { Drawn, PictureTable } from "~/domain/pictures/drawn";
import type { PictureWords } from "~/domain/pictures/words";
import { rankingPicture } from "./ranking-picture";
import { groupTable, scoreTable, spreadTable } from "./ranking-tables";
import type { SayRanking, ShownRanking, ShownSpreads, ShownTree } from "./shown";
import { spreadPicture } from "./spread-picture";
import { treePicture } from "./tree-picture";

const sayer =
  ({ say }: PictureWords): SayRanking =>
  (key, values) =>
    say(`data.ranking.${key}`, values);

/** A ranking with its scores as a table. */
export function drawRanking(shown: ShownRanking, words: PictureWords): Drawn {
  return { picture: rankingPicture(shown, sayer(words), words.text), table: worded(scoreTable(shown), words) };
}

/** How ranks move, with the ranks as a table. */
export function drawSpreads(shown: ShownSpreads, words: PictureWords): Drawn {
  return { picture: spreadPicture(shown, sayer(words), words.text), table: worded(spreadTable(shown), words) };
}

/** Profiles that are alike, with the groups as a table. */
export function drawTree(shown: ShownTree, words: PictureWords): Drawn {
  return { picture: treePicture(shown, sayer(words), words.text), table: worded(groupTable(shown), words) };
}

/** A table of a data block in the words of one language. */
function worded({ columns, rows }: DataTable, words: PictureWords): PictureTable {
  const say = (cell: DataWords | null) => {
    if (cell === null || "runs" in cell) return "";
    if ("plain" in cell) return cell.plain;
    return "text" in cell ? words.text(cell.text) : words.say(`data.${cell.key}`, cell.values);
  };
  return {
    columns: columns.map(({ label, numeric }) => ({ label: say(label), numeric })),
    rows: rows.map(({ cells }) => cells.map(say)),
  };
}
