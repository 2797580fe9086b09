import { z } from "zod";
import type { WriteOrder } from "~/platform/write-order";
import { attachedNames } from "./attached-names";
import { draftMarkSvg } from "./draft-mark.server";
import { pdfFonts } from "./fonts.server";
import { printDocument } from "./print-document";
import { typeset, type AttachedFile, type TypesetOrder } from "./typeset.server";

/**
 * A document as a PDF to read, to the standard PDF/UA-1: tagged, with the numbers of statements and the entries of the register as named destinations,
 * and with what it says of its origin attached. The same order gives the same bytes.
 */
export function writePdf(order: WriteOrder): Promise<Uint8Array> {
  return typeset(orderOf(order, [provenanceFile(order)]), "ua-1");
}

/** The same document as a PDF to keep, to the standard PDF/A-3a, with the manifest of the edition attached beside what it says of its origin. */
export function writeArchive(order: WriteOrder): Promise<Uint8Array> {
  const manifest = { name: attachedNames.manifest, media: "application/json", description: "Manifest", content: order.manifest };
  return typeset(orderOf(order, [manifest, provenanceFile(order)]), "a-3a");
}

function provenanceFile({ provenance }: WriteOrder): AttachedFile {
  return { name: attachedNames.provenance, media: "application/ld+json", description: "Provenance (W3C PROV-O)", content: provenance };
}

function orderOf(order: WriteOrder, files: AttachedFile[]): TypesetOrder {
  const document = printDocument(order, pdfFonts());
  return { document, mark: document.mark === null ? null : draftMarkSvg(document.mark), date: dateOf(order.manifest), files };
}

const Compiled = z.object({ compiledAt: z.iso.datetime() });

/** The moment of compiling as the manifest says it; where it says none, the first that a computer counts: an archive must have one. */
function dateOf(manifest: string): TypesetOrder["date"] {
  const parsed = Compiled.safeParse(JSON.parse(manifest));
  const at = new Date(parsed.success ? parsed.data.compiledAt : 0);
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  return { year, month, day, hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds() };
}
