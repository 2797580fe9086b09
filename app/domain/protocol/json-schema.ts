import { z } from "zod";
import { Protocol } from "~/domain/protocol/schema";

/** The JSON Schema (draft 7) of a protocol file, for completion in editors: shapes only, no references or circles. */
export function protocolJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(Protocol, { target: "draft-7", reused: "ref" });
  return { ...schema, title: "Protocol of an assessment (grondslag-protocol/1)" };
}
