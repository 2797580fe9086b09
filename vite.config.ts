import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import options from "./remix.config.js";
import { parsedTexts, routeTexts } from "./route-texts.config";
import { threads } from "./threads.config";

export default defineConfig({
  plugins: process.env["VITEST"] ? [] : [remix(options), parsedTexts(), routeTexts(), threads()],
  resolve: { alias: { "~": new URL("./app", import.meta.url).pathname } },
  ssr: { noExternal: ["use-intl"] },
  // Compiled for the machine: the server of development meets them behind a page and would prepare them for the browser, which it can't.
  optimizeDeps: { exclude: ["@node-rs/argon2", "@resvg/resvg-js"] },
  json: { namedExports: false, stringify: false },
  build: {
    sourcemap: false,
    target: "es2022",
    assetsInlineLimit: 0,
    rollupOptions: {
      // Nothing happens when a file of domain/ is read, so a page carries of it what it uses, and no schema that it does not.
      treeshake: { moduleSideEffects: (id) => !id.includes("/app/domain/") },
      // A form fetches its schema once somebody is in it; on the server the same schema is there from the start, and rightly so.
      onwarn: (warning, warn) => (warning.message.includes("dynamic import will not move module") ? undefined : warn(warning)),
    },
  },
});
