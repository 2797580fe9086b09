import canonicalize from "canonicalize";

/** Why a value has no canonical form. */
export type CanonicalProblem = "not-a-number" | "undefined" | "lone-surrogate" | "too-deep" | "not-json";

/** Thrown for a value that has no canonical form; `problem` says why and `path` where, in dotted form. */
export class NotCanonicalError extends Error {
  readonly problem: CanonicalProblem;
  readonly path: string;

  constructor(problem: CanonicalProblem, path: string) {
    super(`no canonical JSON: ${problem} at ${path === "" ? "the root" : path}`);
    this.name = "NotCanonicalError";
    this.problem = problem;
    this.path = path;
  }
}

/** Deepest nesting of arrays and objects that is hashed; one more is refused. */
const CANONICAL_DEPTH = 32;

/**
 * Canonical JSON by RFC 8785, without Unicode normalisation. Refuses NaN, infinities, `undefined`,
 * lone surrogates (in keys too), nesting over 32, and whatever is not plain JSON (dates, functions, big integers).
 */
export function canonical(value: unknown): string {
  refuseUnlessJson(value, 0, "");
  const text = canonicalize(value);
  if (text === undefined) throw new NotCanonicalError("undefined", "");
  return text;
}

/** Digest of a value's canonical JSON, by the SHA-256 function that is passed in (text in, hex out). */
export function digestOf(value: unknown, sha256: (text: string) => string): string {
  return sha256(canonical(value));
}

const loneSurrogate = /\p{Surrogate}/u;

function refuseUnlessJson(value: unknown, depth: number, path: string): void {
  if (value === null || typeof value === "boolean") return;
  if (value === undefined) throw new NotCanonicalError("undefined", path);
  if (typeof value === "number") return refuseUnlessFinite(value, path);
  if (typeof value === "string") return refuseLoneSurrogate(value, path);
  if (typeof value !== "object") throw new NotCanonicalError("not-json", path);
  if (depth === CANONICAL_DEPTH) throw new NotCanonicalError("too-deep", path);
  if (!Array.isArray(value) && !isPlain(value)) throw new NotCanonicalError("not-json", path);
  for (const [key, inner] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    const below = path === "" ? String(key) : `${path}.${key}`;
    refuseLoneSurrogate(String(key), below);
    refuseUnlessJson(inner, depth + 1, below);
  }
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  const plain = prototype === Object.prototype || prototype === null;
  return plain && !("toJSON" in value && typeof value.toJSON === "function");
}

function refuseUnlessFinite(value: number, path: string): void {
  if (!Number.isFinite(value)) throw new NotCanonicalError("not-a-number", path);
}

function refuseLoneSurrogate(value: string, path: string): void {
  if (loneSurrogate.test(value)) throw new NotCanonicalError("lone-surrogate", path);
}
