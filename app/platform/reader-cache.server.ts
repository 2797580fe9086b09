import { contextOf } from "./request-context.server";
import { sha256 } from "./sha256.server";

/** How an answer is kept by the browser of its reader alone, which asks each time whether it still holds. */
export const keptByReader = "private, no-cache";

/** Says that the page of a request never changes of itself, so that the browser of who asks may keep it; everything else is never kept. */
export function letReaderKeep(request: Request): void {
  contextOf(request).keptByReader = true;
}

/** What a page is made from: everything that its loaders gave, and the version of the scripts that it names. */
export interface PageMade {
  shown: unknown;
  scripts: string;
  at: Date;
}

/**
 * The tag of a page as one person sees it on a day: equal only while everything that is shown is. Left out is what differs between any two
 * answers: the id of the request, its time, and the fresh id of a form.
 */
export function tagOfPage({ shown, scripts, at }: PageMade): string {
  return `W/"${sha256(JSON.stringify([shown, scripts, at.toISOString().slice(0, 10)], plain))}"`;
}

const passing = new Set(["requestId", "now", "fresh"]);

function plain(name: string, value: unknown): unknown {
  if (passing.has(name)) return undefined;
  return value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value;
}

/** Says whether the browser has what the tag stands for (If-None-Match, compared weakly). */
export function hasAlready(request: Request, tag: string): boolean {
  const bare = (one: string) => one.trim().replace(/^W\//u, "");
  return (request.headers.get("if-none-match") ?? "").split(",").some((one) => bare(one) === bare(tag));
}

/** The answer to who has it already. */
export function notModified(headers: HeadersInit): Response {
  return new Response(null, { status: 304, headers });
}
