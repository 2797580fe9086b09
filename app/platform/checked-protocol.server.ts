import { excerptOf, type ExcerptPart } from "~/domain/protocol/file-excerpt";
import type { Protocol } from "~/domain/protocol/schema";
import type { Language } from "~/domain/tool-language";
import { fieldProblem, type FormProblem } from "./form-problem";
import { translator } from "./i18n.server";
import { findParkedFormIfAny, parkForm } from "./parked-form.server";
import { type FurtherCheck, mostProtocolBytes, readProtocolFile } from "./protocol-file.server";
import type { UploadedFile } from "./read-upload.server";

/** One thing found in a protocol file, in words. */
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

/** A file that waits for what its owner decides. */
export interface KeptFile {
  name: string;
  bytes: Uint8Array;
  readAt: Date;
}

/** Reads a protocol file and words everything to say about it; `all` shows every line of it, `furtherCheck` compares it with what exists. */
export function checkProtocolFile(bytes: Uint8Array, language: Language, all: boolean, furtherCheck?: FurtherCheck): ProtocolCheck {
  const { protocol, problems, remarks, lines } = readProtocolFile(bytes, furtherCheck);
  const words = translator(language, "protocolCheck");
  const told = (found: readonly ((typeof problems)[number] | (typeof remarks)[number])[]): Told[] =>
    found.map(({ code, line, column, details }) => ({ line, column, sentence: words(code, details) }));
  const text = lines === 0 ? "" : new TextDecoder().decode(bytes);
  return {
    protocol,
    problems: told(problems),
    remarks: told(remarks),
    lines,
    excerpt: excerptOf(
      text,
      problems.map(({ line }) => line),
      all,
    ),
  };
}

/** What is wrong with a sent protocol file before it is read, and with which status; null when nothing is. */
export function uploadProblem(file: UploadedFile | undefined): { problem: FormProblem; status: number } | null {
  const values = { intent: "read" };
  if (!file) return { problem: fieldProblem(values, "file", "file-missing"), status: 422 };
  if (!/\.ya?ml$/i.test(file.name)) return { problem: fieldProblem(values, "file", "file-kind"), status: 415 };
  if (file.bytes.length > mostProtocolBytes) return { problem: fieldProblem(values, "file", "protocol-large"), status: 413 };
  return null;
}

/** Keeps an uploaded file for its owner, a page and an hour, encrypted; answers the id under which the page finds it. */
export function keepProtocolFile(userId: string, page: string, file: { name: string; bytes: Uint8Array }, at: Date): Promise<string> {
  const fields: [string, string][] = [
    ["name", file.name.slice(0, 200)],
    ["bytes", Buffer.from(file.bytes).toString("base64")],
    ["readAt", at.toISOString()],
  ];
  return parkForm(userId, page, fields, at);
}

/** The file that was kept under an id, or null: another's, of another page, or its hour is over. */
export async function findKeptFileIfAny(userId: string, page: string, id: string, at: Date): Promise<KeptFile | null> {
  const kept = id ? await findParkedFormIfAny(id, userId, page, at) : null;
  const [name, bytes, readAt] = [kept?.["name"]?.[0], kept?.["bytes"]?.[0], kept?.["readAt"]?.[0]];
  return name === undefined || bytes === undefined || readAt === undefined
    ? null
    : { name, bytes: Buffer.from(bytes, "base64"), readAt: new Date(readAt) };
}
