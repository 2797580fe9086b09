import { join } from "node:path";
import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { projectRoot } from "~/platform/project-root.server";
import { pdfFonts } from "./fonts.server";
import type { PrintedDocument } from "./printed";

/** A file that is attached to a PDF. */
export interface AttachedFile {
  name: string;
  media: string;
  description: string;
  content: string;
}

/** What the template gets: the document, the watermark as an SVG, the moment that the file names, and what is attached to it. */
export interface TypesetOrder {
  document: PrintedDocument;
  mark: string | null;
  date: { year: number; month: number; day: number; hour: number; minute: number; second: number } | null;
  files: AttachedFile[];
}

/** The template: a folder with nothing else in it that a document could read. */
const template = () => join(projectRoot(), "app", "platform", "pdf", "template");

let compiler: NodeCompiler | undefined;

/**
 * One compiler for a thread: what it remembers is forgotten after each document, so that a second one needs no more memory. It is loaded when it is
 * first needed: most processes set no document.
 */
async function compilerOfThread(): Promise<NodeCompiler> {
  if (compiler) return compiler;
  const { NodeCompiler: Compiler } = await import("@myriaddreamin/typst-ts-node-compiler");
  return (compiler ??= Compiler.create({ workspace: template(), fontArgs: [{ fontBlobs: pdfFonts().files }] }));
}

/** Sets a document with the one template that there is, to a standard: content comes in as data and is never read as instructions. Throws on a missing typeface. */
export async function typeset(order: TypesetOrder, standard: "ua-1" | "a-3a"): Promise<Uint8Array> {
  const own = await compilerOfThread();
  try {
    const done = own.compile({ mainFilePath: join(template(), "edition.typ"), inputs: { order: JSON.stringify(order) } });
    const [warnings, problem] = [done.takeWarnings(), done.takeError()];
    const problems = problem ? messagesOf(own.fetchDiagnostics(problem)) : [];
    const fonts = warnings ? messagesOf(own.fetchDiagnostics(warnings)).filter((message) => message.includes("font")) : [];
    if (!done.result || problems.length > 0 || fonts.length > 0)
      throw new Error(`The PDF can't be set: ${[...problems, ...fonts].join("; ")}`);
    return own.pdf(done.result, { pdfStandard: standard });
  } finally {
    own.evictCache(0);
  }
}

function messagesOf(diagnostics: readonly unknown[]): string[] {
  return diagnostics.map((each) => (isDiagnostic(each) ? each.message : String(each)));
}

const isDiagnostic = (each: unknown): each is { message: string } =>
  typeof each === "object" && each !== null && "message" in each && typeof each.message === "string";
