import { languageIfAny, type Language } from "~/domain/tool-language";
import { cookieHeader, cookieIfAny } from "./session-cookie.server";

const year = 365 * 24 * 60 * 60;

/** The language to show a page in: the person's, else the one she chose on this device, else the first of the browser's that the tool speaks, else Dutch. */
export function languageOf(request: Request, person?: { language: Language } | null): Language {
  return person?.language ?? languageIfAny(cookieIfAny(request, "language")) ?? accepted(request) ?? "nl";
}

function accepted(request: Request): Language | undefined {
  const wanted = (request.headers.get("accept-language") ?? "")
    .split(",")
    .map((part) => {
      const [code = "", weight] = part.trim().split(";q=");
      return { code, weight: weight === undefined ? 1 : Number(weight) };
    })
    .sort((a, b) => b.weight - a.weight);
  for (const { code } of wanted) {
    const language = languageIfAny(code);
    if (language) return language;
  }
  return undefined;
}

/** The header that keeps the chosen language on this device. */
export function languageCookie(language: Language): string {
  return cookieHeader("language", language, year);
}
