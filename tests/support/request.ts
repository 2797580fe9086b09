import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Refusal } from "~/platform/refusal.server";
import { startSession } from "~/platform/session.server";

/** What to send: a form makes it a POST. */
export interface Sent {
  method?: string;
  form?: Readonly<Record<string, string | readonly string[]>>;
  headers?: Readonly<Record<string, string>>;
}

/** What a handler answered, however it did: by returning or by throwing. */
export interface Answer {
  status: number;
  headers: Headers;
  /** The data of a page or of a refusal; undefined for a plain response. */
  data: unknown;
  location: string | null;
}

const origin = "http://localhost:3000";

/** A request of nobody in particular. */
export function asked(path: string, { method, form, headers = {} }: Sent = {}): Request {
  const body = form && new URLSearchParams(Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])));
  return new Request(new URL(path, origin), {
    method: method ?? (form ? "POST" : "GET"),
    headers: { accept: "text/html", ...headers },
    ...(body && { body }),
  });
}

/** The cookie of a new session of a person. */
export async function sessionOf(userId: string, at = new Date()): Promise<string> {
  return `grondslag=${await startSession(userId, at)}`;
}

/** A request of a signed-in person. */
export async function signedIn(userId: string, path: string, sent: Sent = {}): Promise<Request> {
  return asked(path, { ...sent, headers: { ...sent.headers, cookie: await sessionOf(userId) } });
}

type Handler = ((args: LoaderFunctionArgs) => unknown) | ((args: ActionFunctionArgs) => unknown);

/** Asks a loader or an action, and gives its answer as the server would. */
export async function ask(handler: Handler, request: Request, params: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const context = { nonce: "test", requestId: "test" };
  try {
    return answerOf(await handler({ request, params, context }));
  } catch (thrown) {
    if (thrown instanceof Response || thrown instanceof Refusal) return answerOf(thrown);
    throw thrown;
  }
}

interface WithInit {
  type: "DataWithResponseInit";
  data: unknown;
  init: ResponseInit | null;
}

function answerOf(value: unknown): Answer {
  if (value instanceof Response)
    return { status: value.status, headers: value.headers, data: undefined, location: value.headers.get("location") };
  const { data, init } = isWithInit(value) ? value : { data: value, init: null };
  return { status: init?.status ?? 200, headers: new Headers(init?.headers), data, location: null };
}

function isWithInit(value: unknown): value is WithInit {
  return typeof value === "object" && value !== null && "type" in value && value.type === "DataWithResponseInit";
}
