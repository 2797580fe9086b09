import type { CodebookCode } from "~/domain/protocol/codebook";
import { findCode as findCodeIfAny } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { refuse } from "~/platform/refusal.server";

/** The code of the codebook with this id; not found when there is none. */
export function findCode(protocol: Protocol, id: string | undefined): CodebookCode {
  const code = findCodeIfAny(protocol, id ?? "");
  if (!code) throw refuse("not-found");
  return code;
}
