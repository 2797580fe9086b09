import type { KnownSource } from "~/domain/sources/compare-records";
import type { ReferenceFormat, WrittenFormat } from "~/domain/sources/reference-formats";
import type { CitedSource } from "./citations-format.server";
import type { ReferenceAnswer, ReferenceOrder } from "./reference-tasks.server";
import type { CodedSource } from "./references-write.server";
import { inThread } from "./thread.server";

/** Asks the thread for references; its libraries are loaded there, and here only where no thread can be had. */
function ask<Order extends ReferenceOrder>(order: Order): Promise<ReferenceAnswer<Order>> {
  const file = "platform/reference-thread.ts";
  const here = async (one: Order) => (await import("./reference-tasks.server")).doReferenceTask(one) as ReferenceAnswer<Order>;
  return inThread({ file, here }, order);
}

/** Reads a file of references and compares its records with the sources that are there and with each other. */
export function readReferences(bytes: Uint8Array, format: ReferenceFormat | null, known: readonly KnownSource[]) {
  return ask({ task: "read", bytes, format, known });
}

/** Writes sources as a file of references. */
export function writeReferenceFile(sources: readonly CodedSource[], format: WrittenFormat): Promise<string> {
  return ask({ task: "write", sources, format });
}

/** Formats references in the thread, in the order given; `citations.server.ts` keeps what was formatted before. */
export function formatReferences(sources: readonly CitedSource[]) {
  return ask({ task: "cite", sources });
}
