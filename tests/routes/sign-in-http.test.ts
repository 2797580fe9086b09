import { request as send } from "node:http";
import type { IncomingHttpHeaders, Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import { installGlobals } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as entry from "~/entry.server";
import * as boundary from "~/features/navigation/refusal-boundary";
import { createHttpApp } from "~/platform/http-app.server";
import { hashPassword } from "~/platform/password.server";
import * as root from "~/root";
import * as signIn from "~/routes/sign-in";
import { type Cast, loadCast } from "../cast";
import { rawWriter, useDatabase } from "../support/database";

// The limits themselves, from outside: this file's process counts as an installation does, not as a test.
useDatabase();
const password = "vier losse kranten boven";
const origin = "http://localhost:3000";
let cast: Cast;
let server: Server;

/** The server's own pages of the root and of signing in, without what a bundler adds for the browser. */
function buildOf(): ServerBuild {
  const inBrowser = {
    module: "",
    hasAction: true,
    hasLoader: true,
    hasErrorBoundary: false,
    hasClientAction: false,
    hasClientLoader: false,
  };
  const routes = {
    root: { id: "root", path: "", module: root },
    "refusal-boundary": { id: "refusal-boundary", parentId: "root", module: boundary },
    "routes/sign-in": { id: "routes/sign-in", parentId: "refusal-boundary", path: "sign-in", module: signIn },
  };
  const manifest = Object.fromEntries(Object.entries(routes).map(([id, { module: _, ...route }]) => [id, { ...route, ...inBrowser }]));
  const build = {
    entry: { module: entry },
    routes,
    assets: { entry: { imports: [], module: "" }, routes: manifest, url: "", version: "1" },
    publicPath: "/",
    assetsBuildDirectory: "",
    isSpaMode: false,
    future: { v3_singleFetch: true, v3_relativeSplatPath: true },
  };
  return build as unknown as ServerBuild; // what the server needs of a build, without the files of one
}

beforeAll(async () => {
  process.env["GRONDSLAG_RATE_LIMITS"] = "normal";
  installGlobals({ nativeFetch: true });
  cast = await loadCast();
  await rawWriter().user.update({ where: { id: cast.lead.id }, data: { passwordHash: await hashPassword(password) } });
  server = createHttpApp({ build: () => Promise.resolve(buildOf()), assets: new URL("../../public", import.meta.url).pathname }).listen(
    0,
    "127.0.0.1",
  );
  await new Promise((resolve) => server.once("listening", resolve));
});
afterAll(() => void server.close());

interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

function signInAs(email: string, given: string, headers: Record<string, string> = {}): Promise<Got> {
  const { port } = server.address() as AddressInfo;
  const form = new URLSearchParams({ email, password: given, to: "/work" }).toString();
  const sent = { host: "localhost:3000", origin, "content-type": "application/x-www-form-urlencoded", "accept-language": "nl", ...headers };
  return new Promise((resolve, reject) => {
    const posting = send({ port, host: "127.0.0.1", path: "/sign-in", method: "POST", headers: sent }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (part: string) => (body += part));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    posting.on("error", reject);
    posting.end(form);
  });
}

/** A page without what is of one request: its number, its nonce, its moment and the address that was typed. */
const alike = ({ body }: Got, email: string) =>
  body
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(/nonce="[^"]*"/g, "")
    .replaceAll(email, "EMAIL");

describe("signing in over HTTP", () => {
  it("answers an unknown account, a wrong password and an account without one with the same page", async () => {
    const lead = cast.lead.email;
    const unknown = await signInAs("nobody@example.org", "geraden");
    const wrong = await signInAs(lead, "geraden");
    const without = await signInAs(cast.outsider.email, "geraden");
    expect([unknown.status, wrong.status, without.status]).toEqual([422, 422, 422]);
    expect(alike(wrong, lead)).toBe(alike(unknown, "nobody@example.org"));
    expect(alike(without, cast.outsider.email)).toBe(alike(unknown, "nobody@example.org"));
    expect(alike(unknown, "nobody@example.org")).toContain("EMAIL");
    for (const { headers, body } of [unknown, wrong, without]) {
      expect(headers["set-cookie"]).toBeUndefined();
      expect(body).not.toContain("geraden");
    }
    const names = (got: Got) => Object.keys(got.headers).toSorted();
    expect(names(wrong)).toEqual(names(unknown));
  });

  it("refuses an address after a hundred failures, whatever account it tries and whatever address it says it has", async () => {
    // Three failures were counted above.
    const tries = Array.from({ length: 97 }, (_, count) => signInAs(`nobody${count}@example.org`, "geraden"));
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual(tries.map(() => 422));
    const refused = await signInAs(cast.lead.email, password, { "x-forwarded-for": "203.0.113.7" });
    expect(refused.status).toBe(429);
    const wait = Number(refused.headers["retry-after"]);
    expect(wait).toBeGreaterThan(14 * 60);
    expect(wait).toBeLessThanOrEqual(15 * 60);
    expect(refused.headers["set-cookie"]).toBeUndefined();
    expect(refused.body).toContain("Te veel pogingen</h1>");
    expect(refused.body).toContain("Wacht 15 minuten");
    const english = await signInAs(cast.lead.email, password, { "accept-language": "en" });
    expect(english.body).toContain("Wait 15 minutes and try again.");
  }, 120_000);
});
