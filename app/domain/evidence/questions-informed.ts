import { findCriterion, findFramework, findGuideQuestion } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { heirsOf } from "~/domain/protocol/succession";

/** What decides by the protocol which research questions a piece of evidence informs. */
export interface InformingSubject {
  guideQuestion?: string;
  /** The part of the guide question, where it has parts. */
  guidePart?: string;
  criterion?: string;
  framework?: string;
}

/**
 * The research questions with which evidence is tagged: by guide, criterion or framework, and by hand; each once. A question that was replaced, in the guide or
 * of the research, counts as those that stand in its place.
 */
export function questionsInformed(protocol: Protocol, subject: InformingSubject, tagged: readonly string[]): string[] {
  const { guideQuestion, guidePart = "", criterion, framework } = subject;
  const informed = [
    ...(guideQuestion === undefined ? [] : informedByGuide(protocol, guideQuestion, guidePart)),
    ...((criterion !== undefined && findCriterion(protocol, criterion)?.informs) || []),
    ...((framework !== undefined && findFramework(protocol, framework)?.informs) || []),
  ];
  return [...new Set([...informed, ...tagged.flatMap((question) => standingFor(protocol, question))])];
}

function informedByGuide(protocol: Protocol, question: string, part: string): string[] {
  const heirs = heirsOf(protocol, "guide-question", question, part).map((heir) => heir.question);
  return (heirs.length > 0 ? heirs : [question]).flatMap((id) => findGuideQuestion(protocol, id)?.informs ?? []);
}

/** The research question itself while it is there, else those that stand in its place. */
export function standingFor(protocol: Protocol, question: string): string[] {
  const heirs = heirsOf(protocol, "question", question).map((heir) => heir.question);
  return heirs.length > 0 ? heirs : [question];
}
