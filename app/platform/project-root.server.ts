import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder that holds package.json, prisma/ and protocols/: the same from the sources and from a build. */
export function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package.json"))) {
    const above = dirname(folder);
    if (above === folder) throw new Error("The program's own folder can't be found.");
    folder = above;
  }
  return folder;
}
