import type { DataColumn, DataRow, DataTable, DataWords } from "~/domain/evidence/data-table";
import type { LocalText } from "~/domain/local-text";
import { groupsWithin, heightOf, type ClusterNode } from "./clusters";
import type { Named, ShownRanking, ShownSpreads, ShownTree, ShownWeight, ShownWithout } from "./shown";
import { shareAmongFirst } from "./sensitivity";
import { sumOf } from "./score";
import { firstPlaces, leastForFirst, percentOf, tenthsOf } from "./tell-ranking";
import { groupLetter } from "./tree-picture";

const word = (key: string, values?: Readonly<Record<string, string | number>>): DataWords => ({
  key: `ranking.${key}`,
  ...(values && { values }),
});
const plain = (text: string | number): DataWords => ({ plain: String(text) });
const number = (n: number | null): DataWords | null => (n === null ? null : word("number", { n }));
const column = (id: string, more: Partial<DataColumn> = {}): DataColumn => ({ id, label: word(`columns.${id}`), bound: true, ...more });
const numeric = (id: string) => column(id, { numeric: true });
const nameWords = (name: LocalText): DataWords => (name["und"] === undefined ? { text: name } : { plain: name["und"] });
const named = ({ code, name }: Named) => [plain(code), nameWords(name)];
const subjectColumns = [{ id: "code", label: { key: "code" }, bound: true }, column("subject")];

/** Scores with their bounds and what they rest on, the highest first. */
export function scoreTable({ group, criteria, rows }: ShownRanking): DataTable {
  return {
    block: "ranking",
    caption: word("scores", { group }),
    columns: [...subjectColumns, ...["rank", "score", "lowest", "highest"].map(numeric), column("counted"), numeric("share")],
    rows: rows.map((row): DataRow => {
      const figure = (place: number | null) => (place === null ? null : number(tenthsOf(place)));
      const rank = row.rank === null ? word("noRank") : word(row.isShared ? "sharedRank" : "rank", { rank: row.rank });
      const counted = [word("countedOf", { criteria: row.criteria, of: criteria }), word("part", { share: percentOf(row.share) })];
      return { id: row.code, depth: 0, cells: [...named(row), rank, figure(row.score), figure(row.low), figure(row.high), ...counted] };
    }),
    notes: [word("method")],
  };
}

/** The ranks over the draws of weights: the middle one, those that hold nine draws in ten, and each with its share. */
export function spreadTable({ rows, ranks, draws, seed, reach }: ShownSpreads): DataTable {
  const tellsFirst = ranks >= leastForFirst;
  return {
    block: "ranking",
    caption: word("spreads", { draws }),
    columns: [
      ...subjectColumns,
      ...["rank", "median", "from", "to", "first", ...(tellsFirst ? ["among"] : [])].map(numeric),
      column("shares"),
    ],
    rows: rows.map((row) => {
      const rank = word(row.isShared ? "sharedRank" : "rank", { rank: row.rank });
      const places = [row.median, row.low, row.high].map(number);
      const shares = [1, ...(tellsFirst ? [firstPlaces] : [])].map((among) => number(percentOf(shareAmongFirst(row, among))));
      const each = shownShares(row.shares).map(({ rank, percent }) => `${rank} (${percent})`);
      return { id: row.code, depth: 0, cells: [...named(row), rank, ...places, ...shares, plain(each.join(", "))] };
    }),
    notes: [word("spreadMethod", { draws, from: 1 - reach, to: 1 + reach, seed: String(seed) })],
  };
}

/** The ranks that a subject had in at least half a hundredth of the draws, each with its share in hundredths. */
function shownShares(shares: readonly number[]): { rank: number; percent: number }[] {
  return shares.flatMap((share, at) => (share < 0.005 ? [] : [{ rank: at + 1, percent: percentOf(share) }]));
}

