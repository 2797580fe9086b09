import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { XMLValidator } from "fast-xml-parser";
import { DomUtils, parseDocument } from "htmlparser2";

type Document = ReturnType<typeof parseDocument>;
/** An element of a file that was read. */
export type Element = NonNullable<ReturnType<typeof DomUtils.getElementById>>;

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** A file of HTML as text; refuses bytes that are no UTF-8, and elements that don't close in order. */
export function htmlText(file: Uint8Array): string {
  const text = utf8.decode(file);
  const valid = XMLValidator.validate(text.replace("<!DOCTYPE html>\n", ""), { unpairedTags: ["meta", "br", "col"] });
  if (valid !== true) throw new Error(`not well-formed: ${valid.err.msg} at ${valid.err.line}`);
  return text;
}

/** A file of HTML as elements. */
export const readDocument = (file: Uint8Array): Document => parseDocument(htmlText(file));

/** The elements of a name, with a class where one is given. */
export const allOf = (below: Document | Element, name: string, className?: string): Element[] =>
  DomUtils.getElementsByTagName(name, below).filter(
    ({ attribs }) => className === undefined || (attribs["class"] ?? "").split(" ").includes(className),
  );

/** The words in an element, gaps as one space. */
export const wordsOf = (node: Document | Element): string => DomUtils.textContent(node).replaceAll(/\s+/gu, " ").trim();

/** The places that links lead to, in order. */
export const leadingTo = (node: Document | Element): string[] =>
  allOf(node, "a").flatMap(({ attribs }) => (attribs["href"]?.startsWith("#") ? [attribs["href"].slice(1)] : []));

/** Every id of a file, in order. */
export const idsOf = (document: Document): string[] =>
  DomUtils.filter((node) => "attribs" in node && node.attribs["id"] !== undefined, document).flatMap((node) =>
    "attribs" in node ? [node.attribs["id"] ?? ""] : [],
  );

/** A file of HTML as LibreOffice writes it again after it was opened there. */
export function savedByLibreOffice(file: Uint8Array): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "grondslag-html-"));
  writeFileSync(join(folder, "sent.html"), file);
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const args = [profile, "--headless", "--convert-to", "html:HTML", "--outdir", join(folder, "back"), join(folder, "sent.html")];
  const done = spawnSync("soffice", args, { encoding: "utf8" });
  if (done.error) throw new Error("soffice is needed to read the document back: apt-get install libreoffice-writer");
  if (done.status !== 0) throw new Error(`soffice can't read it: ${done.stderr}`);
  return readFileSync(join(folder, "back", "sent.html"));
}
