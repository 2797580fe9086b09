import { textIn, type LocalText } from "~/domain/local-text";
import { confidenceScale } from "~/domain/protocol/confidence";
import type { Protocol } from "~/domain/protocol/schema";
import { labelOnScale } from "~/domain/protocol/scales";

/** The languages in which the words of a protocol are read: one, and those that stand in for it. */
interface Reading {
  language: string;
  fallback: readonly string[];
}

/** How what is stored of a statement's confidence reads: its level, and the level of each component, in the words of the protocol's scale. */
export function weighedWords(protocol: Protocol, { language, fallback }: Reading) {
  const scale = confidenceScale(protocol);
  const { components = [], componentLevels = [] } = scale?.kind === "ordinal" ? scale : {};
  const say = (text: LocalText | null | undefined) => textIn(text, language, fallback);
  const labelled = (list: readonly { key: string; label: LocalText }[], key: string) =>
    say(list.find((one) => one.key === key)?.label) || key;
  return {
    level: (stored: string | null) => (stored === null || stored === "" ? "" : scale ? say(labelOnScale(scale, stored)) : stored),
    components: (stored: string) => {
      const weighed = stored === "" ? {} : (JSON.parse(stored) as Record<string, string>); // was read when it was kept
      return Object.entries(weighed)
        .map(([key, level]) => `${labelled(components, key)}: ${labelled(componentLevels, level)}`)
        .join("; ");
    },
  };
}