/** The weights of the criteria, the part of all weight that each has, and how it counts. */
export function weightTable(weights: readonly ShownWeight[]): DataTable {
  const whole = sumOf(weights.map(({ weight, isOrdered }) => (isOrdered ? weight : 0)));
  return {
    block: "ranking",
    caption: word("weights"),
    columns: [
      { id: "code", label: { key: "code" }, bound: true },
      column("criterion"),
      numeric("weight"),
      numeric("part"),
      column("about"),
    ],
    rows: weights.map(({ code, title, weight, isOrdered, ...how }) => ({
      id: code,
      depth: 0,
      cells: [
        plain(code),
        { text: title },
        isOrdered ? number(Math.round(weight * 100) / 100) : null,
        isOrdered && whole > 0 ? word("part", { share: Math.round((weight / whole) * 1000) / 10 }) : null,
        word(`howCounts.${howCounts({ weight, isOrdered, ...how })}`),
      ],
    })),
    notes: [],
  };
}

function howCounts({ isOrdered, weight, source, isTurned }: Omit<ShownWeight, "code" | "title">): string {
  if (!isOrdered) return "classes";
  if (weight === 0) return "zero";
  if (source === "equal" || source === "mean") return isTurned ? `${source}Turned` : source;
  return isTurned ? "turned" : "counted";
}

/** The ranks without each criterion in turn, with how far each moves. */
export function withoutTable({ rows, criteria }: ShownWithout): DataTable {
  return {
    block: "ranking",
    caption: word("without"),
    columns: [
      ...subjectColumns,
      numeric("rank"),
      ...criteria.map(({ code }) => ({ id: `without-${code}`, label: word("columns.without", { code }), bound: true, numeric: true })),
    ],
    rows: rows.map(({ rank, ranks, ...row }) => ({
      id: row.code,
      depth: 0,
      cells: [...named(row), number(rank), ...ranks.map((other) => movedWords(rank, other))],
    })),
    notes: [word("withoutMethod")],
  };
}

function movedWords(rank: number, other: number | null): DataWords {
  if (other === null) return word("noRank");
  if (other === rank) return word("rank", { rank });
  return word(other < rank ? "movedUp" : "movedDown", { rank: other, by: Math.abs(other - rank) });
}

/** The groups of profiles that are alike, with the mean place of each on every criterion. */
export function groupTable({ group, tree, apart, criteria, places }: ShownTree): DataTable {
  const mean = (codes: readonly string[], at: number) => {
    const known = codes.flatMap((code) => places[code]?.[at] ?? []);
    return known.length === 0 ? null : number(Math.round((sumOf(known) / known.length) * 100));
  };
  return {
    block: "ranking",
    caption: word("groups", { group }),
    columns: [
      column("group"),
      column("members"),
      numeric("within"),
      ...criteria.map(({ code, title }) => ({ id: code, label: { text: coded(code, title) }, bound: true, numeric: true })),
    ],
    rows: groupsWithin(tree, apart).map((codes, at) => ({
      id: groupLetter(at),
      depth: 0,
      cells: [
        plain(groupLetter(at)),
        plain(codes.join(", ")),
        number(Math.round(heightOf(partOf(tree, codes)) * 100)),
        ...criteria.map((_, place) => mean(codes, place)),
      ],
    })),
    notes: [word("treeMethod", { apart: Math.round(apart * 100) })],
  };
}

const coded = (code: string, title: LocalText): LocalText =>
  Object.fromEntries(Object.entries(title).map(([language, text]) => [language, `${code} ${text}`]));

/** The part of a tree that holds these subjects and no others. */
function partOf(tree: ClusterNode, codes: readonly string[]): ClusterNode {
  if (tree.kind === "leaf" || tree.ids.length === codes.length) return tree;
  const [first] = codes;
  const within = tree.parts.find((part) => (part.kind === "leaf" ? part.id === first : part.ids.some((id) => id === first)));
  return within ? partOf(within, codes) : tree;
}
