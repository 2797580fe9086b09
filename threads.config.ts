import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "vite";

const app = new URL("./app", import.meta.url).pathname;

/** The files that a thread runs, `….-thread.ts`, by their paths below `app/` without the ending. */
function threadFiles(): Record<string, string> {
  const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("-thread.ts"));
  return Object.fromEntries(files.map((file) => [file.slice(0, -".ts".length), join(app, file)]));
}

/** Builds, after the program, what its threads run, into `build/threads/`: a thread that starts reads a few files of JavaScript instead of some hundred to compile. */
export function threads(): Plugin {
  return {
    name: "threads",
    apply: (_, { command, isSsrBuild }) => command === "build" && isSsrBuild === true,
    async closeBundle() {
      await build({
        configFile: false,
        publicDir: false,
        logLevel: "warn",
        resolve: { alias: { "~": app } },
        ssr: { noExternal: ["use-intl"] },
        json: { namedExports: false, stringify: false },
        build: { ssr: true, target: "es2022", outDir: "build/threads", emptyOutDir: true, rollupOptions: { input: threadFiles() } },
      });
    },
  };
}
