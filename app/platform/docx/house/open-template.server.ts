import { dirname, posix } from "node:path";
import { XMLValidator } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import { templateProblems, type TemplateInventory, type TemplateProblem } from "~/domain/house-style/template-problems";
import type { ZipProblem } from "~/domain/files/zip-directory";
import { zipProblemOfBytes } from "~/platform/check-zip.server";
import { readRawXml, type XmlElement } from "~/platform/read-package.server";
import { UnreadableFile } from "~/platform/unreadable-file";
import { fieldsIn } from "./fields";
import { plainText } from "./xml-tree";

/** A relationship of a part: the path that it leads to, or the address of something elsewhere. */
export interface Relation {
  id: string;
  type: string;
  target: string;
  external: boolean;
}

/** A template that was looked into and holds nothing for which it is refused. */
export interface OpenTemplate {
  parts: ReadonlyMap<string, Uint8Array>;
  /** The elements of a part of XML, read raw; none where there is no such part. */
  xml(path: string): readonly XmlElement[];
  /** The relationships of a part. */
  relations(path: string): readonly Relation[];
}

/** Why a file can't be a template: what is wrong with it as a packed file, or what was found in it. */
export type TemplateRefused = { problem: ZipProblem | "content" } | { found: TemplateProblem[] };

/** Most of XML that is read of a template, in bytes: what is more is no template. */
const mostXml = 8 * 1024 * 1024;

/** Looks into a Word file that is to be a template. Nothing in it is run or fetched; whatever would be is named. */
export async function openTemplate(file: Uint8Array): Promise<OpenTemplate | TemplateRefused> {
  const problem = await zipProblemOfBytes(file, "docx");
  if (problem) return { problem };
  const parts = new Map(Object.entries(unzipSync(file)));
  const isXml = (path: string) => /\.(xml|rels)$/iu.test(path) || path === contentTypes;
  const size = [...parts].reduce((sum, [path, bytes]) => sum + (isXml(path) ? bytes.length : 0), 0);
  if (size > mostXml) return { problem: "zipBomb" };
  try {
    return readOpened(parts, isXml);
  } catch (error) {
    if (error instanceof UnreadableFile) return { problem: "content" };
    throw error;
  }
}

const contentTypes = "[Content_Types].xml";

function readOpened(parts: ReadonlyMap<string, Uint8Array>, isXml: (path: string) => boolean): OpenTemplate | TemplateRefused {
  const texts = new Map([...parts].filter(([path]) => isXml(path)).map(([path, bytes]) => [path, strFromU8(bytes)]));
  const doctypes = [...texts].filter(([, text]) => /<!DOCTYPE|<!ENTITY/iu.test(text)).map(([path]) => path);
  if (doctypes.length > 0) return { found: doctypes.map((part) => ({ kind: "documentType", part, found: "DOCTYPE" })) };
  const broken = [...texts].flatMap(([part, text]) => {
    const valid = XMLValidator.validate(text);
    return valid === true ? [] : [{ kind: "content" as const, part, found: valid.err.msg.slice(0, 120) }];
  });
  if (broken.length > 0) return { found: broken };
  const trees = new Map([...texts].map(([path, text]) => [path, readRawXml(text)]));
  const relations = (path: string) => relationsOf(trees, path);
  const found = templateProblems(inventoryOf(parts, trees));
  return found.length > 0 ? { found } : { parts, xml: (path) => trees.get(path) ?? [], relations };
}

type Trees = ReadonlyMap<string, readonly XmlElement[]>;

const localName = (name: string) => name.split(":").at(-1) ?? name;

function everyElement(elements: readonly XmlElement[], visit: (element: XmlElement) => void): void {
  for (const each of elements) {
    visit(each);
    everyElement(each.children, visit);
  }
}

function relationsOf(trees: Trees, path: string): Relation[] {
  const folder = path === "" ? "" : dirname(path);
  const found: Relation[] = [];
  const rels = trees.get(posix.join(folder === "." ? "" : folder, "_rels", `${posix.basename(path)}.rels`)) ?? [];
  everyElement(rels, ({ name, attributes }) => {
    if (localName(name) !== "Relationship") return;
    const external = (attributes["TargetMode"] ?? "").toLowerCase() === "external";
    const target = plainText(attributes["Target"] ?? "");
    const inside = target.startsWith("/") ? target.slice(1) : posix.join(folder === "." ? "" : folder, target);
    found.push({
      id: attributes["Id"] ?? "",
      type: (attributes["Type"] ?? "").split("/").at(-1) ?? "",
      target: external ? target : inside,
      external,
    });
  });
  return found;
}

function inventoryOf(parts: ReadonlyMap<string, Uint8Array>, trees: Trees): TemplateInventory {
  const owners = [...trees.keys()]
    .filter((path) => path.endsWith(".rels"))
    .map((path) => path.replace(/(^|\/)_rels\//u, "$1").replace(/\.rels$/u, ""));
  const looked = [...trees].filter(([path]) => !path.endsWith(".rels") && path !== contentTypes);
  return {
    parts: [...parts.keys()].map((path) => ({ path, contentType: contentTypeOf(trees, path) })),
    relations: owners.flatMap((part) => relationsOf(trees, part).map((relation) => ({ part: part || "_rels", ...relation }))),
    xml: looked.map(([part, tree]) => ({ part, hasDoctype: false, ...namesIn(tree) })),
    fields: looked.flatMap(([part, tree]) => fieldsIn(tree).map((instruction) => ({ part, instruction: plainText(instruction) }))),
    addresses: looked.flatMap(([part, tree]) => addressesIn(tree).map((target) => ({ part, target: plainText(target) }))),
  };
}

function contentTypeOf(trees: Trees, path: string): string {
  let [said, usual] = ["", ""];
  everyElement(trees.get(contentTypes) ?? [], ({ name, attributes }) => {
    const type = attributes["ContentType"] ?? "";
    if (localName(name) === "Override" && attributes["PartName"]?.toLowerCase() === `/${path.toLowerCase()}`) said = type;
    if (localName(name) === "Default" && path.toLowerCase().endsWith(`.${attributes["Extension"]?.toLowerCase()}`)) usual = type;
  });
  return said || usual;
}

function namesIn(tree: readonly XmlElement[]): { namespaces: [string, string][]; elements: string[] } {
  const namespaces = new Map<string, [string, string]>();
  const elements = new Set<string>();
  everyElement(tree, ({ name, attributes }) => {
    elements.add(name);
    for (const [key, value] of Object.entries(attributes))
      if (key.startsWith("xmlns")) namespaces.set(`${key} ${value}`, [key.slice("xmlns:".length), value]);
  });
  return { namespaces: [...namespaces.values()], elements: [...elements] };
}

/** Addresses in attributes by which an old drawing names a picture or a file. */
function addressesIn(tree: readonly XmlElement[]): string[] {
  const found: string[] = [];
  everyElement(tree, ({ name, attributes }) => {
    if (!/^(v|o):/u.test(name)) return;
    for (const key of ["src", "o:src", "o:href", "o:althref"]) if (attributes[key]) found.push(attributes[key]);
  });
  return found;
}
