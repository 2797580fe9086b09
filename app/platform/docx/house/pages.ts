import type { TemplateFacts } from "~/domain/house-style/template";
import { childOf, elementsNamed, textWithin, type XmlElement } from "~/platform/read-package.server";
import type { OpenTemplate } from "./open-template.server";
import { rewrite } from "./xml-tree";

/** The path of the text of a Word file. */
export const documentPath = "word/document.xml";

type EdgeKind = TemplateFacts["edges"][number]["kind"];

/** A section of a template: its properties, and the parts of its heads and feet by kind, with those that it takes from the section before. */
export interface TemplateSection {
  properties: XmlElement;
  edges: ReadonlyMap<`${"header" | "footer"} ${EdgeKind}`, string>;
  hasTitlePage: boolean;
}

/** The sections of a template in their order; the last is that of the text. */
export function sectionsOf(template: OpenTemplate): TemplateSection[] {
  const relations = template.relations(documentPath);
  let before: TemplateSection["edges"] = new Map();
  const now = rewrite(template.xml(documentPath), (each) => (each.name === "w:sectPrChange" ? [] : [each]));
  return elementsNamed(now, "w:sectPr").map((properties) => {
    const own = properties.children.flatMap(({ name, attributes }) => {
      const place = name === "w:headerReference" ? "header" : name === "w:footerReference" ? "footer" : null;
      const relation = relations.find(({ id, external }) => id === attributes["r:id"] && !external);
      const kind = edgeKinds.find((one) => one === attributes["w:type"]) ?? "default";
      return place && relation && template.parts.has(relation.target) ? [[`${place} ${kind}`, relation.target] as const] : [];
    });
    before = new Map([...before, ...own]);
    return { properties, edges: before, hasTitlePage: isOn(childOf(properties, "w:titlePg")) };
  });
}

const edgeKinds = ["default", "first", "even"] as const;

/** Says whether a switch of Word is on: there, and not said to be off. */
export function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !["0", "false", "off"].includes(element.attributes["w:val"] ?? "1");
}

/** The cover of a template: its elements, by which rule it ends, and which section it is on. */
export interface TemplateCover {
  rule: NonNullable<TemplateFacts["cover"]>["rule"];
  elements: readonly XmlElement[];
}

/** What stands before the first end of a section or of a page, or in a block of its own that is called cover; null where that shows nothing. */
export function coverOf(template: OpenTemplate): TemplateCover | null {
  const [body] = elementsNamed(template.xml(documentPath), "w:body");
  const children = (body?.children ?? []).filter(({ name }) => name !== "#text");
  const control = children.find((each) => each.name === "w:sdt" && isCoverControl(each));
  if (control) return shown({ rule: "control", elements: [control] });
  for (const [at, each] of children.entries()) {
    const properties = childOf(each, "w:pPr");
    if (childOf(properties, "w:sectPr")) return shown({ rule: "section", elements: children.slice(0, at + 1) });
    if (isOn(childOf(properties, "w:pageBreakBefore")) && at > 0) return shown({ rule: "page", elements: children.slice(0, at) });
    if (hasPageBreak(each)) return shown({ rule: "page", elements: [...children.slice(0, at), untilBreak(each)] });
  }
  return null;
}

const coverNames = /^(?:cover|cover pages?|omslag|voorblad|voorpagina|titelblad)$/iu;

function isCoverControl(control: XmlElement): boolean {
  const properties = childOf(control, "w:sdtPr");
  const gallery = childOf(childOf(properties, "w:docPartObj"), "w:docPartGallery");
  return [gallery, childOf(properties, "w:tag"), childOf(properties, "w:alias")].some((each) =>
    coverNames.test(each?.attributes["w:val"]?.trim() ?? ""),
  );
}

const isPageBreak = ({ name, attributes }: XmlElement) => name === "w:br" && attributes["w:type"] === "page";
const hasPageBreak = (element: XmlElement) => element.name === "w:p" && element.children.some((run) => run.children.some(isPageBreak));

/** A paragraph up to the page break in it. */
function untilBreak(paragraph: XmlElement): XmlElement {
  const at = paragraph.children.findIndex((run) => run.children.some(isPageBreak));
  const run = paragraph.children[at];
  const before = run ? run.children.slice(0, run.children.findIndex(isPageBreak)) : [];
  return { ...paragraph, children: [...paragraph.children.slice(0, at), ...(run ? [{ ...run, children: before }] : [])] };
}

function shown(cover: TemplateCover): TemplateCover | null {
  const hasText = cover.elements.some((each) => textWithin(each).trim() !== "");
  const hasPicture = ["w:drawing", "w:pict"].some((name) => elementsNamed(cover.elements, name).length > 0);
  return hasText || hasPicture ? cover : null;
}
