/** Why a draft that was asked for was not made; the words are `editions.problems.<code>` in the locales. */
export const compileProblems = [
  "not-allowed",
  "languages",
  "meanwhile",
  "disk-full",
  "too-large",
  "lost",
  "broken-reference",
  "broken-file",
  "house-style",
  "failed",
] as const;

/** A reason why a draft was not made. */
export type CompileProblemCode = (typeof compileProblems)[number];

/** A draft could not be made, for a reason that whoever asked can be told. Its message names no content. */
export class CompileProblem extends Error {
  readonly code: CompileProblemCode;

  constructor(code: CompileProblemCode, message: string = code) {
    super(message);
    this.name = "CompileProblem";
    this.code = code;
  }
}

const causes: Readonly<Record<string, CompileProblemCode>> = {
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EFBIG: "disk-full",
  EROFS: "disk-full",
  EIO: "disk-full",
  ERR_WORKER_OUT_OF_MEMORY: "too-large",
  conflict: "meanwhile",
  forbidden: "not-allowed",
  "not-found": "not-allowed",
};

/** The reason behind an error, by its code, also when a thread told of it. */
export function compileProblemOf(error: unknown): CompileProblemCode {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  return compileProblems.find((one) => one === code) ?? causes[code] ?? "failed";
}
