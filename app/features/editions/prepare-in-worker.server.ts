import { inThread } from "~/platform/thread.server";
import { openDatabaseUrl, type ReadingOrder } from "~/platform/thread-reader.server";
import { prepareEdition, type EditionOrder, type PreparedEdition } from "./prepare-edition.server";

/** An edition to prepare, and the database to read it from. */
export type PrepareOrder = EditionOrder & ReadingOrder;

const thread = { file: "features/editions/prepare-worker.ts", here: (order: PrepareOrder) => prepareEdition(order) };

/** Prepares an edition in a thread of its own with a connection of its own that can't write, so that nobody waits for it at another page. */
export function prepareInWorker(order: EditionOrder): Promise<PreparedEdition> {
  return inThread<PrepareOrder, PreparedEdition>(thread, { ...order, databaseUrl: openDatabaseUrl() });
}
