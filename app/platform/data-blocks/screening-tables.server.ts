import type { DataTable } from "~/domain/evidence/data-table";
import type { LocalText } from "~/domain/local-text";
import type { Protocol } from "~/domain/protocol/schema";
import { agrees, isEmptyColumn, type PrismaFlow } from "~/domain/screening/flow";
import { flowTableRows, type FlowTableRow } from "~/domain/screening/flow-table";
import type { Db } from "../db.server";
import { readFlow } from "../screening-flow.server";
import { column, plainWords, textWords, toolWords } from "./words";

/**
 * How publications were found and chosen: the flow with its numbers, or where no counts were recorded the sentence that says so, which has no
 * columns and is bound by no sign-off.
 */
export async function screeningTables(db: Db, assessmentId: string, protocol: Protocol): Promise<DataTable[]> {
  const read = await readFlow(db, assessmentId, protocol);
  const caption = toolWords("screening");
  if (!read?.isRecorded) return [{ block: "method", caption, columns: [], rows: [], notes: [toolWords("noScreening")] }];
  const { flow } = read;
  const reasons = protocol.screening?.exclusionReasons.map(({ key, label }) => ({ key, label })) ?? [];
  const labels = new Map(reasons.map(({ key, label }) => [key, label]));
  const numeric = { numeric: true };
  return [
    {
      block: "method",
      caption,
      columns: [column("step"), column("flow.searched", numeric), ...(isEmptyColumn(flow.other) ? [] : [column("flow.others", numeric)])],
      rows: flowTableRows(flow).map((row) => ({
        id: row.id,
        depth: row.depth,
        cells: [labelOf(row, labels), plainWords(row.searched), ...(isEmptyColumn(flow.other) ? [] : [plainWords(row.other)])],
      })),
      notes: notesOf(flow),
      pictures: [{ kind: "flow", flow, reasons }],
    },
  ];
}

function labelOf({ word, reason }: FlowTableRow, labels: ReadonlyMap<string, LocalText>) {
  return reason === undefined ? toolWords(`flow.rows.${word ?? ""}`) : textWords(labels.get(reason));
}

/** What a reader must know of the numbers: what was not decided yet, of what nobody knows how it was found, and that they do not agree. */
function notesOf({ searched, other, withoutChannel }: PrismaFlow) {
  const waiting = [searched, other].flatMap(({ waiting: at }) => Object.values(at)).reduce((sum, count) => sum + count, 0);
  return [
    ...(waiting > 0 ? [toolWords("flow.waiting", { count: waiting })] : []),
    ...(withoutChannel.length > 0 ? [toolWords("flow.withoutChannel", { count: withoutChannel.length })] : []),
    ...(agrees(searched) && agrees(other) ? [] : [toolWords("flow.disagrees")]),
  ];
}
