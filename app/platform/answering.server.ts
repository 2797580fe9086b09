import type { ServerBuild } from "@remix-run/node";
import { databaseTrouble } from "./database-errors.server";
import { findUserIfAny } from "./guard.server";
import { log, loggedError } from "./log.server";
import { plainPage, plainPageOf } from "./plain-page.server";
import { Refusal, refuse } from "./refusal.server";
import type { RequestContext } from "./request-context.server";
import { contextOf } from "./request-context.server";
import { tellNextPage } from "./saved.server";

type Handler = (args: { request: Request }) => unknown;

/**
 * The build with every loader and action answering for what goes wrong in it, and every action telling what it saved: a refusal goes on as it is, a database that is away or full
 * becomes 503, and any other error is logged under the id of the request, which is all that the page gets to say of it.
 */
export function answering(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route];
    const { loader, action } = route.module;
    const module = {
      ...route.module,
      ...(loader && { loader: guarded(id, loader as Handler, !route.module.default) }),
      ...(action && { action: guarded(id, tellingSaved(action as Handler), !route.module.default) }),
    };
    return [id, { ...route, module }];
  });
  // The entries are those of the build, each with the same two functions around it.
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild["routes"] };
}

function guarded(routeId: string, handler: Handler, isResource: boolean): Handler {
  return async (args) => {
    const context = contextOf(args.request);
    if (context.route === undefined || routeId !== "root") context.route = routeId;
    try {
      return await handler(args);
    } catch (error) {
      if (!(error instanceof Error) || args.request.signal.aborted) throw error;
      const refusal = refusalOf(error, routeId, context);
      Object.assign(context.headers, refusal.init.headers);
      if (isResource) throw await answerOf(args.request, refusal, context.id);
      throw refusal;
    }
  };
}

/** An action that leaves word of what it saved to the page that follows. */
function tellingSaved(action: Handler): Handler {
  return async (args) => {
    try {
      const answer = await action(args);
      tellNextPage(args.request, answer);
      return answer;
    } catch (thrown) {
      if (thrown instanceof Response) tellNextPage(args.request, thrown);
      throw thrown;
    }
  };
}

/** A file that can't be given: as a page in her language to a person who follows a link, as data to a script. */
async function answerOf(request: Request, refusal: Refusal, id: string): Promise<Response> {
  const { method, headers } = request;
  if (method !== "GET" || !headers.get("accept")?.includes("text/html")) return Response.json(refusal.data, refusal.init);
  const person = await findUserIfAny(request).catch(() => null);
  const page = plainPage(plainPageOf(refusal.status), headers, id, person);
  return new Response(page, { ...refusal.init, headers: { ...refusal.init.headers, "Content-Type": "text/html; charset=utf-8" } });
}

function refusalOf(error: Error, route: string, { id: request }: RequestContext): Refusal {
  if (error instanceof Refusal) return error;
  log().error({ request, route, error: loggedError(error) }, "could not answer");
  return databaseTrouble(error) ? refuse("unavailable") : refuse("defect", { request });
}
