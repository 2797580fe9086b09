import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { parse } from "yaml";
import type { z } from "zod";
import { fileEnding, type FileFormat } from "~/domain/document/file-formats";

/** The languages in which the example study is compiled. */
export const exampleLanguages = ["nl", "en"] as const;
/** One of them. */
export type ExampleLanguage = (typeof exampleLanguages)[number];

/** The studies that are compiled: the worked example, and the small one, whose people have names. */
export type ExampleStudy = "sec-in-oda" | "watervoorziening";

/** The path of a file of a compiled study. */
export function examplePath(language: ExampleLanguage, format: FileFormat, study: ExampleStudy = "sec-in-oda"): string {
  const { files } = inject("example");
  const name = readdirSync(files).find((each) => each.startsWith(study) && each.endsWith(`-${fileEnding(language, format)}`));
  if (name === undefined) throw new Error(`the example has no ${fileEnding(language, format)}`);
  return join(files, name);
}

const files = new Map<string, Uint8Array>();

/** A file of a compiled study; the same object each time, so that what was read of it can be kept. */
export function exampleFile(language: ExampleLanguage, format: FileFormat, study?: ExampleStudy): Uint8Array {
  const path = examplePath(language, format, study);
  const file = files.get(path) ?? new Uint8Array(readFileSync(path));
  files.set(path, file);
  return file;
}

/** The records that a study was loaded from, of one of its files. */
export function exampleRecords<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  study: ExampleStudy = "sec-in-oda",
): z.output<Schema> {
  return schema.parse(parse(readFileSync(join("prisma", "examples", study, `${file}.yaml`), "utf8")));
}
