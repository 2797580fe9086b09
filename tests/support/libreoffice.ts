import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The filters of LibreOffice by the ending of a file. */
const filters = { docx: "MS Word 2007 XML", odt: "writer8" } as const;

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A profile of LibreOffice of its own, with one macro `Edit` in its own library. */
function profileWith(folder: string, source: string): string {
  const library = join(folder, "profile", "user", "basic", "Standard");
  mkdirSync(library, { recursive: true });
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const module = `<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${escaped(source)}</script:module>`;
  const xlb = `<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>`;
  const xlc = `<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">\n<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/></library:libraries>`;
  writeFileSync(join(library, "Module1.xba"), head + module);
  writeFileSync(join(library, "script.xlb"), head + xlb);
  writeFileSync(join(library, "..", "script.xlc"), head + xlc);
  // A profile that counts as set up is not filled with presets, which would take the macro away.
  const setUp = `<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item></oor:items>`;
  writeFileSync(join(folder, "profile", "user", "registrymodifications.xcu"), head + setUp);
  return `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
}

/** Statements of Basic that open a document, do something with `doc`, and save it in a format. */
function macro(path: string, to: string, filter: string, work: string): string {
  return `Sub Edit
  On Error GoTo Failed
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL("${pathToFileURL(path).href}", "_blank", 0, hidden())
${work}
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = "${filter}"
  doc.storeToURL("${pathToFileURL(to).href}", how())
  doc.close(True)
Failed:
  StarDesktop.terminate()
End Sub
`;
}

/** What LibreOffice makes of a file after work in it: statements of LibreOffice Basic on `doc`; without any it is only opened and saved. */
export function editInLibreOffice(file: Uint8Array, ending: keyof typeof filters, work = ""): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "grondslag-edited-"));
  const [path, to] = [join(folder, `given.${ending}`), join(folder, `edited.${ending}`)];
  writeFileSync(path, file);
  const profile = profileWith(folder, macro(path, to, filters[ending], work));
  const done = spawnSync("soffice", [profile, "--headless", "--norestore", "macro:///Standard.Module1.Edit"], {
    encoding: "utf8",
    timeout: 120_000,
  });
  if (done.error) throw new Error("soffice is needed to edit the document: apt-get install libreoffice-writer");
  return new Uint8Array(readFileSync(to));
}

/** Statements that replace words everywhere. */
export const replacing = (from: string, to: string) => `  sought = doc.createReplaceDescriptor()
  sought.SearchString = "${from}"
  sought.ReplaceString = "${to}"
  doc.replaceAll(sought)
`;

/** Statements that put other words into the first footnote. */
export const noting = (text: string) => `  doc.Footnotes.getByIndex(0).setString("${text}")\n`;

/** Statements that from here on keep track of changes. */
export const tracking = "  doc.RecordChanges = True\n";

/** Statements that put a comment on words. */
export const commenting = (words: string, author: string, text: string) => `  sought = doc.createSearchDescriptor()
  sought.SearchString = "${words}"
  found = doc.findFirst(sought)
  note = doc.createInstance("com.sun.star.text.textfield.Annotation")
  note.Author = "${author}"
  note.Content = "${text}"
  found.getText().insertTextContent(found, note, True)
`;
