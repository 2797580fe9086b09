import type { TextMark } from "~/domain/text/document";
import { isHref } from "~/domain/text/limits";
import { styleOf, wordsOf, type PasteElement } from "./paste-tree";

/** How a piece of pasted text looks, and where it leads. */
export interface PasteLook {
  strong: boolean;
  em: boolean;
  href: string | undefined;
}

/** A text without any form. */
export const plainLook: PasteLook = { strong: false, em: false, href: undefined };

/** The marks of a text, in their order. */
export function marksOf({ strong, em, href }: PasteLook): { marks?: TextMark[] } {
  const marks: TextMark[] = [
    ...(href === undefined ? [] : [{ type: "link" as const, attrs: { href } }]),
    ...(strong ? [{ type: "strong" as const }] : []),
    ...(em ? [{ type: "em" as const }] : []),
  ];
  return marks.length > 0 ? { marks } : {};
}

/** How the text within an element looks: what its tag and its style say, in which a style counts for more. */
export function lookWithin(element: PasteElement, look: PasteLook): PasteLook {
  const style = styleOf(element);
  const weight = style.get("font-weight");
  const slant = style.get("font-style");
  const strong = weight === undefined ? look.strong || element.name === "b" || element.name === "strong" : isHeavy(weight);
  const em = slant === undefined ? look.em || ["i", "em", "cite", "dfn"].includes(element.name) : /italic|oblique/u.test(slant);
  const href = element.name === "a" ? hrefOf(element) : undefined;
  return { strong, em, href: href ?? look.href };
}

/** Whether a link leads to an address that no text may lead to; one within its own page is no link at all. */
export function isRefusedLink(element: PasteElement): boolean {
  const href = element.attrs["href"]?.trim() ?? "";
  return element.name === "a" && href !== "" && !href.startsWith("#") && !isHref(href) && wordsOf(element).trim() !== "";
}

function hrefOf({ attrs }: PasteElement): string | undefined {
  const href = attrs["href"]?.trim();
  return isHref(href) ? href : undefined;
}

const isHeavy = (weight: string) => /^(?:bold(?:er)?|[6-9]\d{2})$/u.test(weight);
