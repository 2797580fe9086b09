import { spawn } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "~/platform/project-root.server";
import { pdfFonts } from "./fonts.server";
import type { PrintedDocument } from "./printed";

/** A file that is attached to a PDF. */
export interface AttachedFile {
  name: string;
  media: string;
  description: string;
  content: string;
}

/** What the template gets: the document, the watermark as an SVG, the moment that the file names, and what is attached to it. */
export interface TypesetOrder {
  document: PrintedDocument;
  mark: string | null;
  date: { year: number; month: number; day: number; hour: number; minute: number; second: number };
  files: AttachedFile[];
}

/** The longest that a document may take, in milliseconds. */
const patience = 10 * 60_000;

/**
 * Sets a document with the one template that there is, to a standard: content comes in as data and is never read as instructions. It is done in a process of
 * its own that ends with it, since the typesetter keeps what memory it took; where the thread that started it is ended, it ends too. Throws where a typeface is missing or the process fails.
 */
export function typeset(order: TypesetOrder, standard: "ua-1" | "a-3a"): Promise<Uint8Array> {
  const folder = join(projectRoot(), "app", "platform", "pdf");
  // A folder with nothing else in it that a document could read.
  const workspace = join(folder, "template");
  const { files: fonts } = pdfFonts();
  const job = { workspace, main: join(workspace, "edition.typ"), fonts, standard, order: JSON.stringify(order) };
  return inProcess(join(folder, "typeset-process.mjs"), JSON.stringify(job));
}

function inProcess(script: string, input: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    // It needs nothing of the surroundings of the program, and one arena keeps what it takes together.
    const child = spawn(process.execPath, [script], {
      env: { NODE_ENV: "production", MALLOC_ARENA_MAX: "1" },
      timeout: patience,
      killSignal: "SIGKILL",
    });
    const [made, told]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (part: Buffer) => made.push(part));
    child.stderr.on("data", (part: Buffer) => told.push(part));
    child.stdin.on("error", () => undefined); // it ended before it had read everything: its end says why
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(Buffer.concat(made));
      else reject(new Error(`The PDF can't be set: ${Buffer.concat(told).toString("utf8").slice(0, 2000) || `ended with ${code}`}`));
    });
    // What is behind the line is never sent: it stays open as long as this thread is there.
    child.stdin.write(`${input}\n`);
  });
}
