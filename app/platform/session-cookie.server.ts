import { settings } from "./environment.server";

/** Until 12 hours after sign-in, and the hour in which a form that came too late can still be kept for its person. */
const maxAge = 13 * 60 * 60;

const overHttps = () => settings().origin.startsWith("https:");

/** The name of a cookie: bound to host and https where the installation has https. */
function cookieName(name: string): string {
  return overHttps() ? `__Host-${name}` : name;
}

/** A `Set-Cookie` header for a cookie that scripts can't read; `seconds` 0 removes it. */
export function cookieHeader(name: string, value: string, seconds: number): string {
  return `${cookieName(name)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${overHttps() ? "; Secure" : ""}`;
}

/** The value of a cookie that the browser sent, or `undefined`. */
export function cookieIfAny(request: Request, name: string): string | undefined {
  const wanted = `${cookieName(name)}=`;
  const found = (request.headers.get("cookie") ?? "").split(/; ?/).find((part) => part.startsWith(wanted));
  return found?.slice(wanted.length) || undefined;
}

/** The header that gives the browser its session. */
export function sessionCookie(token: string): string {
  return cookieHeader("grondslag", token, maxAge);
}

/** The header that takes the session from the browser. */
export function blankSessionCookie(): string {
  return cookieHeader("grondslag", "", 0);
}

/** The token of the session that the browser sent, or `undefined`. */
export function sessionTokenIfAny(request: Request): string | undefined {
  return cookieIfAny(request, "grondslag");
}
