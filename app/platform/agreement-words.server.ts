import type { AgreementWords } from "~/domain/agreement/told";
import { documentWords } from "./document-words.server";

/** The words on agreement in one language, and the locale of its numbers; a language that the tool doesn't speak gets English ones. */
export function agreementWords(language: string): { say: AgreementWords; locale: string } {
  const words = documentWords(language);
  return { say: (key, values) => words(`data.agreement.${key}`, values), locale: language === "nl" ? "nl" : "en-GB" };
}
