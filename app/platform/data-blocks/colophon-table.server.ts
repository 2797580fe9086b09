import type { DataTable } from "~/domain/evidence/data-table";
import type { Protocol } from "~/domain/protocol/schema";
import { listCarriedOutBy } from "../carried-out-by.server";
import type { Db } from "../db.server";
import { plainWords, textWords, toolWords, unboundColumn } from "./words";

/** What the colophon will say as far as it is known before an edition is compiled: who commissioned the study and who does it. */
export async function colophonTable(db: Db, assessmentId: string, { commissioner }: Protocol): Promise<DataTable> {
  const carriedOutBy = await listCarriedOutBy(db, assessmentId);
  return {
    block: "colophon",
    caption: toolWords("colophon"),
    columns: [unboundColumn("task"), unboundColumn("who")],
    rows: [
      { id: "commissioner", depth: 0, cells: [toolWords("commissioner"), textWords(commissioner)] },
      ...carriedOutBy.map(({ role, names }) => ({
        id: role,
        depth: 0,
        cells: [toolWords(`team-${role}`, { count: names.length }), plainWords(names.join(", "))],
      })),
    ],
    notes: [toolWords("colophonFilled")],
  };
}
