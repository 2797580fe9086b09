import { UNSAFE_flatRoutes as flatRoutes } from "@remix-run/dev";
import type { ServerBuild } from "@remix-run/node";
import options from "../../remix.config.js";

const app = new URL("../../app", import.meta.url).pathname;

/** The routes of the program as their files say them, by id; those of `app/routes.ts`. */
export const routeFiles = () => flatRoutes(app, ["**/.*", "**/*.css", "**/*.examples.tsx"], "routes");

/** What a file of a route exports. */
type RouteModule = NonNullable<ServerBuild["routes"][string]>["module"];

const load = async (file: string) => (await import(/* @vite-ignore */ `../../app/${file}`)) as RouteModule; // only files of routes are named

/** The program as the server serves it, from its sources: every route, the frame around it and what renders a page; files of the browser it has none. */
export async function sourceBuild(): Promise<ServerBuild> {
  const root = { id: "root", path: "", file: "root.tsx" };
  const boundary = { id: "refusal-boundary", parentId: "root", file: "features/navigation/refusal-boundary.tsx" };
  const pages = Object.values(routeFiles()).map((page) => (page.parentId === "root" ? { ...page, parentId: boundary.id } : page));
  const routes = await Promise.all([root, boundary, ...pages].map(async ({ file, ...route }) => ({ ...route, module: await load(file) })));
  const told = routes.map(({ module, ...route }) => ({
    ...route,
    hasLoader: module.loader !== undefined,
    hasAction: module.action !== undefined,
    hasClientLoader: false,
    hasClientAction: false,
    hasErrorBoundary: "ErrorBoundary" in module,
    module: `/assets/${route.id}.js`,
  }));
  const build = {
    ...options,
    entry: { module: await import("../../app/entry.server") },
    routes: byId(routes),
    assets: { entry: { imports: [], module: "/assets/entry.js" }, routes: byId(told), url: "/assets/manifest.js", version: "1" },
    publicPath: "/",
    assetsBuildDirectory: "",
    isSpaMode: false,
  };
  return build as unknown as ServerBuild; // what the server needs of a build, without the files of one
}

const byId = <Route extends { id: string }>(routes: readonly Route[]) => Object.fromEntries(routes.map((route) => [route.id, route]));
