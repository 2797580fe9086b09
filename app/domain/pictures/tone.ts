import type { Tone } from "~/domain/document/picture";

const levels = ["level0", "level1", "level2", "level3", "level4"] as const satisfies readonly Tone[];

/** The tone of a place on a scale, 0 for its lowest level to 1 for its highest; without a place, as on a scale without order, the plain one. */
export function toneOfPlace(place: number | null): Tone {
  return place === null ? "aside" : (levels[Math.round(place * 4)] ?? "level4");
}

/** Whether words on a tone have to be light. */
export function isDark(tone: Tone): boolean {
  return tone === "level3" || tone === "level4";
}
