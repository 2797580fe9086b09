import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Refusal } from "~/platform/refusal.server";
import type { Cast } from "../cast";
import { expectations } from "../routes/expectations";
import { leaksIn, textOf, type Sentinel } from "./leaks";
import type { LeakScene } from "./leak-scene";
import { asked, sessionOf, type Sent } from "./request";
import { routeFiles } from "./source-build";

/** Who asks: nobody, everyone of the cast, and an interviewee with her personal link. */
export const walkers = [
  "nobody",
  "lead",
  "researcher",
  "secondResearcher",
  "reviewer",
  "commissioner",
  "administrator",
  "outsider",
  "interviewee",
] as const;

/** One who asks. */
export type Walker = (typeof walkers)[number];

type Handler = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown;

/** A handler of a route, the address that it is asked at and the params in it. */
export interface Stop {
  where: string;
  handler: Handler;
  path: string;
  params: Readonly<Record<string, string>>;
  method: "GET" | "POST";
  /** What is posted; nothing unless said. */
  form?: Sent["form"];
}

/** A sentinel that was sent to somebody, and by what. */
export interface Leak {
  to: Walker;
  what: string;
  where: string;
}

/** Every loader and every action of the program, at the addresses of the table of expectations: a new route is walked without further work. */
export async function everyStop({ variants }: LeakScene): Promise<Stop[]> {
  const stops = await Promise.all(
    Object.values(routeFiles()).map(async ({ id, file }) => {
      const name = id.replace(/^routes\//u, "");
      const module = (await import(/* @vite-ignore */ `../../app/${file}`)) as { loader?: Handler; action?: Handler }; // a file of the manifest is a route
      const { params, query = "" } = expectations[name] ?? {};
      return variants.flatMap((scene): Stop[] => {
        const given = params?.(scene) ?? {};
        const place = { params: given, path: `${pathOf(name, given)}${query}` };
        return [
          ...(module.loader ? [{ ...place, handler: module.loader, method: "GET" as const, where: `GET ${place.path}` }] : []),
          ...(module.action ? [{ ...place, handler: module.action, method: "POST" as const, where: `POST ${place.path}` }] : []),
        ];
      });
    }),
  );
  const root = (await import("../../app/root")) as { loader: Handler }; // the frame around every page
  const frames = stops.flat().map((stop) => ({ ...stop, handler: root.loader, method: "GET" as const, where: `frame of ${stop.path}` }));
  return [...new Map([...stops.flat(), ...frames].map((stop) => [stop.where, stop])).values()];
}

/** The address of a route with its params filled in. */
function pathOf(name: string, params: Readonly<Record<string, string>>): string {
  const parts = name.split(".").filter((part) => !part.startsWith("_"));
  return `/${parts.map((part) => (part.startsWith("$") ? encodeURIComponent(params[part.slice(1)] ?? "x") : part)).join("/")}`;
}

/** A loader of a route at an address of one's own making. */
export async function stopAt(name: string, params: Readonly<Record<string, string>>, query: string): Promise<Stop> {
  const { loader } = (await import(`../../app/routes/${name}.tsx`)) as { loader: Handler }; // only routes with a loader are named
  const path = `${pathOf(name, params)}${query}`;
  return { where: `GET ${path}`, handler: loader, path, params, method: "GET" };
}

/** A form that somebody posts at a route. */
export async function postAt(name: string, params: Readonly<Record<string, string>>, form: Record<string, string>): Promise<Stop> {
  const { action } = (await import(`../../app/routes/${name}.tsx`)) as { action: Handler }; // only routes with an action are named
  const path = pathOf(name, params);
  return { where: `POST ${path} ${form["intent"] ?? ""}`, handler: action, path, params, method: "POST", form };
}

/** A new session of a walker as a cookie; an interviewee has that of her link, nobody has none. */
export async function cookieOf({ cast, token }: Pick<LeakScene, "cast" | "token">, walker: Walker): Promise<string> {
  if (walker === "nobody") return "";
  if (walker !== "interviewee") return sessionOf(cast[walker satisfies keyof Cast].id);
  const { loader } = (await import("../../app/routes/f.$token")) as unknown as { loader: Handler };
  const taken = await answerOf({ handler: loader, path: `/f/${token}`, params: { token }, method: "GET", where: "" }, "");
  if (!(taken instanceof Response)) throw new Error("A personal link gave no cookie.");
  return taken.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0] ?? "")
    .join("; ");
}

/** What a handler answers, thrown or returned: a refusal is told with all that it holds. */
export async function answerOf({ handler, path, params, method, form = {} }: Stop, cookie: string): Promise<unknown> {
  const sent = method === "POST" ? { form } : {};
  const request = asked(path, { ...sent, headers: cookie === "" ? {} : { cookie } });
  try {
    return await handler({ request, params, context: { nonce: "test", requestId: "test" } });
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    if (thrown instanceof Refusal) return { refused: thrown.code, details: thrown.details, message: thrown.message };
    throw thrown;
  }
}

/** Signing out ends the walk: whatever is asked after it is asked by nobody. */
const isLast = ({ where }: Stop) => where === "POST /sign-out";

/** Goes past all stops as one person, and tells which sentinels were sent by which. */
export async function walk(to: Walker, cookie: string, stops: readonly Stop[], sentinels: readonly Sentinel[]): Promise<Leak[]> {
  const found: Leak[] = [];
  for (const stop of [...stops.filter((each) => !isLast(each)), ...stops.filter(isLast)]) {
    const text = await textOf(await answerOf(stop, cookie));
    for (const { what } of leaksIn(text, sentinels)) found.push({ to, what, where: stop.where });
  }
  return found;
}
