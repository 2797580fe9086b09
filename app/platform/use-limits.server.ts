import { rateLimit } from "./rate-limit.server";

const limits = {
  search: rateLimit("search", 60, 60),
  autosave: rateLimit("autosave", 120, 60),
  presence: rateLimit("presence", 60, 60),
  upload: rateLimit("upload", 60, 60 * 60),
  export: rateLimit("export", 10, 60 * 60),
  picture: rateLimit("picture", 60, 60 * 60),
};

/** What a person may do so often only: each costs the server more than a page. */
export type LimitedUse = keyof typeof limits;

/** Counts a use of a person; refuses (429, with how long to wait) who has had as many as a minute or an hour allows. */
export async function countUse(use: LimitedUse, userId: string): Promise<void> {
  await limits[use].check(userId);
  await limits[use].count(userId);
}

/** The limited use that a request by itself is, or null: a form that saves by itself, or one with a file. */
export function useOf({ method, headers }: Request): LimitedUse | null {
  if (method === "GET" || method === "HEAD") return null;
  if (headers.has("x-autosave")) return "autosave";
  return headers.get("content-type")?.startsWith("multipart/form-data") ? "upload" : null;
}

/** Counts the limited use that a request by itself is, if it is one, for whoever acts: a person, or a participant with her link. */
export async function countUseOf(request: Request, actorId: string): Promise<void> {
  const use = useOf(request);
  if (use) await countUse(use, actorId);
}
