import type { EntryContext, HandleDataRequestFunction, HandleErrorFunction } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { languages } from "~/domain/tool-language";
import { startCompiling } from "~/features/editions/compile-loop.server";
import { openHouse } from "~/platform/house.server";
import { textsOf } from "~/platform/i18n.server";
import { log, loggedError } from "~/platform/log.server";
import { PageContext } from "~/platform/page-context";
import { hasAlready, keptByReader, notModified, tagOfPage } from "~/platform/reader-cache.server";
import { contextOf } from "~/platform/request-context.server";
import { toldHeader } from "~/platform/saved.server";
import { WholePieces } from "~/platform/whole-pieces.server";
import { addMessages } from "~/ui/messages";

export { createHttpApp } from "~/platform/http-app.server";

/** Opens the house with all that goes on beside the requests. */
export const startHouse = () => openHouse([() => startCompiling(() => new Date())]);

declare module "@remix-run/node" {
  interface AppLoadContext {
    nonce: string;
    requestId: string;
  }
}

/** How long a page may take to stream; the server gives up a request after 30 seconds. */
export const streamTimeout = 20_000;

for (const language of languages) addMessages(language, textsOf(language));

/** Renders a page. A browser gets it as it comes; a crawler, whole. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce }: { nonce: string },
): Promise<Response> {
  const refused = status === 422 && remix.staticHandlerContext.actionData !== null;
  addHeaders(request, headers, status);
  if (status === 200 && tagIfKept(request, headers, remix)) return Promise.resolve(notModified(headers));
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Promise((resolve, reject) => {
    const send = () => {
      const body = new WholePieces();
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
      stream.pipe(body);
    };
    const whole = isbot(request.headers.get("user-agent"));
    const stream = renderToPipeableStream(
      <PageContext.Provider value={{ nonce, refused, leftToPage: contextOf(request).leftToPage }}>
        <RemixServer context={remix} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
      </PageContext.Provider>,
      {
        nonce,
        ...(whole ? { onAllReady: send } : { onShellReady: send }),
        onShellError: reject,
        onError: (error) => tell(error, request),
      },
    );
    setTimeout(() => stream.abort(), streamTimeout + 1000).unref();
  });
}

/** Adds to an answer to a script what a page would get: the renewed cookie, and 401 where nobody was signed in. */
export const handleDataRequest: HandleDataRequestFunction = (response, { request }) => {
  addHeaders(request, response.headers, response.status);
  if (!contextOf(request).signedOut) return response;
  return new Response(response.body, { status: 401, headers: response.headers });
};

/** Logs what broke while a page was rendered; what breaks in a loader or an action is logged where it is caught. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (!request.signal.aborted) tell(error, request);
};

/** Tags a page that the browser may keep; true = it has the same one already, and nothing needs to be rendered. */
function tagIfKept(request: Request, headers: Headers, { staticHandlerContext, manifest }: EntryContext): boolean {
  const { keptByReader: isKept, leftToPage } = contextOf(request);
  if (!isKept || contextOf(request).hasTold || request.method !== "GET") return false;
  const tag = tagOfPage({ shown: [staticHandlerContext.loaderData, leftToPage], scripts: manifest.version, at: new Date() });
  headers.set("Cache-Control", keptByReader);
  headers.set("ETag", tag);
  return hasAlready(request, tag);
}

function tell(error: unknown, request: Request): void {
  log().error({ request: contextOf(request).id, error: loggedError(error) }, "could not render");
}

function addHeaders(request: Request, headers: Headers, status: number): void {
  const context = contextOf(request);
  for (const [name, value] of Object.entries(context.headers)) headers.set(name, value);
  for (const cookie of context.cookies) headers.append("Set-Cookie", cookie);
  const told = toldHeader(request, status);
  if (told) headers.append("Set-Cookie", told);
}
