import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import { readXml } from "~/platform/read-package.server";
import { readParagraphs, type ReadParagraph } from "~/platform/odt/read-paragraphs";
import { runReader } from "./docx";

/** The parts of an OpenDocument text as text, by path. */
export function partsOfOdt(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** The paragraphs of an OpenDocument text, those in tables too, in reading order. */
export function odtParagraphsOf(file: Uint8Array): ReadParagraph[] {
  return readParagraphs(readXml(partsOfOdt(file)["content.xml"] ?? ""));
}

/** What LibreOffice makes of a document when it saves it in another form; `filter` names the form where its ending isn't enough. */
export function savedByLibreOffice(file: Uint8Array, from: string, to: string, filter = ""): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "grondslag-office-"));
  writeFileSync(join(folder, `given.${from}`), file);
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const convert = ["--headless", "--convert-to", `${to}${filter}`, "--outdir", join(folder, "saved"), join(folder, `given.${from}`)];
  runReader("soffice", "libreoffice-writer", [profile, ...convert]);
  return readFileSync(join(folder, "saved", `given.${to}`));
}

/** The text of an OpenDocument text as LibreOffice reads it. */
export function odtWithLibreOffice(file: Uint8Array): string {
  return Buffer.from(savedByLibreOffice(file, "odt", "txt", ":Text (encoded):UTF8")).toString("utf8");
}

/** The same as pandoc reads it. */
export function odtWithPandoc(file: Uint8Array): string {
  return runReader("pandoc", "pandoc", ["-f", "odt", "-t", "plain", "--wrap=none", "-"], file);
}

/** What is wrong with the parts of an OpenDocument text by the schemas of ODF 1.3; empty when all are valid. Fails where xmllint is missing. */
export function againstSchema(file: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), "grondslag-odf-"));
  const schemaAt = (name: string) => {
    const path = join(folder, `${name}.rng`);
    writeFileSync(path, gunzipSync(readFileSync(join("tests", "schemas", "odf", `${name}.rng.gz`))));
    return path;
  };
  const [text, manifest] = ["OpenDocument-v1.3-schema", "OpenDocument-v1.3-manifest-schema"].map(schemaAt);
  const parts = partsOfOdt(file);
  return ["content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"].flatMap((path) => {
    const part = join(folder, path.replace("/", "-"));
    writeFileSync(part, parts[path] ?? "");
    try {
      runReader("xmllint", "libxml2-utils", ["--noout", "--relaxng", (path.startsWith("META") ? manifest : text) ?? "", part]);
      return [];
    } catch (error) {
      return [`${path}: ${String(error)}`];
    }
  });
}
