import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import options from "./remix.config.js";
import { parsedTexts, routeTexts } from "./route-texts.config";

export default defineConfig({
  plugins: process.env["VITEST"] ? [] : [remix(options), parsedTexts(), routeTexts()],
  resolve: { alias: { "~": new URL("./app", import.meta.url).pathname } },
  ssr: { noExternal: ["use-intl"] },
  build: { sourcemap: false, target: "es2022", assetsInlineLimit: 0 },
});
