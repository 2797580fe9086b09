import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A PDF as pdf.js reads it. */
export function openWithPdfJs(file: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: Uint8Array.from(file), isEvalSupported: false, useWasm: false, verbosity: 0 }).promise;
}

/** A node of the structure tree of a page. */
interface Node {
  role?: string;
  alt?: string;
  lang?: string;
  children?: Node[];
}

/** The elements of the structure of every page, in reading order. */
export async function elementsOf(file: Uint8Array): Promise<{ role: string; alt: string; lang: string }[]> {
  const open = await openWithPdfJs(file);
  const found: { role: string; alt: string; lang: string }[] = [];
  const walk = (node: Node): void => {
    if (node.role !== undefined) found.push({ role: node.role, alt: node.alt ?? "", lang: node.lang ?? "" });
    node.children?.forEach(walk);
  };
  for (let number = 1; number <= open.numPages; number += 1) walk((await (await open.getPage(number)).getStructTree()) as Node);
  await open.destroy();
  return found;
}

/** Where the links within the file lead to, by name, in the order of the pages. */
export async function linksOf(file: Uint8Array): Promise<string[]> {
  const open = await openWithPdfJs(file);
  const found: string[] = [];
  for (let number = 1; number <= open.numPages; number += 1) {
    const annotations = (await (await open.getPage(number)).getAnnotations()) as { subtype?: string; dest?: unknown }[];
    for (const { subtype, dest } of annotations) if (subtype === "Link" && typeof dest === "string") found.push(dest);
  }
  await open.destroy();
  return found;
}
