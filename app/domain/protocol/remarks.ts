import { idleRules } from "~/domain/protocol/coverage-problems";
import type { Finding, RemarkCode } from "~/domain/protocol/problem";
import { answeredQuestions, nearestWriters, sectionsAnswering } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { missingTranslations } from "~/domain/protocol/text-problems";

/** What may be meant as it is, but is worth a look in a protocol without problems. */
export function remarksOn(protocol: Protocol): Finding<RemarkCode>[] {
  return [
    ...missingTranslations(protocol),
    ...idleGuideQuestions(protocol),
    ...unansweredQuestions(protocol),
    ...ownerlessSections(protocol),
    ...idleRules(protocol),
  ];
}

function idleGuideQuestions(protocol: Protocol): Finding<RemarkCode>[] {
  return (protocol.guide?.blocks ?? []).flatMap((block, blockAt) =>
    block.questions.flatMap((question, at): Finding<RemarkCode>[] => {
      if ((question.informs ?? []).length > 0) return [];
      return [{ code: "informs-nothing", path: ["guide", "blocks", blockAt, "questions", at], details: { number: question.number } }];
    }),
  );
}

function unansweredQuestions(protocol: Protocol): Finding<RemarkCode>[] {
  return answeredQuestions(protocol)
    .filter((question) => sectionsAnswering(protocol, question.id).length === 0)
    .map(({ id }) => ({
      code: "question-without-section",
      path: ["questions", protocol.questions.findIndex((each) => each.id === id)],
      details: { id },
    }));
}

function ownerlessSections(protocol: Protocol): Finding<RemarkCode>[] {
  return protocol.outline.flatMap((section, at): Finding<RemarkCode>[] => {
    if (section.parent !== undefined || nearestWriters(protocol, section.id).write !== null) return [];
    return [{ code: "section-without-writer", path: ["outline", at], details: { code: section.code } }];
  });
}
