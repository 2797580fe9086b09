import { boundAround } from "~/domain/document/front";
import { captionsOf } from "~/domain/document/captions";
import { placesOf } from "~/domain/document/check-references";
import { pictureText, widthOfWords } from "~/domain/document/picture-drawing";
import { editionLine, editionNamed, fingerprint } from "~/domain/document/fingerprint";
import type { WriteOrder } from "~/platform/write-order";
import { languageOf, textOf, wordOf, type Printing } from "./printing";
import { printSections } from "./print-section";
import type { PdfFonts } from "./fonts.server";
import type { PrintedDocument } from "./printed";

/** Everything of an order that the typesetter needs, in texts that can be set. */
export function printDocument({ document, hash }: WriteOrder, fonts: Pick<PdfFonts, "canSet" | "others">): PrintedDocument {
  const printing = printingOf(document, fonts);
  const say = (text: string) => textOf(printing, text).trim();
  const sections = printSections(printing, document);
  const { front } = boundAround(document.sections);
  const notices = [document.classification, document.lacking, document.notice].filter((text): text is string => !!text).map(say);
  return {
    title: say(document.title) || say(editionNamed(document)) || "–",
    lang: languageOf(document.language),
    description: notices.join(" · "),
    keywords: [`edition ${document.number}`, `draft ${document.draft}`, document.format, `sha256 ${hash}`],
    others: fonts.others,
    facts: [
      ...document.titlePage.map(({ term, text }) => ({ term: say(term), text: say(text) })),
      { term: wordOf(printing, "fingerprint"), text: `sha256 ${fingerprint(hash)}` },
    ],
    notices,
    head: headOf(printing, document),
    foot: { edition: say(editionLine(document, hash)), page: wordOf(printing, "page"), of: wordOf(printing, "of") },
    mark: document.purpose === "concept" ? wordOf(printing, "draft-mark") : null,
    words: {
      contents: wordOf(printing, "contents"),
      tables: wordOf(printing, "list-of-tables"),
      figures: wordOf(printing, "list-of-figures"),
    },
    captions: { tables: captionsOf(document, "table").length > 0, figures: captionsOf(document, "picture").length > 0 },
    front: sections.slice(0, front.length),
    sections: sections.slice(front.length),
  };
}

function printingOf(document: WriteOrder["document"], { canSet }: Pick<PdfFonts, "canSet">): Printing {
  const { words, language, sections } = document;
  const items = sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "limitations" ? block.items : [])));
  const limitations = new Map(items.flatMap(({ number, anchor }) => (anchor === undefined ? [] : [[number, anchor] as const])));
  return { words, language, places: new Set(placesOf(document)), limitations, canSet };
}

/** The size of type of the head of a page, the width of a line of it, and what its lines are apart, in points. */
const head = { size: 7.5, width: 440, line: 11 } as const;

/** What stands over every page, and the height that it needs in points. */
function headOf(printing: Printing, document: WriteOrder["document"]): PrintedDocument["head"] {
  const lines = [document.lacking, document.notice].filter((text): text is string => !!text).map((text) => textOf(printing, text));
  const [classification, title] = [textOf(printing, document.classification), textOf(printing, document.title)];
  const count = [`${classification} · ${title}`, ...lines].reduce((sum, text) => sum + linesOf(text), 0);
  return { classification, title, lines, height: count * head.line };
}

function linesOf(text: string): number {
  return Math.ceil((widthOfWords(text) * head.size) / pictureText.size / head.width) || 1;
}
