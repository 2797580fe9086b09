import { UNSAFE_flatRoutes as flatRoutes } from "@remix-run/dev";
import { beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "../support/database";
import { ask, asked, signedIn } from "../support/request";
import { askers, expectations, type Asker, type Expected } from "./expectations";
import { givenRoutesScene, type RoutesScene } from "./scene";

useDatabase();

interface RouteModule {
  default?: unknown;
  loader?: Parameters<typeof ask>[0];
  action?: Parameters<typeof ask>[0];
}

const app = new URL("../../app", import.meta.url).pathname;
const manifest = flatRoutes(app, ["**/.*", "**/*.css", "**/*.examples.tsx"], "routes");
const routes = Object.values(manifest).map(({ id, file }) => ({ name: id.replace(/^routes\//, ""), file }));
const load = async (file: string) => (await import(`../../app/${file}`)) as RouteModule;

let scene: RoutesScene;
beforeAll(async () => {
  scene = await givenRoutesScene();
}, 60_000);

describe("the table of expectations", () => {
  it("has a line for every route, and no other", () => {
    expect(Object.keys(expectations).sort()).toEqual(routes.map(({ name }) => name).sort());
  });

  it.each(routes)("names the methods that $name has", async ({ name, file }) => {
    const { loader, action, default: shown } = await load(file);
    const { GET, POST, page } = expectations[name] ?? {};
    expect({ GET: GET !== undefined, POST: POST !== undefined }).toEqual({ GET: loader !== undefined, POST: action !== undefined });
    expect(page !== undefined).toBe(shown !== undefined && loader === undefined);
  });
});

const pathOf = (name: string, { query = "" }: Expected) => `/${name.replaceAll(".", "/")}${query}`;

function requestOf(asker: Asker, name: string, method: "GET" | "POST"): Request | Promise<Request> {
  const path = pathOf(name, expectations[name] ?? {});
  const sent = method === "POST" ? { form: {} } : {};
  return asker === "nobody" ? asked(path, sent) : signedIn(scene.cast[asker].id, path, sent);
}

async function statusesOf(name: string, handler: Parameters<typeof ask>[0], method: "GET" | "POST"): Promise<Record<string, number>> {
  const params = expectations[name]?.params?.(scene) ?? {};
  const given: Record<string, number> = {};
  for (const asker of askers) {
    const { status, location } = await ask(handler, await requestOf(asker, name, method), params);
    given[asker] = status;
    if (status === 302 && asker === "nobody" && expectations[name]?.[method]?.lead !== 302) expect(location).toMatch(/^\/sign-in\?to=/);
  }
  return given;
}

describe.each(routes)("$name", ({ name, file }) => {
  it.each(["GET", "POST"] as const)("answers %s as the table says", async (method) => {
    const module = await load(file);
    const handler = method === "GET" ? module.loader : module.action;
    if (handler) expect(await statusesOf(name, handler, method)).toEqual(expectations[name]?.[method]);
  });
});

describe("a record that is not there", () => {
  const named = routes.filter(({ name }) => /\$(?!slug\b)\w/.test(name) && expectations[name]?.POST);

  it.each(named)("is not found by the form of $name, whatever was typed", async ({ name, file }) => {
    const { action } = await load(file);
    const given = expectations[name]?.params?.(scene) ?? {};
    const nothing = Object.fromEntries(
      Object.keys(given).map((param) => [param, param === "slug" ? (given[param] ?? "") : "nothing-here"]),
    );
    const { status } = await ask(
      action as Parameters<typeof ask>[0],
      await signedIn(scene.cast.lead.id, pathOf(name, {}), { form: {} }),
      nothing,
    );
    expect(status).toBe(404);
  });
});
