import type { Details, Path, ProblemCode, RemarkCode } from "~/domain/protocol/problem";

/** What can be wrong with a file before anything in it is looked at; keys in the locale namespace `protocol-check`. */
export const fileProblemCodes = [
  "file-too-big",
  "file-empty",
  "file-binary",
  "file-not-utf8",
  "yaml-syntax",
  "yaml-indent",
  "yaml-tab",
  "yaml-unclosed",
  "yaml-duplicate-key",
  "yaml-several-documents",
  "yaml-tag",
  "yaml-alias-unknown",
  "yaml-alias-circle",
  "yaml-too-many-aliases",
  "yaml-too-deep",
  "yaml-too-many-values",
  "yaml-not-a-mapping",
] as const;
/** The code of a problem of the file as such. */
export type FileProblemCode = (typeof fileProblemCodes)[number];

/** Codes after which nothing in the file could be read. */
export function isUnreadable(problem: { code: string }): boolean {
  return problem.code !== "yaml-duplicate-key" && fileProblemCodes.some((code) => code === problem.code);
}

/** One problem or remark at its place in the file; lines and columns count from 1. */
export type FilePlace<C extends string> = { code: C; path: Path; line: number; column: number; details: Details };

/** One problem in a protocol file. */
export type ProtocolProblem = FilePlace<FileProblemCode | ProblemCode>;
/** One remark on a protocol file. */
export type ProtocolRemark = FilePlace<RemarkCode>;
