import { randomBytes } from "node:crypto";
import type { ServerBuild } from "@remix-run/node";
import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import type { Express, NextFunction, Request, RequestHandler, Response } from "express";
import express from "express";
import { answering } from "./answering.server";
import { largestBody, watchBody } from "./body-limits.server";
import { comesFromOurPage } from "./csrf.server";
import { db } from "./db.server";
import { settings } from "./environment.server";
import { newId } from "./ids.server";
import { log, loggedError, loggedPath } from "./log.server";
import { plainPage, type PlainPage } from "./plain-page.server";
import { closeContext, openContext, requestIdHeader } from "./request-context.server";
import { securityHeaders } from "./security-headers.server";

/** What the server serves. */
export interface HttpOptions {
  /** The app to serve, asked for at each request so that a development server can hand out a newer one. */
  build: () => Promise<ServerBuild>;
  /** The folder with the files of the browser, or what serves them in development. */
  assets: string | RequestHandler;
}

/** The server around the app: ids, log, headers, limits, where a request comes from, and the files of the browser. */
export function createHttpApp({ build, assets }: HttpOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", settings().trustProxy);
  app.use(
    identify,
    dropForwarded,
    securityHeaders(typeof assets !== "string"),
    limitMethod,
    limitAddress,
    limitBody,
    checkProvenance,
    compression(),
  );
  app.get("/health/live", (_, response) => void response.json({ status: "live" }));
  app.get("/health/ready", (_, response, next) => void ready(response).catch(next));
  app.get("/.well-known/security.txt", (_, response) => void response.type("text/plain").send(securityText()));
  serveAssets(app, assets);
  app.use(createRemix(build));
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    log().error({ request: response.locals["requestId"] as unknown, error: loggedError(error) }, "could not answer");
    if (response.headersSent) next(error);
    else sendPlain(request, response, 500, "defect");
  });
  return app;
}

function createRemix(build: HttpOptions["build"]): RequestHandler {
  return (request, response, next) => {
    replaceCacheControl(response);
    keepPolicyOfPage(response);
    const getLoadContext = () => ({ nonce: String(response.locals["nonce"]), requestId: String(response.locals["requestId"]) });
    void build()
      .then((found) => createRequestHandler({ build: answering(found), getLoadContext })(request, response, next))
      .catch(next);
  };
}

/** The adapter appends the headers of the app to those that are there; of this one there may be one only. */
function replaceCacheControl(response: Response): void {
  const append = response.append.bind(response);
  response.append = (name, value) => (name.toLowerCase() === "cache-control" ? response.set(name, value) : append(name, value));
}

/** A page that the browser has kept runs under the policy that came with it: that of another answer names another nonce. */
function keepPolicyOfPage(response: Response): void {
  const status = response.status.bind(response);
  response.status = (code) => {
    if (code === 304) response.removeHeader("Content-Security-Policy");
    return status(code);
  };
}

const cache = (rule: string) => (response: { setHeader(name: string, value: string): unknown }) =>
  void response.setHeader("Cache-Control", rule);

function serveAssets(app: Express, assets: HttpOptions["assets"]): void {
  if (typeof assets !== "string") {
    app.use(assets);
    return;
  }
  app.use(
    "/assets",
    express.static(`${assets}/assets`, { index: false, setHeaders: cache("public, max-age=31536000, immutable") }),
    (_, response) => void response.status(404).end(),
  );
  app.use(express.static(assets, { index: false, setHeaders: cache("public, max-age=3600") }));
}

/** Gives a request its id, and logs it once it has been answered. */
const identify: RequestHandler = (request, response, next) => {
  const id = newId(new Date());
  const started = performance.now();
  request.headers[requestIdHeader] = id;
  response.locals["requestId"] = id;
  response.locals["nonce"] = randomBytes(16).toString("base64");
  const context = openContext(id, request.ip, !request.path.endsWith(".data"));
  response.setHeader("X-Request-Id", id);
  response.setHeader("Cache-Control", "no-store");
  response.on("close", () => {
    closeContext(id);
    if (request.path.startsWith("/assets/") || request.path.startsWith("/health/")) return;
    log().info({
      request: id,
      user: context.userId,
      route: context.route,
      method: request.method,
      path: loggedPath(request.originalUrl),
      status: response.statusCode,
      ms: Math.round(performance.now() - started),
    });
  });
  next();
};

/** Without a proxy that we trust, what a request says of proxies before us is not believed; the address that it was sent to is always that of the settings. */
const dropForwarded: RequestHandler = (request, _response, next) => {
  for (const name of Object.keys(request.headers)) {
    if (name === "forwarded" || name === "x-forwarded-host" || (name.startsWith("x-forwarded-") && settings().trustProxy === 0))
      delete request.headers[name];
  }
  next();
};

/** What a page can be asked with; anything else never reaches the app, which can't even read some of it. */
const methods: readonly string[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

const limitMethod: RequestHandler = (request, response, next) => {
  if (methods.includes(request.method)) next();
  else response.status(405).set("Allow", methods.join(", ")).end();
};

/** No address of ours holds a NUL, and PostgreSQL refuses a query that does. */
const limitAddress: RequestHandler = (request, response, next) => {
  if (request.originalUrl.includes("%00")) sendPlain(request, response, 404, "notFound");
  else next();
};

const limitBody: RequestHandler = (request, response, next) => {
  watchBody(request, request.path);
  if (Number(request.headers["content-length"] ?? 0) > largestBody(request.path)) sendPlain(request, response, 413, "tooLarge");
  else next();
};

const checkProvenance: RequestHandler = (request, response, next) => {
  const provenance = { method: request.method, origin: request.headers.origin, fetchSite: request.get("sec-fetch-site") };
  if (comesFromOurPage(provenance, settings().origin) || isOneClick(request)) next();
  else sendPlain(request, response, 403, "wrongOrigin");
};

/** A mail program that switches mail off for its person (RFC 8058) comes from no page; the signed address is proof enough, and does nothing else. */
const isOneClick = ({ method, path }: Request) => method === "POST" && /^\/mail\/off\/[\w.-]+$/u.test(path);

function sendPlain(request: Request, response: Response, status: number, kind: PlainPage): void {
  const headers = new Headers({ "accept-language": request.get("accept-language") ?? "", cookie: request.get("cookie") ?? "" });
  response
    .status(status)
    .type("html")
    .send(plainPage(kind, headers, String(response.locals["requestId"])));
}

async function ready(response: Response): Promise<void> {
  const found = await db.installation.findFirst().catch(() => null);
  response.status(found ? 200 : 503).json({ status: found ? "ready" : "unavailable" });
}

function securityText(): string {
  const expires = new Date();
  expires.setUTCFullYear(expires.getUTCFullYear() + 1, expires.getUTCMonth(), 1);
  expires.setUTCHours(0, 0, 0, 0);
  return `Contact: ${settings().origin}/help\nExpires: ${expires.toISOString()}\nPreferred-Languages: nl, en\n`;
}
