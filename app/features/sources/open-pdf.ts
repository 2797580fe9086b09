import { AnnotationMode, getDocument, GlobalWorkerOptions, type PDFDocumentProxy, TextLayer } from "pdfjs-dist";
import workerUrl from "pdfjs-dist/build/pdf.worker.min.mjs?url";
import { mostPdfBytes } from "~/domain/sources/pdf-passage";

GlobalWorkerOptions.workerSrc = workerUrl;

/** The most pixels of a page: a file may say that its pages are as large as it likes. */
const mostPixels = 16_000_000;

/** A PDF that is being read. */
export interface OpenPdf {
  pages: number;
  /** What a page is called in the file, which may number its preface apart. */
  labels: readonly string[];
  /** Draws a page into an element, with its words over it to be selected, and gives those words. Null when another page was asked for meanwhile. */
  show: (page: number, box: HTMLElement) => Promise<string | null>;
  close: () => void;
}

/**
 * Reads the PDF at an address of ours. Nothing in it is run or followed: no scripts, forms, links or attachments of its own, and nothing is fetched for it.
 * Throws when it is too large or can't be read.
 */
export async function openPdf(href: string): Promise<OpenPdf> {
  const response = await fetch(href);
  if (!response.ok) throw new Error("The file was not sent.");
  const content = await response.blob();
  if (content.size > mostPdfBytes) throw new Error("The file is too large to be shown.");
  const loading = getDocument({
    data: new Uint8Array(await content.arrayBuffer()),
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: true,
    maxImageSize: mostPixels,
    verbosity: 0,
  });
  const file = await loading.promise;
  const labels = await file.getPageLabels();
  let turn = 0;
  return {
    pages: file.numPages,
    labels: Array.from({ length: file.numPages }, (_, place) => labels?.[place] || String(place + 1)),
    async show(page, box) {
      const mine = (turn += 1);
      const { parts, text } = await drawPage(file, page, box.clientWidth);
      if (mine !== turn) return null;
      box.replaceChildren(...parts);
      return text;
    },
    close() {
      TextLayer.cleanup();
      void loading.destroy();
    },
  };
}

async function drawPage(file: PDFDocumentProxy, number: number, room: number) {
  const page = await file.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = room / width;
  const density = Math.min(window.devicePixelRatio || 1, Math.sqrt(mostPixels / (width * height)) / scale);
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.floor(viewport.width * density));
  canvas.height = Math.max(1, Math.floor(viewport.height * density));
  canvas.setAttribute("aria-hidden", "true");
  const canvasContext = canvas.getContext("2d");
  if (!canvasContext) throw new Error("There is nothing to draw on.");
  const transform = [density, 0, 0, density, 0, 0];
  await page.render({ canvasContext, viewport, transform, annotationMode: AnnotationMode.DISABLE }).promise;
  const content = await page.getTextContent();
  const words = document.createElement("div");
  words.className = "words";
  words.style.setProperty("--total-scale-factor", String(scale));
  await new TextLayer({ textContentSource: content, container: words, viewport }).render();
  const text = content.items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
  return { parts: [canvas, words], text };
}
