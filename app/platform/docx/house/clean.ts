import { fillIn, placeholdersIn, type Placeholder } from "~/domain/house-style/placeholders";
import { childOf, elementsNamed, textWithin, type XmlElement } from "~/platform/read-package.server";
import { xmlText } from "~/platform/xml-text";
import { settleFields } from "./fields";
import { element, plainText, rewrite } from "./xml-tree";

/** What is taken over of a template's pages: text and drawings. Whatever has another prefix is left out. */
const prefixes = new Set(["w", "r", "wp", "wp14", "a", "pic", "v", "o", "w10", "w14", "wps", "wpg", "wpc", "mc", "xml", "xmlns"]);

/** Elements that are left out with all that is in them: marks of review, notes, what leads elsewhere, properties of controls. */
const dropped = new Set([
  ...["w:bookmarkStart", "w:bookmarkEnd", "w:proofErr", "w:permStart", "w:permEnd", "w:lastRenderedPageBreak"],
  ...["w:commentRangeStart", "w:commentRangeEnd", "w:commentReference", "w:footnoteReference", "w:endnoteReference"],
  ...["w:del", "w:moveFrom", "w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart", "w:moveToRangeEnd"],
  ...["w:pPrChange", "w:rPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange", "w:sectPrChange", "w:numberingChange"],
  ...["w:sdtPr", "w:sdtEndPr", "w:smartTagPr", "w:customXmlPr", "w:object", "w:control", "w:altChunk", "w:subDoc", "w:sectPr"],
  ...["a:hlinkClick", "a:hlinkHover", "a:extLst", "a:audioFile", "a:videoFile", "o:OLEObject"],
]);

/** Elements of which only what is in them is kept. */
const unwrapped = new Set(["w:hyperlink", "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:sdt", "w:sdtContent"]);

const droppedAttributes = /^(?:r:(?:link|href|pict)|src|o:(?:src|href|althref)|href|w:rsid\w*|w14:(?:paraId|textId))$/u;

/** Text and drawings of a template as they may stand in a document of ours. */
export function cleanElements(elements: readonly XmlElement[]): XmlElement[] {
  return settleFields(
    rewrite(elements, (each) => {
      if (each.name === "#text") return [each];
      if (dropped.has(each.name) || !isKnown(each.name) || isForeignChoice(each)) return [];
      if (unwrapped.has(each.name)) return each.children;
      const attributes = Object.entries(each.attributes).filter(([key]) => isKnown(key) && !droppedAttributes.test(key));
      return [{ ...each, attributes: Object.fromEntries(attributes) }];
    }),
  );
}

const isKnown = (name: string) => !name.includes(":") || prefixes.has(name.split(":")[0] ?? "");

/** A way of drawing for programs that know more than is taken over; the other way beside it stays. */
function isForeignChoice({ name, attributes }: XmlElement): boolean {
  return name === "mc:Choice" && (attributes["Requires"] ?? "").split(/\s+/u).some((prefix) => !prefixes.has(prefix));
}

/** Fills in what stands in braces, also where a program has cut it into pieces, and what Word's own fields for a title, a company or a date show. */
export function fillElements(elements: readonly XmlElement[], values: Readonly<Record<Placeholder, string>>): XmlElement[] {
  return rewrite(elements, (each) =>
    each.name === "w:p" ? [fillParagraph(each, values)] : each.name === "w:sdt" ? [fillControl(each, values)] : [each],
  );
}

function fillParagraph(paragraph: XmlElement, values: Readonly<Record<Placeholder, string>>): XmlElement {
  const whole = plainText(textWithin(paragraph));
  if (placeholdersIn(whole).length === 0) return paragraph;
  const pieces = elementsNamed([paragraph], "w:t").map((piece) => plainText(textWithin(piece)));
  const perPiece = pieces.flatMap(placeholdersIn).length;
  const texts = perPiece === placeholdersIn(pieces.join("")).length ? pieces : [pieces.join(""), ...pieces.slice(1).map(() => "")];
  let count = 0;
  const [filled] = rewrite([paragraph], (each) => (each.name === "w:t" ? [textElement(fillIn(texts[count++] ?? "", values))] : [each]));
  return filled ?? paragraph;
}

const textElement = (text: string) =>
  element("w:t", { "xml:space": "preserve" }, [{ name: "#text", attributes: {}, children: [], text: xmlText(text) }]);

const bound: Readonly<Record<string, Placeholder>> = { title: "title", company: "client", publishdate: "date" };

/** A control that Word ties to a property of the document shows ours. */
function fillControl(control: XmlElement, values: Readonly<Record<Placeholder, string>>): XmlElement {
  const path = childOf(childOf(control, "w:sdtPr"), "w:dataBinding")?.attributes["w:xpath"] ?? "";
  const placeholder = bound[(/(\w+)(?:\[\d+\])?\s*$/u.exec(path)?.[1] ?? "").toLowerCase()];
  if (!placeholder) return control;
  let count = 0;
  const [filled] = rewrite([control], (each) => (each.name === "w:t" ? [textElement(count++ === 0 ? values[placeholder] : "")] : [each]));
  return filled ?? control;
}
