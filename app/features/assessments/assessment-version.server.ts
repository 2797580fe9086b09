import type { LocalText } from "~/domain/local-text";

/** What an assessment holds of itself, as its versions keep it. */
export interface AssessmentState {
  slug: string;
  title: LocalText;
  languages: readonly string[];
  originalLanguage: string;
  startsOn: string | null;
  endsOn: string | null;
  notice: LocalText | null;
}

/** The body of a version of an assessment. */
export function assessmentBody({ slug, title, languages, originalLanguage, startsOn, endsOn, notice }: AssessmentState) {
  return { slug, title, languages: [...languages], originalLanguage, startsOn, endsOn, notice };
}

/** A text in several languages as the trail tells it, or null: "nl: … · en: …". */
export function spelledOut(text: LocalText | null): string | null {
  if (text === null) return null;
  const parts = Object.entries(text);
  return parts.length === 1 ? (parts[0]?.[1] ?? null) : parts.map(([language, words]) => `${language}: ${words}`).join(" · ");
}
