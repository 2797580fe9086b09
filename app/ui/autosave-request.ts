import { decode } from "turbo-stream";
import type { SaveStatus } from "./saved-indicator";

/** What an action answers when the header `x-autosave` is there: in place of its redirect, with status 200. */
export interface AutosaveAnswer {
  saved: { at: Date; version: number };
}

/**
 * Posts the form to its own action the way the router would (single fetch), so that an answer of any kind leaves the page and
 * its text alone: saved, in conflict (409), refused (4xx), the session over (401), or no answer at all.
 */
export async function sendForm(form: HTMLFormElement): Promise<SaveStatus> {
  const response = await post(form).catch(() => undefined);
  if (!response || response.status >= 500 || response.status === 429) return { state: "kept" };
  if (response.status === 401) return { state: "signed-out" };
  if (response.status === 409) return { state: "conflict" };
  if (response.status >= 400) return { state: "refused" };
  const saved = await readSaved(response);
  if (saved) setVersion(form, saved.version);
  return { state: "saved", at: saved?.at ?? new Date(), version: saved?.version };
}

function post(form: HTMLFormElement): Promise<Response> {
  const url = new URL(form.action, document.baseURI);
  url.pathname = url.pathname === "/" ? "/_root.data" : `${url.pathname}.data`;
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  return fetch(url, { method: "POST", body, headers: { "x-autosave": "1" }, keepalive: body.toString().length < 60_000 });
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
  return at instanceof Date && typeof version === "number" ? { at, version } : undefined;
}

function inside(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && key in value ? (value as Record<string, unknown>)[key] : undefined;
}

/** The next save is made from the version that this one made. */
function setVersion(form: HTMLFormElement, version: number): void {
  const field = form.elements.namedItem("version");
  if (field instanceof HTMLInputElement) field.value = String(version);
}
