import type { LocalText } from "~/domain/local-text";

/** A text in several languages as the trail tells it, or null: "nl: … · en: …". */
export function spelledOut(text: LocalText | null): string | null {
  if (text === null) return null;
  const parts = Object.entries(text);
  return parts.length === 1 ? (parts[0]?.[1] ?? null) : parts.map(([language, words]) => `${language}: ${words}`).join(" · ");
}
