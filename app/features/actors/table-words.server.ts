import type { Language } from "~/domain/tool-language";
import { translator } from "~/platform/i18n.server";

/** The words of the pages of actors, for a file. */
export function textsIn(language: Language) {
  return { say: translator(language, "actors") };
}
