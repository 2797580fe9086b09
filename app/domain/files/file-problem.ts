import { hasControlCharacters } from "~/domain/text/characters";
import { type FileKind, type HolderKind, kindOfName, kindsFor, limitOf } from "./kinds";

/** Why a file is not taken; each is a key of the locale namespace `attachments`, under `problems`. */
export type FileProblem =
  | "missing"
  | "empty"
  | "name"
  | "kind"
  | "kindForHolder"
  | "large"
  | "recordingLarge"
  | "content"
  | "pdfBroken"
  | "textBroken"
  | "zipBroken"
  | "zipLocked"
  | "zipPaths"
  | "zipMany"
  | "zipBomb"
  | "imageBroken"
  | "imageLarge";

/** The problems that are told as "too large" (413); one of a name is "invalid" (422), all others are "wrong kind" (415). */
const tooLarge: ReadonlySet<FileProblem> = new Set(["large", "recordingLarge", "zipMany", "zipBomb", "imageLarge"]);
const invalid: ReadonlySet<FileProblem> = new Set(["missing", "empty", "name"]);

/** The status of the answer that tells a problem. */
export function statusOfProblem(problem: FileProblem): 413 | 415 | 422 {
  return tooLarge.has(problem) ? 413 : invalid.has(problem) ? 422 : 415;
}

const reversals = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u;

/** Can this be kept as the name of a file: text of one line, without invisible characters and reversals of direction? */
export function isFileName(name: string): boolean {
  return /\S/u.test(name) && name.length <= 255 && !hasControlCharacters(name) && !/[\t\n/\\\uFFFD]/u.test(name) && !reversals.test(name);
}

/** The last part of what a browser sends as the name of a file. */
export function lastPart(sent: string): string {
  return (sent.split(/[\\/]/u).at(-1) ?? "").trim().normalize("NFC");
}

/** What a file's name says of it: its kind, or why it is not taken with this holder. */
export function kindFor(name: string, holder: HolderKind): { kind: FileKind } | { problem: FileProblem } {
  if (!isFileName(name)) return { problem: "name" };
  const kind = kindOfName(name);
  if (!kind) return { problem: "kind" };
  return kindsFor(holder).includes(kind) ? { kind } : { problem: "kindForHolder" };
}

/** What can be told of a chosen file before it is sent: its name and its size; null when it may be sent. */
export function problemBefore(file: { name: string; size: number }, holder: HolderKind): FileProblem | null {
  const read = kindFor(lastPart(file.name), holder);
  if ("problem" in read) return read.problem;
  if (file.size === 0) return "empty";
  return file.size > limitOf(read.kind) ? largeOf(read.kind) : null;
}

/** How a file of this kind is told that it is too large. */
export function largeOf(kind: FileKind): FileProblem {
  return limitOf(kind) > limitOf("pdf") ? "recordingLarge" : "large";
}
