import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { projectRoot } from "./project-root.server";

let known: string | undefined;

/** The version of the program, as its package names it; it stands in the manifest of every edition. */
export function programVersion(): string {
  return (known ??= z
    .looseObject({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(projectRoot(), "package.json"), "utf8"))).version);
}
