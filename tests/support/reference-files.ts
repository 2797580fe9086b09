import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReferenceFormat } from "~/domain/sources/reference-formats";
import type { ReadRecord } from "~/domain/sources/read-source";
import { parseReferences } from "~/platform/references-parse.server";

/** A file as a program writes it; the works in it are invented. */
export const referenceFile = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, "references", name));

/** The records of a text; a text that can't be read fails the test. */
export function recordsOf(content: string | Uint8Array, format: ReferenceFormat | null = null): ReadRecord[] {
  const read = parseReferences(typeof content === "string" ? new TextEncoder().encode(content) : content, format);
  if (!read.ok) throw new Error(`Not read: ${read.problem}`);
  return read.records;
}

/** The sources of a text, without the records of which none could be made. */
export const sourcesOf = (content: string | Uint8Array) => recordsOf(content).flatMap(({ source }) => source ?? []);
