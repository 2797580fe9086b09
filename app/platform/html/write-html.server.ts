import { boundAround } from "~/domain/document/front";
import { editionLine } from "~/domain/document/fingerprint";
import { createHash } from "node:crypto";
import type { EditionDocument } from "~/domain/document/model";
import type { WriteOrder } from "~/platform/write-order";
import { sectionBlocks } from "./blocks";
import { fontFaces } from "./fonts.server";
import { contents, footnotes, noticesOf, titlePage } from "./front";
import { packed, provenanceMeta } from "./kept-provenance.server";
import { element, possible, written, type Markup } from "./markup";
import { styleSheet } from "./style";
import { startWriting, type Writing } from "./writing";

/**
 * A document as one page of HTML that stands alone: no script, nothing fetched, everything of the document, and what it says of its own origin
 * as JSON-LD. Every statement is a place of its own, every ground leads to the register and from there back.
 */
export function writeHtml({ document, hash, provenance }: WriteOrder): Uint8Array {
  const writing = startWriting(document, hash);
  const style = `${fontFaces()}${styleSheet(writing)}`;
  const page = element("html", { lang: document.language }, "\n", head(document, { hash, provenance, style }), "\n", body(writing), "\n");
  return new TextEncoder().encode(`<!DOCTYPE html>\n${page.html}\n`);
}

function head(document: EditionDocument, { hash, provenance, style }: { hash: string; provenance: string; style: string }): Markup {
  const meta = (name: string, content: string) => ["\n", element("meta", { name, content })];
  return element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    "\n",
    element("meta", { "http-equiv": "Content-Security-Policy", content: policyFor(style) }),
    "\n",
    element("title", {}, document.title),
    meta("viewport", "width=device-width, initial-scale=1"),
    meta("generator", "Grondslag"),
    meta("referrer", "no-referrer"),
    meta("robots", "noindex"),
    meta("description", [document.classification, document.lacking, document.notice].filter((text) => text !== null).join(" · ")),
    meta("dcterms.title", document.title),
    meta("dcterms.language", document.language),
    meta("grondslag-edition", `${document.number}.${document.draft}`),
    meta("grondslag-sha256", hash),
    meta("grondslag-format", document.format),
    meta(provenanceMeta, packed(provenance)),
    "\n",
    element("style", {}, written(style)),
    "\n",
    element("script", { type: "application/ld+json", id: "provenance" }, written(inScript(provenance))),
    "\n",
  );
}

/** Allows the style of this file and the typefaces in it, and nothing else. */
function policyFor(style: string): string {
  const digest = createHash("sha256").update(style).digest("base64");
  return `default-src 'none'; style-src 'sha256-${digest}'; font-src data:; base-uri 'none'; form-action 'none'`;
}

/** JSON that ends no element and starts none: the same data in other signs. */
function inScript(json: string): string {
  return possible(json).replaceAll("<", "\\u003c").replaceAll(">", "\\u003e").replaceAll("&", "\\u0026");
}

function body(writing: Writing): Markup {
  const bound = boundAround(writing.document.sections);
  const [front, text] = [bound.front, bound.body].map((sections) => sections.map((section) => sectionBlocks(writing, section)));
  const parts = [
    element(
      "header",
      {},
      running(writing),
      "\n",
      titlePage(writing),
      front && front.length > 0 && element("div", { class: "front" }, "\n", ...front),
    ),
    contents(writing),
    element("main", {}, "\n", ...(text ?? []), footnotes(writing)),
    seal(writing),
  ];
  return element("body", {}, ...parts.flatMap((part) => ["\n", part]), "\n");
}

/** What stands over the page: kind of document, title, and what it lacks. */
function running(writing: Writing): Markup {
  const { document } = writing;
  const [, ...rest] = noticesOf(writing);
  return element(
    "p",
    { class: "classification" },
    `${document.classification} · ${document.title}`,
    rest.length > 0 && [" · ", element("span", { class: "lacking" }, rest.join(" · "))],
  );
}

/** What stands under the page: which edition it is. */
function seal({ document, hash }: Writing): Markup {
  return element("footer", { class: "seal" }, editionLine(document, hash));
}
