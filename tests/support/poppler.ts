import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder of this run of tests for what poppler printed of long files; a project that reads none has no such folder. */
    printedByPoppler: string | undefined;
  }
}

/** What one of poppler's programs prints about a PDF. */
function poppler(program: string, args: readonly string[], file: Uint8Array, after: readonly string[] = []): string {
  return inFolder((folder) => {
    const path = join(folder, "file.pdf");
    writeFileSync(path, file);
    const done = spawnSync(program, [...args, path, ...after], { encoding: "utf8", maxBuffer: 100_000_000 });
    if (done.error || done.status !== 0) throw new Error(`${program} (package poppler-utils) did not work: ${done.stderr}`);
    return done.stdout;
  });
}

/** Does something in a folder that is gone afterwards. */
function inFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "grondslag-pdf-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An element of the structure tree: what it is, how deep it lies, its attributes, and the words in it and below it. */
export interface Element {
  role: string;
  depth: number;
  attributes: string[];
  text: string;
}

/** A line of the structure tree: words, an attribute of the element before it, or an element by its role; and how deep it lies. */
interface StructLine {
  depth: number;
  words?: string;
  attribute?: string;
  role?: string;
}

/** What was read of a file: poppler needs half a minute for the structure of a long one. */
const structures = new WeakMap<Uint8Array, StructLine[]>();

/** The structure tree of a tagged PDF line by line, as poppler prints it. */
export function structLinesOf(file: Uint8Array): StructLine[] {
  const known = structures.get(file) ?? readStructure(file);
  structures.set(file, known);
  return known;
}

/** What poppler prints of the structure; kept for the run of the tests, of which several processes read the same long files. */
function printedStructure(file: Uint8Array): string {
  const folder = inject("printedByPoppler");
  if (folder === undefined) return poppler("pdfinfo", ["-struct-text"], file);
  const path = join(folder, createHash("sha256").update(file).digest("hex"));
  if (existsSync(path)) return readFileSync(path, "utf8");
  const printed = poppler("pdfinfo", ["-struct-text"], file);
  writeFileSync(`${path}.${process.pid}`, printed);
  renameSync(`${path}.${process.pid}`, path);
  return printed;
}

function readStructure(file: Uint8Array): StructLine[] {
  return printedStructure(file)
    .split("\n")
    .flatMap((line): StructLine[] => {
      const [, space = "", rest = ""] = /^( *)(.*)$/u.exec(line) ?? [];
      const depth = space.length / 2;
      const words = /^"(.*)"$/u.exec(rest)?.[1];
      if (words !== undefined) return [{ depth, words }];
      if (rest.startsWith("/")) return [{ depth, attribute: rest }];
      const role = rest.startsWith("Object ") ? undefined : /^[A-Z][A-Za-z0-9]*/u.exec(rest)?.[0];
      return role === undefined ? [] : [{ depth, role }];
    });
}

/** The structure tree of a tagged PDF in reading order, as poppler reads it. */
export function structureOf(file: Uint8Array): Element[] {
  const open: Element[] = [];
  const all: Element[] = [];
  for (const { depth, words, attribute, role } of structLinesOf(file)) {
    if (words !== undefined) for (const each of open.filter((element) => element.depth < depth)) each.text += words;
    if (attribute !== undefined) open.at(-1)?.attributes.push(attribute);
    if (role === undefined) continue;
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const element = { role, depth, attributes: [], text: "" };
    open.push(element);
    all.push(element);
  }
  return all;
}

/** The names of the destinations of a PDF, in the order of its pages. */
export function destinationsOf(file: Uint8Array): string[] {
  const lines = poppler("pdfinfo", ["-dests"], file).split("\n");
  return lines.flatMap((line) => /^ *\d+ \[.*\] "(.*)"$/u.exec(line)?.[1] ?? []);
}

/** The files that a PDF carries, by name. */
export function attachmentsOf(file: Uint8Array): Record<string, string> {
  return inFolder((folder) => {
    poppler("pdfdetach", ["-saveall", "-o", folder], file);
    return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  });
}

/** The text of a PDF page by page, as it lies on the pages. */
export function pagesOf(file: Uint8Array): string[] {
  return poppler("pdftotext", ["-layout"], file, ["-"]).split("\f").slice(0, -1);
}

/** The typefaces of a PDF, with whether each is embedded and says which letters its glyphs are. */
export function typefacesOf(file: Uint8Array): { name: string; embedded: boolean; readable: boolean }[] {
  const lines = poppler("pdffonts", [], file).split("\n").slice(2).filter(Boolean);
  return lines.map((line) => {
    const [, embedded, readable] = /(yes|no) +(?:yes|no) +(yes|no) +\d+ +\d+ *$/u.exec(line) ?? [];
    return { name: line.split(" ")[0] ?? "", embedded: embedded === "yes", readable: readable === "yes" };
  });
}

/** A page drawn in shades of grey, 0 for black, one number per point of a page at 36 to the inch. */
export function drawnPage(file: Uint8Array, page: number): Uint8Array {
  const image = inFolder((folder) => {
    poppler("pdftoppm", ["-r", "36", "-gray", "-f", String(page), "-l", String(page), "-singlefile"], file, [join(folder, "page")]);
    return readFileSync(join(folder, "page.pgm"));
  });
  const [width = 0, height = 0] = /^P5\s+(\d+)\s+(\d+)/u.exec(image.subarray(0, 40).toString("latin1"))?.slice(1).map(Number) ?? [];
  return image.subarray(image.length - width * height);
}
