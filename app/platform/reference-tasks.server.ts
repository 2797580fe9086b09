import { compareRecords, type ComparedRecord, type KnownSource } from "~/domain/sources/compare-records";
import type { ReferenceFormat, WrittenFormat } from "~/domain/sources/reference-formats";
import { citeAll, type CitedSource, type Citation } from "./citations-format.server";
import { parseReferences, type ReadReferences } from "./references-parse.server";
import { writeReferences, type CodedSource } from "./references-write.server";

/** What the thread for references does: read a file and compare it, write one, or format references. */
export type ReferenceOrder =
  | { task: "read"; bytes: Uint8Array; format: ReferenceFormat | null; known: readonly KnownSource[] }
  | { task: "write"; sources: readonly CodedSource[]; format: WrittenFormat }
  | { task: "cite"; sources: readonly CitedSource[] };

/** A file that was read, with what each record turns out to be. */
export type ComparedReferences = { ok: true; format: ReferenceFormat; records: ComparedRecord[] } | Extract<ReadReferences, { ok: false }>;

/** What each order is answered with. */
export type ReferenceAnswer<Order extends ReferenceOrder> = Order extends { task: "read" }
  ? ComparedReferences
  : Order extends { task: "write" }
    ? string
    : Citation[];

/** Does an order. It takes long: run it in the thread for it. */
export function doReferenceTask(order: ReferenceOrder): ComparedReferences | string | Citation[] {
  switch (order.task) {
    case "read": {
      const read = parseReferences(order.bytes, order.format);
      return read.ok ? { ...read, records: compareRecords(read.records, order.known) } : read;
    }
    case "write":
      return writeReferences(order.sources, order.format);
    case "cite":
      return citeAll(order.sources);
  }
}
