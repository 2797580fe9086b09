import type { Language } from "~/domain/tool-language";
import { languageOf } from "./language.server";
import { translator } from "./i18n.server";

/** The pages that the server itself words, before or instead of the app. */
export type PlainPage = "wrongOrigin" | "tooLarge" | "notFound" | "forbidden" | "unavailable" | "defect";

const kinds: Readonly<Record<number, PlainPage>> = { 403: "forbidden", 404: "notFound", 413: "tooLarge", 503: "unavailable" };

/** The page that belongs to an HTTP status. */
export function plainPageOf(status: number): PlainPage {
  return kinds[status] ?? "defect";
}

/** A page without script, for a request that never reaches the app or broke on its way; its texts are those of the reader's language. */
export function plainPage(kind: PlainPage, headers: Headers, request: string, person?: { language: Language } | null): string {
  const language = languageOf(new Request("http://own.invalid/", { headers }), person);
  const t = translator(language, "house");
  const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(t(`plain.${kind}.title`))} · Grondslag</title></head>
<body><main><h1>${escape(t(`plain.${kind}.title`))}</h1><p>${escape(t(`plain.${kind}.text`))}</p><p>${escape(t("plain.reference", { id: request }))}</p><p><a href="/">${escape(t("plain.start"))}</a></p></main></body>
</html>`;
}
