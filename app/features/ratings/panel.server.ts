import { orderKeys } from "~/domain/judgements/sort-rated";
import { criteriaFor } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import type { Db } from "~/platform/db.server";
import { sortingFrom } from "~/ui/data-table";
import { type RatingsStudy, readSubjectRatings } from "./read-subject-ratings.server";
import type { HeatmapFilter, ShownHeatmap } from "./shown-standings";

/** What an address narrows the heatmap of actors to, and by what it orders it. */
export function filterFrom(query: URLSearchParams, protocol: Protocol): HeatmapFilter {
  const keys = orderKeys(criteriaFor(protocol, "actor"));
  return {
    find: query.get("q") ?? "",
    show: query.get("show") ?? "",
    sort: sortingFrom(query, keys, { key: "code", descending: false }),
  };
}

/** The actor whose cell the address names (`?cell=O7:K2`), with the criterion of that cell first; null when it names none. */
export async function readPanel(
  db: Db,
  study: RatingsStudy,
  heatmap: ShownHeatmap,
  cell: string | null,
  facts: ReadonlyMap<string, number>,
) {
  const [code, criterion] = cell?.split(":") ?? [];
  const row = heatmap.rows.find((one) => one.code === code);
  if (!row) return null;
  const criteria = await readSubjectRatings(db, study, "actor", row);
  const first = criteria.filter((one) => one.code === criterion);
  return {
    code: row.code,
    name: row.name,
    about: row.about,
    facts: facts.get(row.id) ?? 0,
    criteria: [...first, ...criteria.filter((one) => !first.includes(one))],
  };
}
