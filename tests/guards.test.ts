import { describe, expect, it } from "vitest";
import { filesBelow, read } from "./support/source-files";
import { publicRoutes } from "./routes/public-routes";

const routes = filesBelow("app/routes");
const handler = /export (?:async )?function (loader|action)\b[\s\S]*?\n\}/g;
const guard = /\brequireUser\(/;

/** What a page without a loader shows is the same for everyone, signed in or not. */
const isOpenPage = (file: string) => /export default function/.test(read(file)) && !/export (?:async )?function loader\b/.test(read(file));

describe("a handler of a route", () => {
  it("opens with its guard, or is public by name", () => {
    const open = routes.flatMap((file) => {
      const bodies = [...read(file).matchAll(handler)];
      return bodies
        .filter(([body]) => !guard.test(body.split("\n").slice(0, 6).join("\n")))
        .map(([, kind]) => `${file.replace("app/routes/", "")} ${kind}`);
    });
    const pages = routes.filter(isOpenPage).map((file) => `${file.replace("app/routes/", "")} page`);
    expect([...open, ...pages].sort()).toEqual([...publicRoutes].sort());
  });

  it("is a short function declaration of at most 25 lines", () => {
    const long = routes.flatMap((file) =>
      [...read(file).matchAll(handler)]
        .filter(([body]) => body.split("\n").length > 25)
        .map(([body, kind]) => `${file} ${kind} ${body.split("\n").length}`),
    );
    expect(long).toEqual([]);
    expect(routes.filter((file) => /export const (loader|action)\b/.test(read(file)))).toEqual([]);
  });
});
