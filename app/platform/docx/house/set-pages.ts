import { strToU8 } from "fflate";
import { childOf, elementsNamed, type XmlElement } from "~/platform/read-package.server";
import { addEdge, namespaces, relateDocument, takeElements, textOf, type Taking } from "./house-parts";
import { coverOf, documentPath, isOn, sectionsOf, type TemplateSection } from "./pages";
import { pageOf, plainPage } from "./read-template.server";
import { element, rewrite, xmlOf } from "./xml-tree";

/** The paragraphs of ours that follow those of the template: in the head and the foot of every page, and in the head of the cover. */
export interface OwnEdges {
  header: string;
  cover: string;
  footer: string;
}

type EdgeKey = Parameters<TemplateSection["edges"]["get"]>[0];

/** Puts the cover, the heads and feet, the size and the margins of a template into a document of ours. */
export function setPages(taking: Taking, own: OwnEdges): void {
  const { template, parts } = taking;
  const sections = sectionsOf(template);
  const [first, last] = [sections[0], sections.at(-1)];
  const cover = coverOf(template);
  const evens = isOn(elementsNamed(template.xml("word/settings.xml"), "w:evenAndOddHeaders")[0]);
  const edge = edgeMaker(taking);
  const coverKind = first?.hasTitlePage ? "first" : "default";
  const coverSection =
    cover && sectionXml(first, [edge("header", coverKind, first, own.cover), edge("footer", coverKind, first, "")], true);
  const kinds = ["default", ...(evens ? ["even" as const] : []), ...(last?.hasTitlePage && !cover ? ["first" as const] : [])] as const;
  const references = (["header", "footer"] as const).flatMap((place) => kinds.map((kind) => edge(place, kind, last, own[place])));
  const body = sectionXml(last, references, false, kinds.includes("first"));
  const before = cover && coverSection ? coverXml(taking, cover.elements, coverSection) : "";
  const xml = textOf(parts, documentPath).replace(/<w:sectPr>(?:(?!<w:sectPr>)[\s\S])*<\/w:sectPr>(?=<\/w:body>)/u, () => xmlOf([body]));
  const spaces = `xmlns:a="${namespaces["xmlns:a"]}" xmlns:pic="${namespaces["xmlns:pic"]}"`;
  const rooted = before === "" ? xml : xml.replace("<w:document ", () => `<w:document ${spaces} `);
  parts.set(documentPath, strToU8(rooted.replace("<w:body>", () => `<w:body>${before}`)));
  if (evens) {
    const settings = textOf(parts, "word/settings.xml").replace('<w:evenAndOddHeaders w:val="false"/>', "<w:evenAndOddHeaders/>");
    parts.set("word/settings.xml", strToU8(settings));
  }
}

/** Makes each head and foot once; where a kind is lacking, every page has that of all pages. */
function edgeMaker(taking: Taking) {
  const made = new Map<string, string>();
  return (
    place: "header" | "footer",
    kind: "default" | "first" | "even",
    section: TemplateSection | undefined,
    ours: string,
  ): XmlElement => {
    const keys: EdgeKey[] = kind === "even" ? [`${place} even`, `${place} default`] : [`${place} ${kind}`];
    const from = keys.flatMap((one) => section?.edges.get(one) ?? [])[0] ?? null;
    const key = JSON.stringify([place, from, ours]);
    const id = made.get(key) ?? addEdge(taking, { place, from, ours, number: made.size + 1 });
    made.set(key, id);
    return element(`w:${place}Reference`, { "w:type": kind === "first" || kind === "even" ? kind : "default", "r:id": id });
  };
}

/** The properties of a section: heads and feet, size and margins, frame; on a cover also how its text stands between top and bottom. */
function sectionXml(
  section: TemplateSection | undefined,
  references: readonly XmlElement[],
  isCover: boolean,
  hasTitlePage = false,
): XmlElement {
  const asDefault = (each: XmlElement) => (isCover ? element(each.name, { ...each.attributes, "w:type": "default" }) : each);
  const kept = (...names: string[]) => names.flatMap((name) => plainElement(childOf(section?.properties, name)));
  const page = pageOf(section) === plainPage ? [] : kept("w:pgSz", "w:pgMar");
  return element("w:sectPr", {}, [
    ...references.map(asDefault),
    ...(page.length === 2 ? page : ownPage),
    ...kept("w:pgBorders"),
    ...(isCover ? kept("w:vAlign") : []),
    ...(hasTitlePage ? [element("w:titlePg")] : []),
  ]);
}

/** A property without anything of a prefix that is not ours, and without pictures for a frame. */
function plainElement(each: XmlElement | undefined): XmlElement[] {
  if (!each) return [];
  const ours = (one: XmlElement) => Object.fromEntries(Object.entries(one.attributes).filter(([key]) => /^w:(?!rsid)/u.test(key)));
  return rewrite([each], (one) => (one.name.startsWith("w:") ? [{ ...one, attributes: ours(one) }] : []));
}

const ownPage = [
  element("w:pgSz", { "w:w": String(plainPage.width), "w:h": String(plainPage.height) }),
  element("w:pgMar", {
    ...{ "w:top": "1700", "w:right": String(plainPage.right), "w:bottom": "1420", "w:left": String(plainPage.left) },
    ...{ "w:header": "620", "w:footer": "560", "w:gutter": "0" },
  }),
];

/** The cover as a section of its own, whose properties stand in its last paragraph. */
function coverXml(taking: Taking, elements: readonly XmlElement[], section: XmlElement): string {
  const relate = (picture: string) => relateDocument(taking.parts, "image", picture);
  const taken = elements.map((each) => takeElements(taking, documentPath, [each], relate)).join("");
  return `${taken}<w:p><w:pPr>${tiny}${xmlOf([section])}</w:pPr></w:p>`;
}

/** The paragraph that ends the cover takes no room. */
const tiny = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>';
