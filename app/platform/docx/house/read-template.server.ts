import { placeholdersIn } from "~/domain/house-style/placeholders";
import { templateFormat, type TemplateFacts, type TemplateLine } from "~/domain/house-style/template";
import { childOf, elementsNamed, textWithin, type XmlElement } from "~/platform/read-package.server";
import { cleanElements } from "./clean";
import { fieldsIn } from "./fields";
import { stylesOf } from "./looks";
import { openTemplate, type OpenTemplate, type TemplateRefused } from "./open-template.server";
import { coverOf, documentPath, sectionsOf, type TemplateSection } from "./pages";
import { pictureAt, pictureReference, picturesLeftOut } from "./template-pictures";
import { plainText, valueOf } from "./xml-tree";

/** What is found in a Word file that is to be a template, or why it can't be one. */
export async function readTemplate(file: Uint8Array): Promise<TemplateFacts | TemplateRefused> {
  const template = await openTemplate(file);
  return "parts" in template ? factsOf(template) : template;
}

/** What is found in a template. */
export function factsOf(template: OpenTemplate): TemplateFacts {
  const sections = sectionsOf(template);
  const body = sections.at(-1);
  const cover = coverOf(template);
  const edges = edgesOf(template, sections);
  const lines = [...edges.flatMap((edge) => edge.lines), ...(cover ? linesIn(template, documentPath, cover.elements) : [])];
  const paths = [...new Set(lines.flatMap(({ pictures }) => pictures))];
  return {
    format: templateFormat,
    styles: stylesOf(template.xml("word/styles.xml"), template.xml("word/theme/theme1.xml")).slice(0, mostStyles),
    edges,
    cover: cover && { rule: cover.rule, lines: linesIn(template, documentPath, cover.elements) },
    page: pageOf(body),
    placeholders: [...new Set(lines.flatMap(({ text }) => placeholdersIn(text)))],
    pageNumbers: edgePaths(sections).some((path) => fieldsIn(template.xml(path)).some((field) => /^\s*PAGE\b/iu.test(field))),
    pictures: paths.map((path) => ({ path, shown: pictureAt(template, path)?.shown ?? false })),
    links: [...template.parts.keys()].flatMap((path) => template.relations(path).filter(({ external }) => external)).length,
    picturesLeft: picturesLeftOut(template).length,
    fonts: [...template.parts.keys()].filter((path) => /^word\/fonts\//u.test(path)).length,
  };
}

/** More styles than any template has need of; Word itself knows some 380. */
const mostStyles = 1_000;

/** The width of the page and its margins, in twentieths of a point; A4 where they leave no room for text. */
export function pageOf(section: TemplateSection | undefined): TemplateFacts["page"] {
  const size = childOf(section?.properties, "w:pgSz")?.attributes;
  const margins = childOf(section?.properties, "w:pgMar")?.attributes;
  const gutter = Number(margins?.["w:gutter"] ?? 0) || 0;
  const page = {
    width: Math.round(Number(size?.["w:w"])),
    height: Math.round(Number(size?.["w:h"])),
    left: Math.round(Number(margins?.["w:left"])) + gutter,
    right: Math.round(Number(margins?.["w:right"])),
  };
  const room = page.width - page.left - page.right;
  return room >= leastRoom && page.height >= leastRoom && page.width <= 40_000 && page.height <= 40_000 ? page : plainPage;
}

const leastRoom = 4_000;

/** The page of our own style. */
export const plainPage: TemplateFacts["page"] = { width: 11906, height: 16838, left: 1418, right: 1418 };

function edgePaths(sections: readonly TemplateSection[]): string[] {
  return [...new Set(sections.flatMap(({ edges }) => [...edges.values()]))];
}

/** The heads and feet of a template: those of the text, and those of a first page. */
function edgesOf(template: OpenTemplate, sections: readonly TemplateSection[]): TemplateFacts["edges"] {
  const edges = new Map([
    ...sections.flatMap((section) => [...section.edges].filter(([key]) => key.endsWith("first"))),
    ...(sections.at(-1)?.edges ?? []),
  ]);
  return [...edges].map(([key, path]) => {
    const [place, kind] = key.split(" ") as [TemplateFacts["edges"][number]["place"], TemplateFacts["edges"][number]["kind"]]; // made of the two
    return { place, kind, lines: linesIn(template, path, template.xml(path)) };
  });
}

/** The paragraphs of a part that show something. */
function linesIn(template: OpenTemplate, part: string, elements: readonly XmlElement[]): TemplateLine[] {
  const pictures = picturesIn(template, part, elements);
  return elementsNamed(cleanElements(elements), "w:p")
    .map((paragraph) => ({
      text: plainText(elementsNamed(textOnly(paragraph), "w:t").map(textWithin).join(""))
        .trim()
        .slice(0, 500),
      style: valueOf(childOf(paragraph, "w:pPr"), "w:pStyle") ?? null,
      pictures: picturesIn(template, part, textOnly(paragraph)),
    }))
    .filter(({ text, pictures: own }) => text !== "" || own.some((path) => pictures.includes(path)))
    .slice(0, mostLines);
}

const mostLines = 60;

/** A paragraph without the paragraphs in its text boxes, and without what stands in for a drawing in older programs. */
function textOnly(paragraph: XmlElement): XmlElement[] {
  const without = (element: XmlElement): XmlElement[] =>
    element.name === "mc:Fallback" || element.name === "w:txbxContent" ? [] : [{ ...element, children: element.children.flatMap(without) }];
  return paragraph.children.flatMap(without);
}

function picturesIn(template: OpenTemplate, part: string, elements: readonly XmlElement[]): string[] {
  const relations = template.relations(part);
  const shown = ["a:blip", "v:imagedata"].flatMap((name) => elementsNamed(elements, name)).flatMap((each) => pictureReference(each) ?? []);
  const targets = shown.flatMap((id) => relations.find((one) => one.id === id && !one.external)?.target ?? []);
  return [...new Set(targets)].filter((path) => pictureAt(template, path) !== null);
}
