import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { readRawXml, type XmlElement } from "~/platform/read-package.server";
import { rewrite, xmlOf } from "~/platform/docx/house/xml-tree";
import { partsOf } from "./docx";

const given = join("tests", "schemas", "ooxml");
/** What no schema of ECMA-376 describes: pictures, what we say of our origin, and properties that refer to schemas of Dublin Core. */
const unchecked = /^(?:word\/media\/|customXml\/(?:item\d+\.xml|_rels)|docProps\/core\.xml)/u;
const compatibility = "mc:";

/** The schemas in a folder of their own, unpacked; the path of the one that leads to all others. */
function unpackSchemas(): string {
  const folder = mkdtempSync(join(tmpdir(), "grondslag-ooxml-"));
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(join(given, "ECMA-376-schemas.zip")))))
    writeFileSync(join(folder, name), bytes);
  for (const name of ["xml.xsd", "package.xsd"]) copyFileSync(join(given, name), join(folder, name));
  return join(folder, "package.xsd");
}

/**
 * A part as a program sees it that knows ECMA-376 and nothing newer (ECMA-376 Part 3, *Markup Compatibility*): without the elements and attributes of the
 * spaces that the part itself calls ignorable, and with the fallback instead of the choices.
 */
function understood(xml: string): string {
  const elements = readRawXml(xml);
  const ignorable = (elements[0]?.attributes["mc:Ignorable"] ?? "").split(/\s+/u).filter(Boolean);
  const isIgnored = (name: string) => name.startsWith(compatibility) || ignorable.some((space) => name.startsWith(`${space}:`));
  const kept = (element: XmlElement): readonly XmlElement[] => {
    if (element.name === "mc:AlternateContent")
      return element.children.filter(({ name }) => name === "mc:Fallback").flatMap(({ children }) => children);
    if (element.name !== "mc:Fallback" && isIgnored(element.name)) return [];
    const attributes = Object.fromEntries(Object.entries(element.attributes).filter(([name]) => !isIgnored(name)));
    return [{ ...element, attributes }];
  };
  return xmlOf(rewrite(elements, kept));
}

/** What is wrong with the parts of a Word file by the schemas of ECMA-376 (Transitional); empty when all are valid. Fails where xmllint is missing. */
export function againstOoxml(file: Uint8Array): string[] {
  const schema = unpackSchemas();
  const parts = Object.entries(partsOf(file)).filter(([path]) => !unchecked.test(path));
  const paths = parts.map(([path, xml]) => {
    const at = join(dirname(schema), "parts", path);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, understood(xml));
    return at;
  });
  const done = spawnSync("xmllint", ["--noout", "--schema", schema, ...paths], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (done.error) throw new Error("xmllint is needed to check the document: apt-get install libxml2-utils");
  const said = done.stderr.split("\n").filter((line) => line !== "");
  const valid = said.filter((line) => line.endsWith(" validates"));
  if (valid.length === parts.length) return [];
  return said.filter((line) => !valid.includes(line)).map((line) => line.replaceAll(`${dirname(schema)}/parts/`, ""));
}

/** The paths of the parts that are checked. */
export const checkedParts = (file: Uint8Array): string[] =>
  Object.keys(partsOf(file))
    .filter((path) => !unchecked.test(path))
    .map((path) => basename(path));
