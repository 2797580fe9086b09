import { decode } from "turbo-stream";
import type { DraftEntries } from "./device-drafts";
import type { SaveStatus } from "./saved-indicator";

/** What an action answers when the header `x-autosave` is there: in place of its redirect, with status 200. */
export interface AutosaveAnswer {
  /** `merged` is set where the words of others were taken in. */
  saved: { at: Date; version: number; merged?: unknown };
}

/** What was sent of a form and never answered. Unless it surely did not arrive it may have been kept, so it is sent again as it was before anything newer. */
const unanswered = new WeakMap<HTMLFormElement, { body: URLSearchParams; mayHaveArrived: boolean }>();

/**
 * Posts the form to its own action the way the router would (single fetch), so that an answer of any kind leaves the page and
 * its text alone: saved, in conflict (409), refused (4xx), the session over (401), or no answer at all. A form with a field `key` is
 * known by it when it comes again: each text that is sent gets one of its own.
 */
export async function sendForm(form: HTMLFormElement): Promise<SaveStatus> {
  const earlier = unanswered.get(form);
  const unchanged = earlier !== undefined && isSame(earlier.body, bodyOf(form));
  if (earlier && (unchanged || earlier.mayHaveArrived)) {
    const status = await sendBody(form, earlier.body);
    if (unchanged || (status.state !== "refused" && status.state !== "saved")) return status;
  }
  return sendBody(form, withKey(form, bodyOf(form)));
}

/** What was sent of a form and never answered. The page may draw the key of the form anew, so the one that was sent is told here. */
export function unansweredOf(form: HTMLFormElement): DraftEntries | undefined {
  const earlier = unanswered.get(form);
  return earlier && [...earlier.body];
}

/** Lets a form that was put back as it lay on the device be sent as it was then: first what was `sent` of it, with the key that it had. */
export function sendAsBefore(form: HTMLFormElement, sent?: DraftEntries): void {
  if (!keyField(form)) return;
  const body = sent ? new URLSearchParams(sent.map(([name, value]) => [name, value])) : bodyOf(form);
  unanswered.set(form, { body, mayHaveArrived: true });
}

async function sendBody(form: HTMLFormElement, body: URLSearchParams): Promise<SaveStatus> {
  const offline = !navigator.onLine;
  const takeIn = async (merged: unknown) => (await import("./words-merged")).tellMerged(form, merged, body.get("doc"));
  const status = await sendTo(form.action, body, takeIn);
  if (status.state === "saved" && status.version !== undefined) setField(form, "version", String(status.version));
  const isLost = status.state === "kept" || status.state === "signed-out";
  // Without a network it can't have arrived; a server on this machine answers without one.
  if (!isLost) unanswered.delete(form);
  else if (keyField(form)) unanswered.set(form, { body, mayHaveArrived: !offline });
  return status;
}

/** Posts what a form holds to an address of ours the way the router would (single fetch), and says what became of it. */
export async function sendTo(action: string, body: URLSearchParams, takeIn?: (merged: unknown) => Promise<boolean>): Promise<SaveStatus> {
  return statusOf(await post(action, body).catch(() => undefined), takeIn);
}

async function statusOf(response: Response | undefined, takeIn?: (merged: unknown) => Promise<boolean>): Promise<SaveStatus> {
  if (!response || response.status >= 500 || response.status === 429) return { state: "kept" };
  if (response.status === 401) return { state: "signed-out" };
  if (response.status === 409) return { state: "conflict" };
  if (response.status >= 400) return { state: "refused" };
  const saved = await readSaved(response);
  // A form that can't show what was merged keeps the version that it began from.
  const isShown = saved?.merged === undefined || (await takeIn?.(saved.merged)) === true;
  return { state: "saved", at: saved?.at ?? new Date(), version: isShown ? saved?.version : undefined };
}

function post(action: string, body: URLSearchParams): Promise<Response> {
  const url = new URL(action, document.baseURI);
  url.pathname = url.pathname === "/" ? "/_root.data" : `${url.pathname}.data`;
  return fetch(url, { method: "POST", body, headers: { "x-autosave": "1" }, keepalive: body.toString().length < 60_000 });
}

function bodyOf(form: HTMLFormElement): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  return body;
}

function keyField(form: HTMLFormElement): HTMLInputElement | null {
  const field = form.elements.namedItem("key");
  return field instanceof HTMLInputElement ? field : null;
}

/** The key stands in the form too, so that it is kept on the device with the rest. */
function withKey(form: HTMLFormElement, body: URLSearchParams): URLSearchParams {
  if (!keyField(form)) return body;
  const key = crypto.randomUUID();
  setField(form, "key", key);
  body.set("key", key);
  return body;
}

/** Says whether two bodies hold the same but for the version and the key. */
function isSame(one: URLSearchParams, other: URLSearchParams): boolean {
  const content = (body: URLSearchParams) => [...body].filter(([name]) => name !== "version" && name !== "key").join("\n");
  return content(one) === content(other);
}

async function readSaved(response: Response): Promise<AutosaveAnswer["saved"] | undefined> {
  if (!response.body || !response.headers.get("content-type")?.startsWith("text/x-script") || response.status !== 200) return undefined;
  const { value } = await decode(response.body);
  return savedIn(value);
}

/** Looks into the answer of an action for what was saved; anything of another shape is no answer. */
export function savedIn(value: unknown): AutosaveAnswer["saved"] | undefined {
  const saved = inside(inside(value, "data"), "saved");
  const at = inside(saved, "at");
  const version = inside(saved, "version");
  const merged = inside(saved, "merged");
  return at instanceof Date && typeof version === "number" ? { at, version, ...(merged !== undefined && { merged }) } : undefined;
}

function inside(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && key in value ? (value as Record<string, unknown>)[key] : undefined;
}

/** Sets a hidden field: the next save is made from the version that this one made. */
function setField(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}
