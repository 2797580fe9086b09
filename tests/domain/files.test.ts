import { describe, expect, it } from "vitest";
import { isFileName, problemBefore } from "~/domain/files/file-problem";
import { acceptedBy, beginsAs, type FileKind, fileKinds, kindOfName, nameOfType, sizeLimits } from "~/domain/files/kinds";
import { findDirectory, holdsDocument, isInside, isTooMuch, readDirectory } from "~/domain/files/zip-directory";
import { docx, docxBomb } from "../support/sample-files";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe("the kind of a file", () => {
  it.each<[string, FileKind | null]>([
    ["a.PDF", "pdf"],
    ["a.tar.docx", "docx"],
    ["a.jpeg", "jpeg"],
    ["a.yml", "yaml"],
    ["a.exe", null],
    ["a.pdf.exe", null],
    ["pdf", null],
    ["a.svg", null],
  ])("of %s by its name is %s", (name, kind) => expect(kindOfName(name)).toBe(kind));

  it.each<[FileKind, string]>([
    ["pdf", "%PDF-1.7\n"],
    ["docx", "PK\u0003\u0004rest"],
    ["ris", "\u00EF\u00BB\u00BFTY  - JOUR\r\n"],
    ["ris", "PMID- 123\n"],
    ["bib", "% note\n@article{a,"],
    ["json", "\n [{"],
    ["png", "\u0089PNG\r\n\u001A\n"],
    ["jpeg", "\u00FF\u00D8\u00FF\u00E0"],
    ["mp3", "ID3\u0003"],
    ["mp3", "\u00FF\u00FB\u0090"],
    ["m4a", "\u0000\u0000\u0000\u0020ftypM4A "],
    ["wav", "RIFF\u0000\u0000\u0000\u0000WAVE"],
    ["ogg", "OggS"],
  ])("%s begins so: %j", (kind, head) => expect(beginsAs(kind, bytes(head))).toBe(true));

  it.each<[FileKind, string]>([
    ["pdf", "<html>%PDF-"],
    ["docx", "PK\u0005\u0006"],
    ["ris", "@article{"],
    ["bib", "TY  - JOUR"],
    ["json", "key: value"],
    ["mp3", "\u00FF\u00D8\u00FF"],
    ["m4a", "\u0000\u0000\u0000\u0020ftypqt  "],
    ["wav", "RIFF\u0000\u0000\u0000\u0000AVI "],
    ["csv", " \n"],
    ["png", ""],
  ])("%s does not begin so: %j", (kind, head) => expect(beginsAs(kind, bytes(head))).toBe(false));

  it("is named by its media type, and every type once", () => {
    const types = Object.values(fileKinds).map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
    expect([nameOfType("application/pdf"), nameOfType("text/x-other")]).toEqual(["PDF", "text/x-other"]);
    expect(acceptedBy("source")).not.toContain(".mp3");
    expect(acceptedBy("interview")).toContain(".mp3");
  });
});

describe("what is told before a file is sent", () => {
  it.each<[string, number, "interview" | "source", string | null]>([
    ["a.pdf", sizeLimits.document, "source", null],
    ["a.pdf", sizeLimits.document + 1, "source", "large"],
    ["a.mp3", sizeLimits.document + 1, "interview", null],
    ["a.mp3", sizeLimits.recording + 1, "interview", "recordingLarge"],
    ["a.mp3", 10, "source", "kindForHolder"],
    ["a.exe", 10, "interview", "kind"],
    ["a.pdf", 0, "interview", "empty"],
    ["C:\\Users\\x\\a.pdf", 10, "interview", null],
    ["a\u0007.pdf", 10, "interview", "name"],
    ["a\u202Efdp.exe", 10, "interview", "name"],
    ["a\uFFFD.pdf", 10, "interview", "name"],
  ])("%j of %d bytes with %s: %s", (name, size, holder, problem) => expect(problemBefore({ name, size }, holder)).toBe(problem));

  it("takes a name of one line and of 255 units", () => {
    expect([`${"a".repeat(251)}.pdf`, "Verslag (é) 2.pdf"].map(isFileName)).toEqual([true, true]);
    expect([`${"a".repeat(252)}.pdf`, "a\nb.pdf", "a\tb.pdf", "a/b.pdf", " "].map(isFileName)).toEqual([false, false, false, false, false]);
  });
});

describe("the directory of a packed file", () => {
  const read = (zip: Uint8Array) => {
    const found = findDirectory(zip);
    if (!found) throw new Error("no directory");
    return readDirectory(zip.subarray(found.at, found.at + found.bytes), found.entries, zip.length);
  };

  it("is found at the end and names the parts", () => {
    expect(read(docx())).toEqual({ names: ["[Content_Types].xml", "word/document.xml"] });
    expect(findDirectory(docx().slice(0, -1))).toBeNull();
    expect(findDirectory(new Uint8Array(10))).toBeNull();
  });

  it("that claims too much is refused before anything is unpacked, and so is one whose parts share their bytes", () => {
    expect(read(docxBomb(20))).toEqual({ problem: "zipBomb" });
    const small = docx();
    const found = findDirectory(small);
    expect(found && readDirectory(small.subarray(found.at, found.at + found.bytes), found.entries, 10)).toEqual({ problem: "zipBomb" });
  });

  it.each<[number, number, boolean]>([
    [10, 1_000_000, false], // a little may always be unpacked
    [20_000, 2_000_000, false],
    [20_000, 2_000_001, true],
    [10_000_000, 200 * 1024 * 1024, false],
    [10_000_000, 200 * 1024 * 1024 + 1, true],
  ])("%d packed bytes to %d: too much is %s", (packed, unpacked, expected) => expect(isTooMuch(packed, unpacked)).toBe(expected));

  it.each<[string, boolean]>([
    ["word/document.xml", true],
    ["a..b/c", true],
    ["../up", false],
    ["a/../../up", false],
    ["/etc/passwd", false],
    ["\\\\server\\x", false],
    ["a\\..\\b", false],
    ["C:/x", false],
    ["", false],
  ])("%j stays inside: %s", (name, inside) => expect(isInside(name)).toBe(inside));

  it("of a document names what that must hold", () => {
    expect(holdsDocument("docx", ["[Content_Types].xml", "word/document.xml"])).toBe(true);
    expect(holdsDocument("xlsx", ["[Content_Types].xml", "word/document.xml"])).toBe(false);
    expect(holdsDocument("exe", [])).toBe(false);
  });
});
