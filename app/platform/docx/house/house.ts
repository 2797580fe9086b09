import { placeholdersIn, type Placeholder } from "~/domain/house-style/placeholders";
import type { StyleMapping } from "~/domain/house-style/slots";
import type { TemplateFacts } from "~/domain/house-style/template";
import type { EditionDocument } from "~/domain/document/model";
import type { Say } from "~/domain/document/words";
import type { OpenTemplate } from "./open-template.server";

/** A template with what was found in it, and which of its styles stand for ours. */
export interface House {
  template: OpenTemplate;
  facts: TemplateFacts;
  mapping: StyleMapping;
}

/** What is filled in on a cover, in a head and in a foot of a document. */
export function valuesOf(document: EditionDocument, say: Say): Record<Placeholder, string> {
  const row = (key: string) => document.titlePage.find(({ term }) => term === say(key))?.text ?? "";
  return {
    title: document.title,
    client: row("commissioner"),
    date: row("compiled-on"),
    classification: document.classification,
    edition: row("edition"),
  };
}

/** The width of the text on a page of a template, in twentieths of a point. */
export function textWidthOf({ page }: Pick<TemplateFacts, "page">): number {
  return page.width - page.left - page.right;
}

/** What the heads and feet of a template say themselves on every page. */
export interface SaidOnPages {
  classification: boolean;
  pages: boolean;
}

/** What needs not be said once more beside the heads and feet of a template. */
export function saidOnPages({ edges, pageNumbers }: Pick<TemplateFacts, "edges" | "pageNumbers">): SaidOnPages {
  const texts = edges.filter(({ kind }) => kind === "default").flatMap(({ lines }) => lines.map(({ text }) => text));
  return { classification: texts.some((text) => placeholdersIn(text).includes("classification")), pages: pageNumbers };
}
