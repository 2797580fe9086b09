import { styleSlots, typeOfSlot, type StyleMapping, type StyleSlot } from "./slots";
import type { TemplateFacts, TemplateStyle } from "./template";

/** The names under which a style is known in English and Dutch programs, best first. */
const names: Readonly<Record<StyleSlot, readonly string[]>> = {
  title: ["title", "titel"],
  facts: ["front matter", "colophon", "colofon"],
  frontHeading: ["toc heading", "kop van inhoudsopgave", "contents heading", "kop inhoudsopgave"],
  toc1: ["toc 1", "inhopg 1", "contents 1", "inhoudsopgave 1"],
  toc2: ["toc 2", "inhopg 2", "contents 2", "inhoudsopgave 2"],
  toc3: ["toc 3", "inhopg 3", "contents 3", "inhoudsopgave 3"],
  heading1: ["heading 1", "kop 1"],
  heading2: ["heading 2", "kop 2"],
  heading3: ["heading 3", "kop 3"],
  heading4: ["heading 4", "kop 4"],
  body: [],
  bullets: ["list bullet", "lijst opsom teken", "lijst opsomteken", "opsomming", "list 1"],
  numbers: ["list number", "lijst nummering", "nummering", "numbering 1"],
  statement: ["statement", "uitspraak", "stelling"],
  groundLine: ["ground line", "grondregel", "bronvermelding"],
  note: ["statement note", "toelichting"],
  notice: ["notice", "kadertekst", "kader", "quote", "citaat"],
  caption: ["caption", "bijschrift"],
  table: ["house style table", "huisstijltabel", "tabel huisstijl"],
  tableHead: ["table head", "table heading", "tabelkop", "tabel kop"],
  tableText: ["table text", "table contents", "tabeltekst", "tabel tekst", "tabelinhoud"],
  footnote: ["footnote text", "voetnoottekst", "footnote"],
  hyperlink: ["hyperlink", "internet link", "internetkoppeling"],
  header: ["header", "koptekst"],
  footer: ["footer", "voettekst"],
};

/** A name as it is compared: programs spell it with and without gaps and capitals. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Which styles of a template stand for ours by their names and ids; the text is its default paragraph. Where no name fits, ours stays. */
export function proposeMapping({ styles }: Pick<TemplateFacts, "styles">): StyleMapping {
  const found = styleSlots.map((slot) => [slot, styleFor(slot, styles)?.id] as const);
  return Object.fromEntries(found.filter(([, id]) => id !== undefined));
}

function styleFor(slot: StyleSlot, styles: readonly TemplateStyle[]): TemplateStyle | undefined {
  const fitting = stylesFor(slot, styles);
  if (slot === "body") return fitting.find(({ isDefault }) => isDefault);
  return names[slot]
    .map(plainName)
    .flatMap((name) => fitting.find((style) => plainName(style.name) === name || plainName(style.id) === name) ?? [])[0];
}

/** The styles of a template that can stand for one of ours. */
export function stylesFor<Style extends Pick<TemplateStyle, "type">>(slot: StyleSlot, styles: readonly Style[]): Style[] {
  return styles.filter(({ type }) => type === typeOfSlot(slot));
}

/** The places in a mapping that name a style that the template does not have, or has of another kind. */
export function wrongInMapping({ styles }: Pick<TemplateFacts, "styles">, mapping: StyleMapping): StyleSlot[] {
  return styleSlots.filter((slot) => {
    const id = mapping[slot];
    return id !== undefined && !stylesFor(slot, styles).some((style) => style.id === id);
  });
}

/** A mapping for another template: what was chosen where that has the style too, else what its names propose. */
export function carryMapping(before: StyleMapping, facts: Pick<TemplateFacts, "styles">): StyleMapping {
  const wrong = new Set(wrongInMapping(facts, before));
  const kept = Object.entries(before).filter(([slot]) => !wrong.has(slot as StyleSlot)); // the keys of a mapping are slots
  return { ...proposeMapping(facts), ...Object.fromEntries(kept) };
}
