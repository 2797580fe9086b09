import type { AnnotatedFile } from "~/domain/returned/annotated-file";
import type { Proposal } from "~/domain/returned/proposal";
import type { SentEdition } from "~/domain/returned/returned-lines";
import { log, loggedError } from "./log.server";
import type { ReturnedAnswer, ReturnedOrder } from "./returned-tasks.server";
import { inThread } from "./thread.server";
import { UnreadableFile } from "./unreadable-file";

const here = async (order: ReturnedOrder) => (await import("./returned-tasks.server")).runReturnedTask(order);

const ask = (order: ReturnedOrder) => inThread<ReturnedOrder, ReturnedAnswer>({ file: "platform/returned-thread.ts", here }, order);

/** Reads a returned file in a thread of its own. Refuses (`UnreadableFile`) one that can't be read; one that takes more memory than a thread may have too. */
export async function readReturned(bytes: Uint8Array): Promise<AnnotatedFile & { provenance: string | null }> {
  const answer = await ask({ task: "read", bytes }).catch((error: unknown) => {
    // What is wrong with the file comes back as a problem, so this is the program's or its memory's: whoever runs it must be able to see that.
    log().warn({ error: loggedError(error) }, "a returned file could not be read");
    return { problem: "content" };
  });
  if ("file" in answer) return answer.file;
  throw new UnreadableFile("problem" in answer ? answer.problem : "content");
}

/** What comes out of a returned file, compared with the file as it was sent. */
export async function proposeReturned(
  sent: Omit<SentEdition, "paragraphs"> & { bytes: Uint8Array },
  returned: AnnotatedFile,
): Promise<Proposal[]> {
  const answer = await ask({ task: "propose", sent, returned });
  return "proposals" in answer ? answer.proposals : [];
}
