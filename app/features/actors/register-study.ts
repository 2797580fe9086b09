import type { Protocol } from "~/domain/protocol/schema";
import type { Language } from "~/domain/tool-language";

/** The study whose actors are listed, in the language of the reader. */
export interface RegisterStudy {
  assessment: { id: string; languages: readonly string[] };
  protocol: Protocol;
  language: Language;
}
