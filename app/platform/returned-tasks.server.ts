import type { AnnotatedFile } from "~/domain/returned/annotated-file";
import type { Proposal } from "~/domain/returned/proposal";
import { proposalsOf } from "~/domain/returned/propose";
import type { SentEdition } from "~/domain/returned/returned-lines";
import { readAnnotated } from "./docx/read-annotated.server";
import { UnreadableFile } from "./unreadable-file";

/** A returned file to be read; or what was read of one to be compared with the file as it was sent. */
export type ReturnedOrder =
  | { task: "read"; bytes: Uint8Array }
  | { task: "propose"; sent: Omit<SentEdition, "paragraphs"> & { bytes: Uint8Array }; returned: AnnotatedFile };

/** What a returned file holds, or why it can't be read; or what comes out of it. */
export type ReturnedAnswer = { file: AnnotatedFile & { provenance: string | null } } | { problem: string } | { proposals: Proposal[] };

/** Does such an order. */
export async function runReturnedTask(order: ReturnedOrder): Promise<ReturnedAnswer> {
  if (order.task === "read") return readOrProblem(order.bytes);
  const { bytes, ...sent } = order.sent;
  const { paragraphs } = await readAnnotated(bytes);
  return { proposals: proposalsOf({ ...sent, paragraphs }, order.returned) };
}

async function readOrProblem(bytes: Uint8Array): Promise<ReturnedAnswer> {
  try {
    return { file: await readAnnotated(bytes) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { problem: error.problem };
    throw error;
  }
}
