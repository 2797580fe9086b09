import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { Provenance } from "~/domain/document/provenance";
import type { ReturnedFile, ReturnedStatement } from "~/domain/document/returned-file";
import { UnreadableFile } from "~/platform/unreadable-file";
import { attachedNames } from "./attached-names";
import { canBeDrawnFrom } from "./drawn-order";
import { readStatements } from "./read-statements";
import { growsBeyond } from "./unpacked-size.server";
import { paragraphsOfPage, type TaggedParagraph } from "./tagged-paragraphs";

/** The most pages that are read, how many bytes they may be once unpacked, and how long reading may take in milliseconds. */
const most = { pages: 3000, unpacked: 256 * 1024 * 1024, time: 60_000 } as const;

/**
 * A PDF that somebody sent back, as a file of an edition: what is attached of its origin, its statements by the structure of the pages, and its named
 * destinations. Lines and words lie on a page without the gaps between them, so the gaps of a text say nothing: compare it without any. Of letters that
 * are drawn in another order than they are written (Arabic, Hebrew, Devanagari, added marks) a page tells only which there are. Nothing in the file
 * is run, opened or fetched. Refuses (`UnreadableFile`) what is no PDF, is damaged, locked or too large.
 */
export async function readPdf(bytes: Uint8Array): Promise<ReturnedFile> {
  if (growsBeyond(bytes, most.unpacked)) throw new UnreadableFile("zipBomb");
  const until = performance.now() + most.time;
  const paragraphs: TaggedParagraph[] = [];
  const { pages, ...said } = await inOpen(bytes, async (file) => ({
    pages: file.numPages,
    places: Object.keys((await file.getDestinations()) ?? {}),
    provenance: await provenanceIn(file),
  }));
  if (pages > most.pages) throw new UnreadableFile("too-large");
  for (let first = 1; first <= pages; first += atOnce) {
    const last = Math.min(pages, first + atOnce - 1);
    paragraphs.push(...(await inOpen(bytes, (file) => paragraphsOf(file, { first, last, until }))));
  }
  return { ...said, statements: asWritten(readStatements(paragraphs), said.provenance) };
}

/** How many pages are read before the file is opened anew: the reader keeps whatever it met of a file until it is closed. */
const atOnce = 100;

async function inOpen<Answer>(bytes: Uint8Array, read: (file: PDFDocumentProxy) => Promise<Answer>): Promise<Answer> {
  const file = await openPdf(bytes);
  try {
    return await read(file);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile("content"); // whatever the reader stumbles over lies in the file
  } finally {
    await file.destroy();
  }
}

async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const loading = getDocument({
    data: Uint8Array.from(bytes), // the reader takes its data for itself
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    disableAutoFetch: true,
    maxImageSize: 0,
    verbosity: 0,
  });
  try {
    return await loading.promise;
  } catch (error) {
    throw new UnreadableFile(error instanceof Error && error.name === "PasswordException" ? "zipLocked" : "content");
  }
}

async function paragraphsOf(
  file: PDFDocumentProxy,
  { first, last, until }: { first: number; last: number; until: number },
): Promise<TaggedParagraph[]> {
  const paragraphs: TaggedParagraph[] = [];
  for (let number = first; number <= last; number += 1) {
    if (performance.now() > until) throw new UnreadableFile("too-large");
    const page = await file.getPage(number);
    paragraphs.push(...(await paragraphsOfPage(page)));
    page.cleanup();
  }
  return paragraphs;
}

/** The statements with their words as they were written where the page can't tell them from these. */
function asWritten(statements: readonly ReturnedStatement[], provenance: string | null): ReturnedStatement[] {
  const told = writtenIn(provenance);
  return statements.map((statement) => {
    const written = told.get(`#${statement.anchor}`);
    return written !== undefined && canBeDrawnFrom(written, statement.text) ? { ...statement, text: written } : statement;
  });
}

function writtenIn(provenance: string | null): Map<string, string> {
  try {
    const origin = Provenance.parse(JSON.parse(provenance ?? ""));
    return new Map(origin["grondslag:statements"].map((each) => [each["@id"], each["prov:value"]]));
  } catch {
    return new Map(); // whoever asks for the origin is told that it can't be read
  }
}

async function provenanceIn(file: PDFDocumentProxy): Promise<string | null> {
  // The reader says nothing of the type of what it finds: a list of files by name.
  const attached = (await file.getAttachments()) as Record<string, { filename?: unknown; content?: unknown }> | null;
  const found = Object.values(attached ?? {}).find(({ filename }) => filename === attachedNames.provenance);
  return found?.content instanceof Uint8Array ? new TextDecoder().decode(found.content) : null;
}
