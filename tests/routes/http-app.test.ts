import { request as send } from "node:http";
import type { IncomingHttpHeaders, Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { comesFromOurPage, ownPath } from "~/platform/csrf.server";
import { createHttpApp } from "~/platform/http-app.server";
import { loggedError, loggedPath } from "~/platform/log.server";
import { refuse } from "~/platform/refusal.server";
import { loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { sessionOf } from "../support/request";

useDatabase();

const origin = "http://localhost:3000";
const seen: string[] = [];

/** A build with three resource routes: one that answers what it was asked, one that refuses and one that breaks. */
function buildOf(): ServerBuild {
  const route = (id: string, run: (request: Request) => unknown) => ({
    id,
    path: id,
    module: {
      loader: ({ request }: { request: Request }) => run(request),
      action: ({ request }: { request: Request }) => run(request),
    },
  });
  const routes = {
    echo: route("echo", (request) => {
      seen.push(request.method);
      return Response.json(
        { url: request.url, forwarded: request.headers.get("x-forwarded-host"), id: request.headers.get("x-request-id") },
        { headers: { "Cache-Control": "private" } },
      );
    }),
    refused: route("refused", () => {
      throw refuse("too-many", { retryAfter: 30 });
    }),
    broken: route("broken", () => {
      throw new Error("canary-of-the-message");
    }),
  };
  const build = {
    entry: { module: { default: () => new Response("page"), handleError: () => undefined } },
    routes,
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
    publicPath: "/",
    assetsBuildDirectory: "",
    isSpaMode: false,
    future: { v3_singleFetch: true, v3_relativeSplatPath: true },
  };
  return build as unknown as ServerBuild; // what the server needs of a build, without the files of one
}

let server: Server;
beforeAll(async () => {
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

function get(
  path: string,
  { method = "GET", headers = {}, body = "" }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Got> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = send({ port, host: "127.0.0.1", path, method, headers: { host: "localhost:3000", ...headers } }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => (text += part));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

describe("a request that may change something", () => {
  const post = (headers: Record<string, string>) =>
    get("/echo", { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded", ...headers }, body: "a=b" });

  it.each([
    ["our origin", { origin }],
    ["no origin and the same site", { "sec-fetch-site": "same-origin" }],
  ])("is answered with %s", async (_, headers) => {
    expect((await post(headers)).status).toBe(200);
  });

  it.each([
    ["another origin", { origin: "https://evil.example" }],
    ["our host on another port", { origin: "http://localhost:3001" }],
    ["our host over another scheme", { origin: "https://localhost:3000" }],
    ["an origin that is none", { origin: "null" }],
    ["our origin with something behind it", { origin: "http://localhost:3000.evil.example" }],
    ["neither origin nor site", {}],
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["a sister of our host", { "sec-fetch-site": "same-site" }],
    ["another origin and a forged forwarded host", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }],
  ])("is refused with a page for %s", async (_, headers: Record<string, string>) => {
    const before = seen.length;
    const { status, body, headers: given } = await post(headers);
    expect(status).toBe(403);
    expect(body).toContain("<h1>Dit verzoek kwam niet van een eigen pagina</h1>");
    expect(given["content-security-policy"]).toContain("default-src 'none'");
    expect(seen.length).toBe(before);
  });

  it.each(["PUT", "DELETE", "PATCH", "OPTIONS"])("is refused as %s too", async (method) => {
    expect((await get("/echo", { method })).status).toBe(403);
  });

  it("is told in English to who reads English", async () => {
    const { body } = await post({ origin: "https://evil.example", "accept-language": "en-GB,en;q=0.9" });
    expect(body).toContain('<html lang="en">');
  });

  it("is refused when it says that it is larger than any page takes", async () => {
    const { status } = await get("/echo", {
      method: "POST",
      headers: { origin, "content-length": String(27 * 1024 * 1024), connection: "close" },
    }).catch(() => ({ status: 413 }));
    expect(status).toBe(413);
  });
});

describe("a method that no page has", () => {
  it.each(["TRACE", "PROPFIND"])("is refused as %s, and not as a defect", async (method) => {
    const before = seen.length;
    expect(await get("/echo", { method, headers: { origin } })).toMatchObject({ status: 405 });
    expect(seen.length).toBe(before);
  });
});

describe("an address that holds a NUL, which one of the databases can't take", () => {
  it.each(["/echo/%00", "/echo?q=a%00b"])("is not found: %s", async (path) => {
    const before = seen.length;
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body).toContain("<h1>");
    expect(seen.length).toBe(before);
  });
});

describe("every answer", () => {
  it("has the headers that bind the browser, and an id that nobody outside chose", async () => {
    const { headers, body } = await get("/echo", { headers: { "x-request-id": "mine", "x-forwarded-host": "evil.example" } });
    expect(headers["content-security-policy"]).toMatch(
      /^default-src 'none';manifest-src 'self';media-src 'self';script-src 'self' 'nonce-[A-Za-z0-9+/]{22}==';style-src 'self' 'nonce-[A-Za-z0-9+/]{22}==';style-src-attr 'unsafe-inline';img-src 'self' data: blob:;font-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none';object-src 'none'$/,
    );
    expect(headers).toMatchObject({
      "referrer-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private",
    });
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["strict-transport-security"]).toBeUndefined();
    expect(headers["permissions-policy"]).toContain("camera=()");
    const answer = JSON.parse(body) as { url: string; forwarded: string | null; id: string };
    expect(answer).toMatchObject({ url: "http://localhost:3000/echo", forwarded: null });
    expect(answer.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers["x-request-id"]).toBe(answer.id);
  });

  it("has a nonce of its own", async () => {
    const [one, other] = await Promise.all([get("/echo"), get("/echo")]);
    expect(one.headers["content-security-policy"]).not.toBe(other.headers["content-security-policy"]);
  });

  it("carries the status of a refusal and how long to wait", async () => {
    const { status, headers } = await get("/refused");
    expect([status, headers["retry-after"], headers["cache-control"]]).toEqual([429, "30", "no-store"]);
  });

  it("says nothing of a defect but its number", async () => {
    const { status, body, headers } = await get("/broken");
    expect(status).toBe(500);
    expect(body).not.toContain("canary");
    expect(body).toContain(String(headers["x-request-id"]));
  });

  it("is a page to a person who followed a link to a file", async () => {
    const { status, body, headers } = await get("/broken", { headers: { accept: "text/html,*/*", "accept-language": "en" } });
    expect([status, headers["content-type"]]).toEqual([500, "text/html; charset=utf-8"]);
    expect(body).toContain("<h1>Something went wrong in the program</h1>");
    expect(body).toContain(String(headers["x-request-id"]));
    const { lead } = await loadCast();
    const cookie = await sessionOf(lead.id);
    const own = await get("/broken", { headers: { accept: "text/html,*/*", "accept-language": "en", cookie } });
    expect(own.body).toContain('<html lang="nl">');
    expect(own.body).toContain('<a href="/">');
  });
});

describe("the server itself", () => {
  it("says that it lives, that it is ready, and whom to tell of a leak", async () => {
    expect((await get("/health/live")).body).toBe('{"status":"live"}');
    expect(await get("/health/ready")).toMatchObject({ status: 200, body: '{"status":"ready"}' });
    expect((await get("/.well-known/security.txt")).body).toMatch(/^Contact: http:\/\/localhost:3000\/help\nExpires: \d{4}-/);
  });

  it("serves the files of the browser, and nothing for one that is not there", async () => {
    expect(await get("/favicon.svg")).toMatchObject({ status: 200, headers: { "cache-control": "public, max-age=3600" } });
    expect((await get("/assets/gone.js")).status).toBe(404);
  });
});

describe("comesFromOurPage", () => {
  it("lets every read pass", () => {
    for (const method of ["GET", "HEAD"])
      expect(comesFromOurPage({ method, origin: "https://evil.example", fetchSite: "cross-site" }, origin)).toBe(true);
  });
});

describe("ownPath", () => {
  it.each([
    ["/work?x=1#y", "/work?x=1#y"],
    ["//evil.example/x", "/"],
    ["/\\evil.example", "/"],
    ["https://evil.example", "/"],
    ["javascript:alert(1)", "/"],
    ["/a\nb", "/"],
    ["/..//evil.example", "/"],
    [null, "/"],
  ])("%j leads to %s", (path, to) => {
    expect(ownPath(path)).toBe(to);
  });
});

describe("the log", () => {
  it.each([
    ["/assessments/x?q=naam", "/assessments/x"],
    ["/p/geheim", "/p/…"],
    ["/f/geheim/nog-iets?x", "/f/…"],
    ["/i/geheim.data", "/i/…"],
    ["/protocol", "/protocol"],
  ])("holds of %s only %s", (url, path) => {
    expect(loggedPath(url)).toBe(path);
  });

  it("holds the codes of a database error and none of its words", () => {
    const error = Object.assign(new Error("Unique constraint failed: Noor Bakker"), {
      code: "P2002",
      meta: { driverAdapterError: { cause: { originalCode: "2067" } } },
    });
    expect(JSON.stringify(loggedError(error))).not.toContain("Noor");
    expect(loggedError(error)).toMatchObject({ code: "P2002", originalCode: "2067" });
  });

  it.each([
    [
      "a query that the database client can't read",
      () => Object.assign(new Error("Argument name: Noor"), { name: "PrismaClientValidationError" }),
    ],
    ["a database that says why", () => Object.assign(new Error("value too long: Noor"), { name: "DriverAdapterError" })],
    ["a text that is not JSON", () => thrownBy(() => JSON.parse("Noor Bakker"))],
    ["a value that a schema refuses", () => thrownBy(() => z.strictObject({}).parse({ Noor: 1 }))],
  ])("holds no words of %s", (_, make) => {
    const logged = loggedError(make());
    expect(JSON.stringify(logged)).not.toContain("Noor");
    expect(logged["kind"]).toMatch(/Error$/);
  });

  it("holds the words of a defect of ours", () => {
    expect(loggedError(new Error("An interview has no state x."))).toMatchObject({ message: "An interview has no state x." });
  });
});

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
