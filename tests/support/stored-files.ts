import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { settings } from "~/platform/environment.server";

async function list(): Promise<string[]> {
  const all = await readdir(join(settings().dataDir, "files"), { recursive: true, withFileTypes: true }).catch(() => []);
  return all.filter((one) => one.isFile()).map(({ name }) => name);
}

/** Watches the files of the data folder from now on: the function that it gives tells those that came, sorted, also of what is only on its way. */
export async function watchFiles(): Promise<() => Promise<string[]>> {
  const before = new Set(await list());
  return async () => (await list()).filter((name) => !before.has(name)).sort();
}
