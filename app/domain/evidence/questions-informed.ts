import { findCriterion, findFramework, findGuideQuestion } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";

/** What decides by the protocol which research questions a piece of evidence informs. */
export interface InformingSubject {
  guideQuestion?: string;
  criterion?: string;
  framework?: string;
}

/** The research questions with which evidence is tagged: by guide, criterion or framework, and by hand; each once. */
export function questionsInformed(protocol: Protocol, subject: InformingSubject, tagged: readonly string[]): string[] {
  const { guideQuestion, criterion, framework } = subject;
  const informed = [
    ...((guideQuestion !== undefined && findGuideQuestion(protocol, guideQuestion)?.informs) || []),
    ...((criterion !== undefined && findCriterion(protocol, criterion)?.informs) || []),
    ...((framework !== undefined && findFramework(protocol, framework)?.informs) || []),
  ];
  return [...new Set([...informed, ...tagged])];
}
