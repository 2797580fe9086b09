import type { LocalText } from "~/domain/local-text";
import { findScale } from "./readers";
import { labelOnScale } from "./scales";
import type { Protocol } from "./schema";

/** What a level of confidence is called on the scale that the protocol names; null where it names none or nothing was said. */
export function confidenceLabel(protocol: Protocol, level: string | null): LocalText | null {
  const scale = protocol.rules.confidence && findScale(protocol, protocol.rules.confidence.scale);
  return scale && level !== null ? labelOnScale(scale, level) : null;
}
