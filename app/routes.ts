import { flatRoutes } from "@remix-run/fs-routes";

const pages = await flatRoutes({ ignoredRouteFiles: ["**/.*", "**/*.css", "**/*.examples.tsx"] });

// An error is told by the nearest boundary above it, and only what is above that one is loaded: at the root the frame would be lost.
export default [{ id: "refusal-boundary", file: "features/navigation/refusal-boundary.tsx", children: pages }];
