import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { pdfFonts } from "~/platform/pdf/fonts.server";
import { projectRoot } from "~/platform/project-root.server";

let workspace: string;
let child: ChildProcess | undefined;
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), "typeset-"));
});
afterEach(async () => {
  child?.kill("SIGKILL");
  await rm(workspace, { recursive: true });
});

it("a process that sets a document ends at once when whoever started it is gone", async () => {
  // Four loops in each other, each just short of what the typesetter lets one run: it is never done.
  const endless = ["a", "b", "c", "d"].reduceRight((inner, name) => `let ${name} = 0; while ${name} < 9999 { ${name} += 1; ${inner} }`, "");
  const main = join(workspace, "endless.typ");
  await writeFile(main, `#{ ${endless} }`);
  child = spawn(process.execPath, [join(projectRoot(), "app/platform/pdf/typeset-process.mjs")], { stdio: ["pipe", "ignore", "inherit"] });
  const ended = once(child, "exit");
  child.stdin?.end(`${JSON.stringify({ workspace, main, fonts: pdfFonts().files, standard: "ua-1", order: "{}" })}\n`);
  expect(await ended).toEqual([null, "SIGKILL"]);
});
