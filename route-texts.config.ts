import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import compile from "icu-minify/compile";
import type { Plugin } from "vite";

const app = new URL("./app", import.meta.url).pathname;
const languages = ["nl", "en"] as const;
const camel = (name: string) => name.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());

/** The file of each namespace of texts, by the name that code calls it by. */
const namespaces = new Map(readdirSync(join(app, "locales/nl")).map((file) => [camel(file.replace(/\.json$/u, "")), file]));

function importsOf(file: string, code: string): string[] {
  const found = code.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^;"']*?\bfrom\s+)?["']([^"']+)["']|\bimport\(["']([^"']+)["']\)/gmu);
  return [...found].flatMap(([, still, later]) => pathOf(file, still ?? later ?? "") ?? []);
}

function pathOf(from: string, name: string): string | undefined {
  const path = name.startsWith("~/") ? join(app, name.slice(2)) : name.startsWith(".") ? join(dirname(from), name) : undefined;
  return path && ["", ".ts", ".tsx"].map((ending) => path + ending).find((one) => /\.tsx?$/u.test(one) && existsSync(one));
}

/** The namespaces that a file names itself: `useTranslations("actors")`, or a full key such as `t("actors.title")`. */
function namedIn(code: string): string[] {
  const names = [...code.matchAll(/\buseTranslations\(["']([\w-]+)|\b\w+\([`"']([\w-]+)\.[\w$]/gu)];
  return names.map(([, whole, key]) => whole ?? key ?? "").filter((name) => namespaces.has(name));
}

/** A file whose imports come later than the page: `remarks-later.tsx`. They bring their texts themselves. */
const isLater = (file: string) => file.endsWith("-later.tsx");

/**
 * The namespaces of texts that a file of the browser's needs, with all that it imports. What only the server imports is left out,
 * so the words of mails and documents do not count.
 */
export function namespacesOf(entry: string): string[] {
  const seen = new Set<string>();
  const found = new Set<string>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file) || /\.server\.tsx?$/u.test(file)) continue;
    seen.add(file);
    const code = readFileSync(file, "utf8");
    for (const name of namedIn(code)) found.add(name);
    if (!isLater(file)) waiting.push(...importsOf(file, code));
  }
  return [...found].sort();
}

/** The call that loads the texts of a file. */
function loadingOf(file: string): string {
  const loaders = namespacesOf(file).map((name) => {
    const choices = languages.map((language) => `${language}: () => import("~/locales/${language}/${namespaces.get(name)}")`);
    return `${name}: { ${choices.join(", ")} }`;
  });
  return `loadTextsOfRoute({ ${loaders.join(", ")} })`;
}

/** The code with each part that comes later bringing its texts. */
function withTexts(file: string, code: string): string {
  return code.replaceAll(/\bimport\(["']([^"']+)["']\)/gu, (found, name: string) => {
    const part = pathOf(file, name);
    return part ? `Promise.all([${found}, ${loadingOf(part)}]).then(([part]) => part)` : found;
  });
}

/** Lets each route bring its own texts, in the language of the page: the module of a route is there only once they are. */
export function routeTexts(): Plugin {
  return {
    name: "route-texts",
    enforce: "post",
    transform(code, id, options) {
      const [file = "", query] = id.split("?");
      if (options?.ssr || query) return null;
      const head = `import { loadTexts as loadTextsOfRoute } from "~/ui/messages";\n`;
      if (isLater(file)) return { code: head + withTexts(file, code), map: null };
      if (!(file === join(app, "root.tsx") || file.startsWith(join(app, "routes/")))) return null;
      return { code: `${head}await ${loadingOf(file)};\n${code}`, map: null };
    },
  };
}

/** A text, or texts by name at any depth. */
type Texts = string | { [name: string]: Texts };

/** The texts with each message parsed, as the formatter of the browser takes them. */
function compiled(texts: Texts): unknown {
  if (typeof texts === "string") return compile(texts);
  return Object.fromEntries(Object.entries(texts).map(([name, inner]) => [name, compiled(inner)]));
}

/** Parses the messages while building, so that the browser needs no parser of theirs. The server keeps the whole formatter. */
export function parsedTexts(): Plugin {
  return {
    name: "parsed-texts",
    enforce: "pre",
    apply: "build",
    resolveId(source) {
      return source === "use-intl/format-message" ? this.resolve(`${source}/format-only`) : null;
    },
    transform(code, id) {
      if (!id.startsWith(join(app, "locales/")) || !id.endsWith(".json")) return null;
      return { code: JSON.stringify(compiled(JSON.parse(code) as Texts)), map: null };
    },
  };
}
