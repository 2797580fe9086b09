import { labelsOfInterviewees } from "~/domain/attribution";
import type { CitableProblem } from "~/domain/evidence/citable";
import { nodeKey, type EvidenceKind } from "~/domain/evidence/kinds";
import { textIn, textWithLanguage } from "~/domain/local-text";
import type { Language } from "~/domain/tool-language";
import type { Evidence, EvidenceOrigin } from "./evidence.server";
import { documentWords } from "./document-words.server";

/** The kinds of evidence as chips draw them. */
const chipKinds = {
  excerpt: "excerpt",
  "interview-answer": "answer",
  "actor-fact": "fact",
  judgement: "rating",
  alignment: "alignment",
} as const satisfies Record<EvidenceKind, string>;

/** A piece of evidence as pages show it: plain texts in the language of the page, for a chip, a picker or a panel. */
export interface ShownEvidence {
  /** `excerpt/0193…`, as forms name it. */
  key: string;
  id: string;
  evidenceKind: EvidenceKind;
  kind: (typeof chipKinds)[EvidenceKind];
  code: string;
  origin: string;
  /** "" where there is no text or it is withheld. */
  text: string;
  /** The language of the text, and whether it stands for a translation that is missing or behind. */
  lang: string | undefined;
  behind: boolean;
  quoted: boolean;
  level: string | null;
  withheld: boolean;
  citable: CitableProblem | null;
  /** The day from which it can be cited, of what only waits. */
  citableFrom: string | null;
  /** Its source was left out in the screening. */
  leftOut: boolean;
  path: string;
  ownStatement: boolean;
}

/** Words evidence for a page; it was read with the eyes of the person who looks, so nothing of it has to be hidden here. */
export function showEvidence(evidence: Evidence, language: Language, languages: readonly string[] = []): ShownEvidence {
  const text = evidence.text && textWithLanguage(evidence.text.texts, language, [evidence.text.original]);
  return {
    key: nodeKey(evidence),
    id: evidence.id,
    evidenceKind: evidence.kind,
    kind: chipKinds[evidence.kind],
    code: evidence.code,
    origin: originIn(evidence.origin, language, languages),
    text: text?.text ?? "",
    lang: text?.language,
    behind: (text !== null && text.language !== language) || (evidence.text?.behind.includes(language) ?? false),
    quoted: evidence.form === "quoted",
    level: evidence.level && (evidence.level.label ? textIn(evidence.level.label, language, languages) : String(evidence.level.value)),
    withheld: evidence.withheld !== null,
    citable: evidence.citable,
    citableFrom: evidence.citableFrom,
    leftOut: evidence.leftOut,
    path: evidence.path,
    ownStatement: evidence.origin.kind === "actor" && evidence.origin.ownStatement,
  };
}

function originIn(origin: EvidenceOrigin, language: Language, languages: readonly string[]): string {
  const say = documentWords(language);
  const parts = (...list: (string | false | null | undefined)[]) => list.filter(Boolean).join(", ");
  switch (origin.kind) {
    case "source":
      return parts(
        [origin.authors || (origin.described ? `[${origin.title}]` : origin.title), origin.year].filter(Boolean).join(" "),
        origin.place,
      );
    case "interview":
      return origin.people.length === 0
        ? say("unnamed")
        : parts(...labelsOfInterviewees(origin.people, language, say("unnamed"), languages));
    case "actor":
      return parts(origin.name, textIn(origin.label, language, languages));
    case "judgement":
      return parts(
        textIn(origin.subject, language, languages),
        textIn(origin.criterion, language, languages),
        origin.earlier && say("earlier-wording"),
      );
    case "framework":
      return parts(textIn(origin.title, language, languages), textIn(origin.node, language, languages));
  }
}
