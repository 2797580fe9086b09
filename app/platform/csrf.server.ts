/** What a request says about where it comes from. */
export interface Provenance {
  method: string;
  origin: string | undefined;
  fetchSite: string | undefined;
}

/**
 * Does a request that may change something come from a page of ours? Reads (GET, HEAD) always pass; anything else needs an `Origin`
 * equal to ours or, where there is none, `Sec-Fetch-Site: same-origin`.
 */
export function comesFromOurPage({ method, origin, fetchSite }: Provenance, ownOrigin: string): boolean {
  if (method === "GET" || method === "HEAD") return true;
  if (origin === undefined) return fetchSite === "same-origin";
  return URL.canParse(origin) && new URL(origin).origin === new URL(ownOrigin).origin;
}

/** The path of ours that a redirect may go to, or `fallback` for anything that could lead elsewhere. */
export function ownPath(path: string | null | undefined, fallback = "/"): string {
  if (!path?.startsWith("/") || path.startsWith("//") || /[\\\p{Cc}]/u.test(path)) return fallback;
  const url = new URL(path, "http://own.invalid");
  return url.host === "own.invalid" && !url.pathname.startsWith("//") ? url.pathname + url.search + url.hash : fallback;
}
