import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "./folder";
import type { Finding } from "./report";

/** The part of Remix's manifest that says which files a page loads. */
interface Manifest {
  entry: { module: string; imports?: string[] };
  routes: Record<string, { parentId?: string; module: string; imports?: string[] }>;
}

function readManifest(): Manifest {
  const assets = join(root, "build/client/assets");
  const name = existsSync(assets) ? readdirSync(assets).find((file) => /^manifest-.*\.js$/u.test(file)) : undefined;
  if (!name) throw new Error("There is no build yet: run npm run build first.");
  const text = readFileSync(join(assets, name), "utf8");
  // What the build writes: window.__remixManifest={…};
  return JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)) as Manifest;
}

function filesOf({ entry, routes }: Manifest, routeId: string): Set<string> {
  const files = new Set([entry.module, ...(entry.imports ?? [])]);
  for (let id: string | undefined = routeId; id !== undefined; id = routes[id]?.parentId) {
    const route = routes[id];
    if (!route) throw new Error(`There is no route ${id} in the build.`);
    for (const file of [route.module, ...(route.imports ?? [])]) files.add(file);
  }
  return files;
}

/** A page loads the texts of its own language only; here it is the Dutch ones. */
const isOtherLanguage = (file: string) => /\/en-[\w-]+\.js$/u.test(file);

/** The files that a page loads, with those that its script asks for itself as it starts. */
function withLater(files: ReadonlySet<string>): Set<string> {
  return new Set([...files, ...[...files].flatMap(importedLater).filter((file) => !isOtherLanguage(file))]);
}

function gzipped(files: ReadonlySet<string>): number {
  return (
    [...files].reduce((total, file) => total + gzipSync(readFileSync(join(root, "build/client", file)), { level: 9 }).length, 0) / 1000
  );
}

function importedLater(file: string): string[] {
  const text = readFileSync(join(root, "build/client", file), "utf8");
  return [...text.matchAll(/["'](?:\.\/|\/?assets\/)([\w.$-]+\.js)["']/gu)]
    .map(([, name]) => `/assets/${name}`)
    .filter((name) => existsSync(join(root, "build/client", name)));
}

/** How much script a page loads, gzipped. */
export function weight(): Promise<Finding[]> {
  const manifest = readManifest();
  const page = (subject: string, routeId: string, [must, aim]: [number, number]): Finding => {
    const files = filesOf(manifest, routeId);
    const value = gzipped(withLater(files));
    return {
      bench: "weight",
      subject,
      anchor: null,
      value,
      unit: "kB",
      better: "lower",
      must,
      aim,
      note: `with the texts of one language; without them and what is loaded later ${gzipped(files).toFixed(1)} kB in ${files.size} files`,
    };
  };
  return Promise.resolve([
    page("script of a reading page", "routes/assessments.$slug.editions.$n.read.$section", [130, 105]),
    page("script of a section as it is read", "routes/assessments.$slug.sections.$code._index", [130, 105]),
    page("script of the editor", "routes/assessments.$slug.sections.$code.edit", [230, 180]),
  ]);
}
