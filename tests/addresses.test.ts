import { readdirSync } from "node:fs";
import { join } from "node:path";
import { matchRoutes } from "@remix-run/react";
import { expect, it } from "vitest";
import * as lists from "./e2e/support/addresses";
import { read, root } from "./support/source-files";

/** Pages that are not walked, each with its reason. */
const apart: Readonly<Record<string, string>> = {
  "/admin/accounts/:id": "its address holds an id that each loading makes anew",
  "/assessments/:slug/attachments/:id/change": "its address holds an id that each loading makes anew",
  "/assessments/:slug/actors/rounds/:number/:code": "the form of /actors/:code/rate for other kinds of subject; its round is sent",
  "/assessments/:slug/sources/:code/read/:id": "its address holds the id of a file; walked in read-pdf.spec.ts",
  "/assessments/:slug/actors/imports/:n": "the examples were not imported; walked in sheets.spec.ts",
  "/assessments/:slug/actors/rounds/:number/sheet": "for a rater who has not sent; walked in sheets.spec.ts",
  "/assessments/:slug/actors/rounds/:number/sheets/:n": "for a rater who has not sent; walked in sheets.spec.ts",
  "/assessments/:slug/editions/jobs/:id": "its address holds an id that each asking makes anew; walked in compiling.spec.ts",
  "/assessments/:slug/editions/house-style/remove": "the example has the plain style; walked in house-style.spec.ts",
  "/assessments/:slug/editions/returned/:number": "the examples have no returned file; walked in returned-files.spec.ts",
  "/f/:token": "only leads on to /fact-check, or says that there is nothing",
  "/fact-check": "opens with a personal link only; walked in fact-check.spec.ts",
  "/mail/off/:token": "its address is signed with the secret of the installation",
  "/assessments/:slug/sources/imports/:n": "the examples were not imported; walked in imports.spec.ts",
  "/*": "what is at no address; walked as /nothing-here inside a study",
};

function pathOf(file: string): string {
  const parts = file
    .replace(/\.tsx$/u, "")
    .split(".")
    .filter((part) => !part.startsWith("_"));
  return `/${parts.map((part) => (part === "$" ? "*" : part.replace(/^\$/u, ":").replace(/_$/u, ""))).join("/")}`;
}

it("walks every page in the browser, or says why not", () => {
  const pages = readdirSync(join(root, "app/routes")).filter((file) => /export default function/u.test(read(`app/routes/${file}`)));
  const paths = pages.map(pathOf);
  const routes = paths.map((path) => ({ path, id: path }));
  const walked = new Set(
    Object.values(lists)
      .flat()
      .map((address) => matchRoutes(routes, new URL(address, "http://x").pathname)?.[0]?.route.id),
  );
  expect(paths.length).toBeGreaterThan(50);
  expect(paths.filter((path) => !walked.has(path) && !(path in apart))).toEqual([]);
  expect(Object.keys(apart).filter((path) => !paths.includes(path))).toEqual([]);
});
