import { guideBlocks, guideQuestions, leavesOf } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";

/** How much of each thing a protocol holds. */
export interface ProtocolFacts {
  questions: number;
  leaves: number;
  guideQuestions: number;
  guideBlocks: number;
  criteria: number;
  frameworks: number;
  nodes: number;
  options: number;
  sections: number;
  languages: readonly string[];
}

/** What is in a protocol, counted. */
export function protocolFacts(protocol: Protocol): ProtocolFacts {
  return {
    questions: protocol.questions.length,
    leaves: leavesOf(protocol).length,
    guideQuestions: guideQuestions(protocol).length,
    guideBlocks: guideBlocks(protocol).length,
    criteria: protocol.criteria?.length ?? 0,
    frameworks: protocol.frameworks?.length ?? 0,
    nodes: (protocol.frameworks ?? []).reduce((sum, { nodes }) => sum + nodes.filter(({ kind }) => kind !== "group").length, 0),
    options: protocol.options?.length ?? 0,
    sections: protocol.outline.length,
    languages: protocol.languages,
  };
}
