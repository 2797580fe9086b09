import type { LocalText } from "~/domain/local-text";
import { findScale } from "~/domain/protocol/readers";
import { labelOnScale } from "~/domain/protocol/scales";
import type { Protocol } from "~/domain/protocol/schema";
import { readAppraisal } from "~/domain/screening/appraisal";

/** A stored appraisal in words: each criterion of the protocol with its level and reason, then the free words. */
export function wordAppraisal(stored: string, protocol: Protocol, say: (text: LocalText | null) => string | null): string {
  const { criteria, note } = readAppraisal(stored);
  const found = Object.entries(criteria).map(([id, { level, reason }]) => {
    const criterion = protocol.sourceCriteria?.find((one) => one.id === id);
    const scale = criterion?.scale === undefined ? null : findScale(protocol, criterion.scale);
    const levelWords = level !== null && (scale ? (say(labelOnScale(scale, level)) ?? level) : level);
    return `${say(criterion?.title ?? null) ?? id}: ${[levelWords, reason].filter(Boolean).join(", ")}`;
  });
  return [...found, note].filter(Boolean).join("; ");
}
