import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

/** How xmllint ends when it could do its work: in peace, or with parts that are no XML or that a schema refuses. */
const ends = { wellFormed: [0, 1], valid: [0, 3, 4] };

/** What xmllint says, line by line. Fails where it is missing, was ended from outside, or stopped for a reason that is none of the documents'. */
function xmllint(args: readonly string[], known: readonly number[]): { said: string[]; status: number } {
  const done = spawnSync("xmllint", ["--nonet", "--noout", ...args], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (done.error) throw new Error(`xmllint (package libxml2-utils) did not work: ${done.error.message}`);
  if (done.status === null || !known.includes(done.status))
    throw new Error(`xmllint ended with ${done.status ?? done.signal}: ${done.stderr}`);
  return { said: done.stderr.split("\n").filter((line) => line !== ""), status: done.status };
}

/** What is wrong with the parts of a Word file as XML, byte for byte as they stand in it. */
function againstXml(file: Uint8Array, folder: string): string[] {
  const paths = Object.entries(unzipSync(file))
    .filter(([path]) => path.endsWith(".xml") || path.endsWith(".rels"))
    .map(([path, bytes]) => {
      const at = join(folder, "raw", path);
      mkdirSync(dirname(at), { recursive: true });
      writeFileSync(at, bytes);
      return at;
    });
  return xmllint(paths, ends.wellFormed).said.map((line) => line.replaceAll(`${folder}/raw/`, ""));
}

/**
 * What is wrong with the parts of a Word file, as XML and by the schemas of ECMA-376 (Transitional); empty when all are valid. Fails where xmllint is
 * missing or does not come to an end.
 */
export function againstOoxml(file: Uint8Array): string[] {
  const schema = unpackSchemas();
  try {
    const broken = againstXml(file, dirname(schema));
    return broken.length > 0 ? broken : againstSchemas(file, schema);
  } finally {
    rmSync(dirname(schema), { recursive: true, force: true });
  }
}

function againstSchemas(file: Uint8Array, schema: string): string[] {
  const parts = Object.entries(partsOf(file)).filter(([path]) => !unchecked.test(path));
  const paths = parts.map(([path, xml]) => {
    const at = join(dirname(schema), "parts", path);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, understood(xml));
    return at;
  });
  const { said, status } = xmllint(["--schema", schema, ...paths], ends.valid);
  const valid = said.filter((line) => line.endsWith(" validates"));
  if (status === 0 && valid.length === parts.length) return [];
  return [
    `${valid.length} of ${parts.length} parts are valid`,
    ...said.filter((line) => !valid.includes(line)).map((line) => line.replaceAll(`${dirname(schema)}/parts/`, "")),
  ];
}

/** The paths of the parts that are checked. */
export const checkedParts = (file: Uint8Array): string[] =>
  Object.keys(partsOf(file))
    .filter((path) => !unchecked.test(path))
    .map((path) => basename(path));
