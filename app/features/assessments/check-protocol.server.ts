import { findKeptFileIfAny, keepProtocolFile, type KeptFile } from "~/platform/checked-protocol.server";
import { refuse } from "~/platform/refusal.server";
import { readShippedProtocolIfAny } from "./shipped-protocols.server";

/** The page that a file waits for, while its owner looks at the check. */
const checkPage = "/assessments/new/check";

/** Where a protocol comes from. */
export interface ProtocolFrom {
  shipped: string;
  file: string;
}

/** Keeps an uploaded file for its owner and an hour, and answers the id under which the check page finds it. */
export function keepNewProtocol(userId: string, file: { name: string; bytes: Uint8Array }, at: Date): Promise<string> {
  return keepProtocolFile(userId, checkPage, file, at);
}

/** The file that a check is about; not found when it is another's or its hour is over. */
export async function findProtocolFile(userId: string, from: ProtocolFrom, at: Date): Promise<KeptFile> {
  const shipped = from.shipped ? await readShippedProtocolIfAny(from.shipped) : null;
  const file = shipped ? { ...shipped, readAt: at } : await findKeptFileIfAny(userId, checkPage, from.file, at);
  if (!file) throw refuse("not-found");
  return file;
}
