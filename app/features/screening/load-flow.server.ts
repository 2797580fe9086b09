import { countKinds } from "~/domain/screening/counts";
import { agrees, type ShownFlow } from "~/domain/screening/flow";
import { flowTableRows, type FlowTableRow } from "~/domain/screening/flow-table";
import { screeningSteps } from "~/domain/screening/steps";
import { protocolOf } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { readFlow, type HandCount } from "~/platform/screening-flow.server";

/** The flow of publications as its page shows it: the drawing, its numbers, what does not agree, and every count that can be given by hand. */
export async function loadFlow(db: Db, assessment: { id: string; protocolNumber: number }, asked: string | null) {
  const protocol = await protocolOf(assessment);
  const read = await readFlow(db, assessment.id, protocol);
  if (!read || !protocol.screening) return null;
  const { exclusionReasons } = protocol.screening;
  const kinds = countKinds(exclusionReasons);
  const given = new Map(read.counts.map((count) => [count.kind, count]));
  const counts = kinds.map((kind): HandCount => given.get(kind) ?? { kind, count: 0, note: "", version: 0 });
  const shown: ShownFlow = { flow: read.flow, reasons: exclusionReasons };
  const rows: FlowTableRow[] = flowTableRows(read.flow);
  return {
    shown,
    rows,
    counts,
    isRecorded: read.isRecorded,
    waiting: screeningSteps
      .map((step) => ({ step, count: read.flow.searched.waiting[step] + read.flow.other.waiting[step] }))
      .filter(({ count }) => count > 0),
    disagreeing: [read.flow.searched, read.flow.other]
      .filter((column) => !agrees(column))
      .map(({ entered, accounted }) => ({ entered, accounted })),
    asked: counts.find(({ kind }) => kind === asked) ?? null,
  };
}

/** The flow of publications as its page shows it. */
export type FlowShown = NonNullable<Awaited<ReturnType<typeof loadFlow>>>;
