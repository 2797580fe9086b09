import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Db } from "./db.server";
import { subKey } from "./environment.server";
import { contextOf, ownWords, type OwnWord, type Saved } from "./request-context.server";
import { cookieHeader, cookieIfAny } from "./session-cookie.server";
import { findEventIfAny, type TrailEvent } from "./trail.server";
import type { Viewer } from "./viewer.server";

const cookie = "saved";
/** How long the page that follows may take, in seconds. */
const lifetime = 60;
/** How many things are told one by one. */
const toldEach = 3;

const Word = z.object({
  at: z.number(),
  events: z.array(z.tuple([z.string(), z.number()])),
  more: z.number(),
  own: z.array(z.enum(ownWords)),
});

/** What a person saved with her latest form: its events, how many more there are, and words of their own. All empty = nothing was different. */
export interface SavedWord {
  /** Told once: another save has another. */
  id: string;
  events: TrailEvent[];
  more: number;
  own: readonly OwnWord[];
}

/** What signing in and out, and another language for the pages, write is seen by what the next page is. */
const seenByItself: ReadonlySet<string> = new Set([
  "session.sign-in",
  "session.sign-out",
  "session.pause",
  "session.end-wrong-password",
  "user.set-language",
]);

/**
 * Leaves word, in a signed cookie of a minute, of what a request saved, so that the page after it tells so. It names places in the trail and no words.
 * Nothing is left by a form that saves by itself, which has a place of its own to tell it, nor by one that was refused.
 */
export function tellNextPage(request: Request, answer: unknown): void {
  const context = contextOf(request);
  if (!context.saved || request.headers.has("x-autosave") || statusOf(answer) >= 400) return;
  const header = cookieHeader(cookie, sealed(wordOf(context.saved)), lifetime);
  if (answer instanceof Response) answer.headers.append("Set-Cookie", header);
  else if (!context.rendersPage) context.cookies.push(header);
}

/** What the form before this page saved, or null. Only to who saved it herself, while she is still a member of what it belongs to. */
export async function findSavedIfAny(db: Db, request: Request, user: Viewer | null, now: Date): Promise<SavedWord | null> {
  const context = contextOf(request);
  const brought = cookieIfAny(request, cookie);
  const left = brought === undefined ? null : opened(brought);
  if (brought !== undefined) context.hasTold = true;
  const word = context.saved ? wordOf(context.saved) : left && now.getTime() - left.at < lifetime * 1000 ? left : null;
  if (!word) return null;
  const found = await Promise.all(word.events.map(([chain, seq]) => findEventIfAny(db, chain, seq)));
  const events = found.filter((event) => event !== null).filter((event) => isOwn(event, user) && !seenByItself.has(event.action));
  if (events.length === 0 && word.events.length > 0 && word.own.length === 0) return null;
  return { id: `${context.id} ${word.at}`, events, more: word.more, own: word.own };
}

/** The header that ends the word once a page has told it, or nothing: an answer that only leads on leaves it to the next. */
export function toldHeader(request: Request, status: number): string | undefined {
  const leadsOn = status === 202 || (status >= 300 && status < 400);
  return contextOf(request).hasTold && !leadsOn ? cookieHeader(cookie, "", 0) : undefined;
}

function isOwn({ chain, by }: TrailEvent, user: Viewer | null): boolean {
  if (by.kind === "link") return true; // the word is in the browser of who did it
  return by.kind === "user" && by.id === user?.id && (chain === "installation" || user.roles[chain] !== undefined);
}

function wordOf({ events, own }: Saved): z.output<typeof Word> {
  const told = events.slice(0, toldEach).map(({ chain, seq }): [string, number] => [chain, seq]);
  return { at: Date.now(), events: told, more: events.length - told.length, own };
}

function statusOf(answer: unknown): number {
  if (answer instanceof Response) return answer.status;
  const init = typeof answer === "object" && answer !== null && "init" in answer ? answer.init : null;
  return typeof init === "object" && init !== null && "status" in init && typeof init.status === "number" ? init.status : 200;
}

const signature = (body: string) => createHmac("sha256", subKey("saved")).update(body).digest();

function sealed(word: z.output<typeof Word>): string {
  const body = Buffer.from(JSON.stringify(word)).toString("base64url");
  return `${body}.${signature(body).toString("base64url")}`;
}

/** The word in a cookie; null for one that is not ours. */
function opened(value: string): z.output<typeof Word> | null {
  const [body = "", mark = ""] = value.split(".");
  const [found, right] = [Buffer.from(mark, "base64url"), signature(body)];
  if (found.length !== right.length || !timingSafeEqual(found, right)) return null;
  return Word.parse(JSON.parse(Buffer.from(body, "base64url").toString("utf8")));
}
