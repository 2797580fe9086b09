import type { Language } from "~/domain/tool-language";
import type { Protocol } from "~/domain/protocol/schema";
import { translator } from "~/platform/i18n.server";
import { findParkedFormIfAny, parkForm } from "~/platform/parked-form.server";
import { readProtocolFile } from "~/platform/protocol-file.server";
import { refuse } from "~/platform/refusal.server";
import { excerptOf } from "./file-excerpt";
import type { ExcerptPart } from "./file-excerpt";
import { readShippedProtocolIfAny } from "./shipped-protocols.server";

/** The page that a file waits for, while its owner looks at the check. */
const checkPage = "/assessments/new/check";

/** Where a protocol comes from. */
export interface ProtocolFrom {
  shipped: string;
  file: string;
}

/** Keeps an uploaded file for its owner and an hour, encrypted, and answers the id under which the check page finds it. */
export function keepProtocolFile(userId: string, file: { name: string; bytes: Uint8Array }, at: Date): Promise<string> {
  const fields: [string, string][] = [["name", file.name.slice(0, 200)], ["bytes", Buffer.from(file.bytes).toString("base64")], ["readAt", at.toISOString()]];
  return parkForm(userId, checkPage, fields, at);
}

/** The file that a check is about; not found when it is another's or its hour is over. */
export async function findProtocolFile(userId: string, from: ProtocolFrom, at: Date): Promise<{ name: string; bytes: Uint8Array; readAt: Date }> {
  if (from.shipped) {
    const shipped = await readShippedProtocolIfAny(from.shipped);
    if (shipped) return { ...shipped, readAt: at };
  }
  const kept = from.file ? await findParkedFormIfAny(from.file, userId, checkPage, at) : null;
  const [name, bytes, readAt] = [kept?.["name"]?.[0], kept?.["bytes"]?.[0], kept?.["readAt"]?.[0]];
  if (name === undefined || bytes === undefined || readAt === undefined) throw refuse("not-found");
  return { name, bytes: Buffer.from(bytes, "base64"), readAt: new Date(readAt) };
}

/** One thing found in a file, in words. */
export interface Told {
  line: number;
  column: number;
  sentence: string;
}

/** What is in a protocol file and what is wrong with it, in the language of the page. */
export interface ProtocolCheck {
  protocol: Protocol | null;
  problems: Told[];
  remarks: Told[];
  lines: number;
  excerpt: ExcerptPart[];
}

/** Reads a protocol file and words everything to say about it; `all` shows every line of it. */
export function checkProtocolFile(bytes: Uint8Array, language: Language, all: boolean): ProtocolCheck {
  const { protocol, problems, remarks, lines } = readProtocolFile(bytes);
  const words = translator(language, "protocolCheck");
  const told = (found: readonly ((typeof problems)[number] | (typeof remarks)[number])[]): Told[] =>
    found.map(({ code, line, column, details }) => ({ line, column, sentence: words(code, details) }));
  const text = lines === 0 ? "" : new TextDecoder().decode(bytes);
  return { protocol, problems: told(problems), remarks: told(remarks), lines, excerpt: excerptOf(text, problems.map(({ line }) => line), all) };
}
