import type { LocalText } from "~/domain/local-text";
import { findScale } from "./readers";
import { labelOnScale, type Scale } from "./scales";
import type { Protocol } from "./schema";

/** The scale that the protocol names for confidence; null where it names none. */
export function confidenceScale(protocol: Protocol): Scale | null {
  const { confidence } = protocol.rules;
  return confidence ? findScale(protocol, confidence.scale) : null;
}

/** What a level of confidence is called on the scale that the protocol names; null where it names none or nothing was said. */
export function confidenceLabel(protocol: Protocol, level: string | null): LocalText | null {
  const scale = confidenceScale(protocol);
  return scale && level !== null ? labelOnScale(scale, level) : null;
}
