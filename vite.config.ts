import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import options from "./remix.config.js";

export default defineConfig({
  plugins: [!process.env["VITEST"] && remix(options)],
  resolve: { alias: { "~": new URL("./app", import.meta.url).pathname } },
  build: { sourcemap: false, target: "es2022", assetsInlineLimit: 0 },
});
